"""Needs as anybody reads them, to find work: no company, no contract, no contact but of those who
accompany people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from perenne.domain.directory.models import Structure
from perenne.domain.directory.queries.places import how_far, working_at
from perenne.domain.directory.states import KINDS, LISTED, PRESCRIBER_KINDS
from perenne.domain.sourcing.models import Opening
from perenne.domain.sourcing.queries.askable import place_of
from perenne.domain.sourcing.states import OPEN
from perenne.domain.territories.queries import CommuneCard
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.segments import TRADES, trade
from perenne.values import Hours, fold

SIZE, MOST_NEAR = 20, 3
HERE, AROUND, ELSEWHERE = range(3)


@dataclass(frozen=True, slots=True)
class JobCard:
    """`near`: 0 in the commune asked for, 1 in its EPCI, 2 elsewhere; `wish` is no person’s."""

    id: int
    title: str
    trade: str
    place: str
    persons: int
    weekly: Hours
    starts_on: date
    ends_on: date
    wish: str
    near: int


@dataclass(frozen=True, slots=True)
class Counter:
    """A public service or an association that accompanies people, and how it is reached."""

    id: int
    name: str
    kind: str
    place: str
    phone: str
    email: str

    @property
    def told(self) -> str:
        """« Mission locale, Coulommiers »."""
        return ", ".join(filter(None, (self.kind, self.place)))


def jobs_open(
    *, on: date, number: int, near: CommuneCard | None = None, words: str = ""
) -> Page[JobCard]:
    """The nearest first, then those that begin soonest. Two queries."""
    rows = _told(near).filter(ends_on__gte=on)
    for word in words.split():
        rows = rows.filter(Q(job_title__icontains=word) | Q(trade__in=_trades_told_by(word)))
    return page_of(rows.order_by("near", "starts_on", "pk"), number, size=SIZE, card_of=_job)


def job_card(opening_id: int, *, on: date) -> JobCard:
    """NotFound once it is filled, closed or over."""
    row = _told(None).filter(pk=opening_id, ends_on__gte=on).first()
    if row is None:
        raise NotFound(opening_id)
    return _job(row)


def counters_near(opening_id: int) -> tuple[Counter, ...]:
    """Where one applies: those of the directory who accompany people, the nearest first; those who
    work there before the others. Three queries."""
    opening = Opening.objects.select_related("commune").get(pk=opening_id)
    place = place_of(opening)
    rows = Structure.objects.filter(kind__in=PRESCRIBER_KINDS, state=LISTED)
    rows = rows.select_related("commune").annotate(
        metres=how_far(place),
        elsewhere=Case(When(working_at(place), then=0), default=1, output_field=IntegerField()),
    )
    nearest = rows.order_by("elsewhere", F("metres").asc(nulls_last=True), "name", "pk")
    return tuple(map(_counter, nearest[:MOST_NEAR]))


def _told(near: CommuneCard | None) -> QuerySet[Any, Any]:
    whens = []
    if near is not None:
        whens = [When(commune_id=near.insee_code, then=HERE)]
        if near.epci_code:
            whens.append(When(commune__epci_id=near.epci_code, then=AROUND))
    distance = Case(*whens, default=Value(ELSEWHERE), output_field=IntegerField())
    return Opening.objects.filter(state=OPEN).select_related("commune").annotate(near=distance)


def _trades_told_by(word: str) -> list[str]:
    """Codes of the trades whose label, or another word for them, holds this one."""
    sought = fold(word)
    return [
        one.code
        for one in TRADES
        if sought in fold(one.label) or any(sought in fold(said.words) for said in one.expressions)
    ]


def _job(row: Any) -> JobCard:
    return JobCard(
        row.pk,
        row.job_title,
        trade(row.trade).label,
        row.commune.name,
        row.persons,
        Hours(row.minutes_per_week),
        row.starts_on,
        row.ends_on,
        row.wish,
        row.near,
    )


def _counter(row: Structure) -> Counter:
    return Counter(
        row.pk,
        row.brand or row.name,
        KINDS[row.kind],
        row.commune.name if row.commune else "",
        row.phone,
        row.email,
    )
