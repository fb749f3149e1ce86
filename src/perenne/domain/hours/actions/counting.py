"""Validated hours are counted on the commitment they were worked for, as far as it owes some.

The commitments are locked, so that two months validated at once see each other's hours. What a
commitment has no room for stays unallocated: a globalisation may count it elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import F, Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.hours.models import Allocation, Balance, Work
from perenne.rules.hours import HOUR_KINDS, CapCode, CountingTerms, Entry, HourKind, count
from perenne.rules.practice import USUAL, Practice
from perenne.values import Hours

NONE = Hours(0)


def lock_commitments(ids: Iterable[int]) -> dict[int, Commitment]:
    """By number, before any work. Every writer of the ledger takes the ones that the hours were
    worked for, which stand for their works, and the ones that receive more of them."""
    rows = Commitment.objects.select_for_update(of=("self",), no_key=True)
    found = rows.filter(pk__in=set(ids)).select_related("clause").order_by("pk")
    return {row.pk: row for row in found}


def count_at_home(
    sheets: Iterable[int], *, on: date, practice: Practice = USUAL
) -> Mapping[int, int]:
    """Minutes counted now, by sheet; within the transaction that validates them."""
    works: dict[int, list[Work]] = defaultdict(list)
    waiting = Work.objects.filter(
        sheet__in=list(sheets), corrects=None, net_minutes__gt=F("allocated_minutes")
    )
    for work in waiting.select_related("sheet").order_by("pk"):
        works[work.sheet.commitment_id].append(work)
    commitments = lock_commitments(works)
    targets = targets_of(commitments, on=on)
    counted: dict[int, int] = defaultdict(int)
    lines = []
    for pk, commitment in commitments.items():
        due = _due(commitment, targets[pk].expected)
        for work, minutes in _counted(pk, works[pk], due, practice):
            owed = None if due is None else due.minutes
            lines.append(
                Allocation(work=work, commitment=commitment, minutes=minutes, owed_minutes=owed)
            )
            counted[work.sheet_id] += minutes
    Allocation.objects.bulk_create(sorted(lines, key=lambda line: line.work_id))
    return counted


def _due(commitment: Commitment, expected: Hours) -> Hours | None:
    """None where a reserved contract asks for no volume: all that is worked counts."""
    return None if commitment.clause.reserved_to and not expected else expected


def _counted(
    commitment_id: int, works: list[Work], due: Hours | None, practice: Practice
) -> Iterable[tuple[Work, int]]:
    """Each work with the minutes of it that count, none of them empty."""
    entries = [
        Entry(work.pk, HourKind(work.kind), Hours(work.net_minutes - work.allocated_minutes))
        for work in works
    ]
    already = _already(commitment_id, due, practice)
    terms = CountingTerms(due=due, already=already)
    room = None if due is None else due.minutes - _total(commitment_id)
    for work, line in zip(works, count(entries, terms, practice=practice).lines, strict=True):
        minutes = line.counted.minutes if room is None else min(line.counted.minutes, room)
        if minutes > 0:
            room = None if room is None else room - minutes
            yield work, minutes


def _total(commitment_id: int) -> int:
    """All that counts there, from whatever contract."""
    rows = Balance.objects.filter(commitment_id=commitment_id)
    return int(rows.aggregate(minutes=Sum("minutes", default=0))["minutes"])


def _already(commitment_id: int, due: Hours | None, practice: Practice) -> dict[CapCode, Hours]:
    """What each limit of the clause has let through so far."""
    rows = (
        Balance.objects.filter(commitment_id=commitment_id, minutes__gt=0)
        .values_list("work__kind")
        .annotate(minutes=Sum("minutes"))
    )
    found: dict[CapCode, Hours] = defaultdict(lambda: NONE)
    for kind, minutes in rows:
        entry = Entry(0, HourKind(kind), Hours(minutes))
        answer = HOUR_KINDS[entry.kind].asks(entry, CountingTerms(due=due), practice)
        if answer.cap is not None:
            found[answer.cap] += entry.hours
    return found
