"""Validated hours are counted on the commitment they were worked for, as far as it owes some.

The commitments are locked, so that two months validated at once see each other's hours. What a
commitment has no room for stays unallocated: a globalisation may count it elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import F, Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.hours.models import Allocation, Work
from perenne.domain.hours.queries.counted import counting_of, due_of
from perenne.domain.participants.models import Participant
from perenne.rules.practice import USUAL, Practice


def lock_people(people: Collection[int]) -> None:
    """With the records that theirs were merged into: a person is counted as one."""
    kept = Participant.objects.filter(pk__in=people).values("merged_into")
    both = Participant.objects.filter(Q(pk__in=people) | Q(pk__in=kept)).order_by("pk")
    list(both.select_for_update(no_key=True))


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
        due = due_of(commitment, targets[pk].expected)
        owed = None if due is None else due.minutes
        for work, line in counting_of(pk, works[pk], due, practice):
            if line.minutes:
                lines.append(
                    Allocation(
                        work=work, commitment=commitment, minutes=line.minutes, owed_minutes=owed
                    )
                )
                counted[work.sheet_id] += line.minutes
    Allocation.objects.bulk_create(sorted(lines, key=lambda line: line.work_id))
    return counted
