"""What counts on a commitment, month by month, and the months of which nothing is awaited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, QuerySet, Sum, Value

from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.states import ACCEPTED
from perenne.domain.hours.models import Balance, Sheet
from perenne.domain.hours.states import VALIDATED
from perenne.values import Hours

COMPLETE = -1
"""In place of minutes: the row says that its month is complete."""


@dataclass(frozen=True, slots=True)
class Months:
    """`counted`: by the month in which it was worked; `complete`: every company that carries hours
    has declared its own, and all of them are validated."""

    counted: dict[date, Hours] = field(default_factory=dict)
    complete: set[date] = field(default_factory=set)


def months_on(commitments: Iterable[int], *, since: date) -> Mapping[int, Months]:
    """By commitment; complete ones from that month on. One query, for rights checked already."""
    ids = list(commitments)
    found = {pk: Months() for pk in ids}
    for commitment, month, minutes in _counted(ids).union(_complete(ids, since), all=True):
        if minutes == COMPLETE:
            found[commitment].complete.add(month)
        else:
            found[commitment].counted[month] = Hours(int(minutes))
    return found


def _counted(ids: list[int]) -> "QuerySet[Any, Any]":
    rows = Balance.objects.filter(commitment__in=ids, minutes__gt=0).order_by()
    return (
        rows.annotate(worked=F("work__month"))
        .values_list("commitment_id", "worked")
        .annotate(told=Sum("minutes", output_field=BigIntegerField()))
    )


def _complete(ids: list[int], since: date) -> "QuerySet[Any, Any]":
    there = Sheet.objects.filter(commitment=OuterRef("commitment"), month=OuterRef("month"))
    theirs = Sheet.objects.filter(
        commitment=OuterRef("commitment"),
        month=OuterRef(OuterRef("month")),
        statement__siret=OuterRef("party__siret"),
    )
    silent = CommitmentShare.objects.filter(
        ~Exists(theirs), commitment=OuterRef("commitment"), state=ACCEPTED
    )
    rows = Sheet.objects.filter(
        ~Exists(there.exclude(state=VALIDATED)), ~Exists(silent),
        commitment__in=ids, month__gte=since,
    )  # fmt: skip
    told = Value(COMPLETE, output_field=BigIntegerField())
    return rows.order_by().annotate(told=told).values_list("commitment_id", "month", "told")
