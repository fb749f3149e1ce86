"""Pairs of a month of work and a clause, their facts side by side in columns of integers.

Each ground of refusal is asked of every pair at once; one question is a column of length one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from perenne.rules.globalisation.facts import Commitment, Consent, Work, whole_month
from perenne.rules.globalisation.windows import window_end
from perenne.rules.practice import Practice

Integers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

# The two places after the last one: a clause that is not given, a contract without clause.
UNKNOWN, NOWHERE = -2, -1
NEVER = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """`work` and `clause` are places in the sequences asked about; days are ordinals.

    `is_home`: the hours were worked on the contract of that clause. `may_leave`: their own
    contract, if it has a clause, accepts the globalisation. `performs`: the company performs the
    contract of that clause.
    """

    work: Integers
    clause: Integers
    performs: Flags
    is_home: Flags
    may_leave: Flags
    begins: Integers
    ends: Integers
    window_end: Integers
    in_district: Flags
    starts: Integers
    finishes: Integers
    owed: Integers
    from_elsewhere: Integers
    accepts: Flags
    urban_renewal: Flags
    same_basin: Flags


def every_pair(
    works: Sequence[Work], commitments: Sequence[Commitment], practice: Practice
) -> Pairs:
    """Each work with each clause."""
    work = np.repeat(np.arange(len(works)), len(commitments))
    clause = np.tile(np.arange(len(commitments)), len(works))
    performs = _flags(it.company in other.companies for it in works for other in commitments)
    return _paired(works, commitments, (work, clause, performs), practice)


def pairs_of_companies(
    works: Sequence[Work], commitments: Sequence[Commitment], practice: Practice
) -> Pairs:
    """Each work with each clause that its company performs: all that can be admitted."""
    performed: dict[str, list[int]] = defaultdict(list)
    for place, commitment in enumerate(commitments):
        for company in commitment.companies:
            performed[company].append(place)
    served = [performed[work.company] for work in works]
    work = np.repeat(np.arange(len(works)), _integers(map(len, served)))
    clause = _integers(chain.from_iterable(served))
    return _paired(works, commitments, (work, clause, np.ones(len(work), np.bool_)), practice)


def _paired(
    works: Sequence[Work],
    commitments: Sequence[Commitment],
    places: tuple[Integers, Integers, Flags],
    practice: Practice,
) -> Pairs:
    work, clause, performs = places
    place = {it.clause_id: number for number, it in enumerate(commitments)}
    basins = Numbering()
    begins, ends = _days(works)
    home = _integers(
        NOWHERE if it.clause_id is None else place.get(it.clause_id, UNKNOWN) for it in works
    )
    accepted = _integers(_first_accepted(it) for it in commitments)
    month = _integers(it.month.toordinal() for it in works)[work]
    basin = _integers(basins[it.basin] for it in works)[work]
    other = _integers(basins[it.basin] for it in commitments)[clause]
    unknown = basins[""]
    return Pairs(
        work,
        clause,
        performs,
        is_home=home[work] == clause,
        may_leave=np.append(accepted, [NEVER, 0])[home][work] <= month,
        begins=begins[work],
        ends=ends[work],
        window_end=_window_ends(works, practice)[work],
        in_district=_flags(it.in_priority_district for it in works)[work],
        starts=_integers(it.performance.start.toordinal() for it in commitments)[clause],
        finishes=_integers(it.performance.end.toordinal() for it in commitments)[clause],
        owed=_integers(it.owed.minutes for it in commitments)[clause],
        from_elsewhere=_integers(it.from_elsewhere.minutes for it in commitments)[clause],
        accepts=accepted[clause] <= month,
        urban_renewal=_flags(it.urban_renewal for it in commitments)[clause],
        same_basin=(basin == other) | (basin == unknown) | (other == unknown),
    )


def _first_accepted(commitment: Commitment) -> int:
    """The first month whose hours may move, by its first day."""
    if commitment.consent is Consent.REFUSED:
        return NEVER
    return commitment.accepted_from.replace(day=1).toordinal()


class Numbering(dict[str, int]):
    """Each new name gets the next number."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


def _days(works: Sequence[Work]) -> tuple[Integers, Integers]:
    months = {month: whole_month(month) for month in {work.month for work in works}}
    begins = _integers(max(months[it.month].start, it.employment.start).toordinal() for it in works)
    ends = _integers(min(months[it.month].end, it.employment.end).toordinal() for it in works)
    return begins, ends


def _window_ends(works: Sequence[Work], practice: Practice) -> Integers:
    ends = {
        start: window_end(start, practice=practice).toordinal()
        for start in {work.pathway_start for work in works}
    }
    return _integers(ends[work.pathway_start] for work in works)


def _integers(values: Iterable[int]) -> Integers:
    return np.fromiter(values, np.int64)


def _flags(values: Iterable[Any]) -> Flags:
    return np.fromiter(values, np.bool_)
