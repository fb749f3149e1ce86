"""Months of work that every clause treats alike: one supply for the solver, then dealt out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from functools import cache

from perenne.rules.globalisation.facts import Commitment, Work, whole_month
from perenne.rules.globalisation.windows import window_end
from perenne.rules.practice import Practice


def gathered(
    works: Sequence[Work], commitments: Sequence[Commitment], practice: Practice
) -> list[list[Work]]:
    """Groups of works that differ by nothing a ground of refusal looks at."""
    districts_matter = any(it.urban_renewal for it in commitments)

    @cache
    def end(start: date) -> date:
        return window_end(start, practice=practice)

    groups: defaultdict[Hashable, list[Work]] = defaultdict(list)
    for work in works:
        month, employment = whole_month(work.month), work.employment
        is_whole = employment.start <= month.start and month.end <= employment.end
        groups[
            work.company,
            work.clause_id,
            work.month,
            work.basin,
            districts_matter and work.in_priority_district,
            end(work.pathway_start) <= work.month if is_whole else (work.work_id,),
        ].append(work)
    return list(groups.values())


def dealt(
    works: Sequence[Work], parts: Sequence[tuple[int, int]]
) -> Iterator[tuple[Work, int, int]]:
    """(work, clause, minutes): each part, (clause, minutes), is taken from the works in order."""
    lefts = ((work, work.hours.minutes) for work in works)
    work, left = next(lefts)
    for clause, asked in parts:
        minutes = asked
        while minutes:
            while not left:
                work, left = next(lefts)
            taken = min(minutes, left)
            yield work, clause, taken
            minutes, left = minutes - taken, left - taken
