"""What of some hours counts on the commitment that they were worked for, and why not the rest.

The same answer shows a month before it is validated, and writes the ledger when it is.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.hours.models import Balance, Work
from perenne.rules.hours import HOUR_KINDS, CapCode, CountingTerms, Entry, HourKind, count
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours

NONE = Hours(0)
FULL = "L’engagement a déjà toutes ses heures : une globalisation peut les compter ailleurs."


@dataclass(frozen=True, slots=True)
class CountedPart:
    """Minutes that count; `reason` says why, or why some do not."""

    minutes: int
    reason: str


def due_of(commitment: Commitment, expected: Hours) -> Hours | None:
    """None where a reserved contract asks for no volume: all that is worked counts."""
    return None if commitment.clause.reserved_to and not expected else expected


def counting_of(
    commitment_id: int, works: Sequence[Work], due: Hours | None, practice: Practice = USUAL
) -> list[tuple[Work, CountedPart]]:
    """Each work, of its minutes that are not counted yet; two queries for all of them."""
    entries = [
        Entry(work.pk, HourKind(work.kind), Hours(work.net_minutes - work.allocated_minutes))
        for work in works
    ]
    total, already = _already(commitment_id, due, practice)
    terms = CountingTerms(due=due, already=already)
    room = None if due is None else max(0, due.minutes - total)
    found = []
    for work, line in zip(works, count(entries, terms, practice=practice).lines, strict=True):
        minutes = line.counted.minutes if room is None else min(line.counted.minutes, room)
        room = None if room is None else room - minutes
        is_short = minutes < line.counted.minutes
        found.append((work, CountedPart(minutes, FULL if is_short else line.reason)))
    return found


def why_not(work: Work, practice: Practice = USUAL) -> str:
    """Of hours validated already, why some count nowhere yet; empty when all of them count."""
    if work.allocated_minutes >= work.net_minutes:
        return ""
    kind = HourKind(work.kind)
    entry = Entry(work.pk, kind, Hours(work.net_minutes))
    answer = HOUR_KINDS[kind].asks(entry, CountingTerms(due=NONE), practice)
    return answer.reason if answer.cap is not None or not answer.counts else FULL


def _already(
    commitment_id: int, due: Hours | None, practice: Practice
) -> tuple[int, dict[CapCode, Hours]]:
    """All that counts there, from whatever contract; what each limit of the clause let through."""
    rows = (
        Balance.objects.filter(commitment_id=commitment_id, minutes__gt=0)
        .values_list("work__kind")
        .annotate(minutes=Sum("minutes"))
    )
    total = 0
    found: dict[CapCode, Hours] = defaultdict(lambda: NONE)
    for kind, minutes in rows:
        total += minutes
        entry = Entry(0, HourKind(kind), Hours(minutes))
        answer = HOUR_KINDS[entry.kind].asks(entry, CountingTerms(due=due), practice)
        if answer.cap is not None:
            found[answer.cap] += entry.hours
    return total, found
