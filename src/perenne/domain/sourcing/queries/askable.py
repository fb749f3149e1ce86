"""Who works in the trade of a need and at its place, how often asked, with how many hours left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from perenne.domain.directory.models import Capacity, Structure, StructureTrade
from perenne.domain.directory.queries.places import Place, how_far, working_at
from perenne.domain.directory.states import LISTED, PRESCRIBER_KINDS
from perenne.domain.organisations.models import Seat
from perenne.domain.sourcing.models import Offer, Opening, Solicitation
from perenne.domain.sourcing.queries.links import is_prescriber
from perenne.domain.sourcing.states import ASKED, DECLINED, KEPT, OPEN, DeclineReason
from perenne.domain.territories.queries import centres_of
from perenne.rules.directory.freshness import Freshness, freshness
from perenne.rules.promises import Promise, Stated, left_of, rate
from perenne.rules.waves import Askable
from perenne.values import Hours, Period, add_months

MONTHS = 12
"""How far back one counts who was asked."""
METRES = 1_000
DAY = timedelta(1)


def askable_for(opening: Opening, *, on: date) -> tuple[Askable, ...]:
    """Whoever was not asked about it yet, but for the company itself. Four queries."""
    place = place_of(opening)
    rows = Structure.objects.filter(working_at(place), _in_the_trade(opening), state=LISTED)
    rows = rows.exclude(pk__in=opening.solicitations.values("structure_id"))
    rows = rows.exclude(_itself(opening))
    found: list[Any] = list(
        rows.annotate(metres=how_far(place), reached=_reached(), **_asked(opening, on))
    )
    free = _free_hours([row.pk for row in found], opening, on)
    return tuple(_askable(row, free) for row in found)


def place_of(opening: Opening) -> Place:
    commune = opening.commune
    epcis = (commune.epci_id,) if commune.epci_id else ()
    centre = centres_of([commune.pk]).get(commune.pk, ())
    return Place(commune.name, (commune.pk,), epcis, commune.department_code, *centre)


def _in_the_trade(opening: Opening) -> Q:
    """A prescriber has none: it knows people for any."""
    trade = StructureTrade.objects.filter(structure=OuterRef("pk"), trade=opening.trade)
    return Q(Exists(trade)) | Q(kind__in=PRESCRIBER_KINDS)


def _itself(opening: Opening) -> Q:
    """The company has its own people already."""
    party = opening.party
    same = Q(siret__isnull=False, siret=party.siret)
    return same | Q(organisation__isnull=False, organisation=party.organisation_id or 0)


def _reached() -> Combinable:
    """An address of its own, or somebody in its space."""
    seats = Seat.objects.filter(
        organisation=OuterRef("organisation"), is_admin=True, person__is_active=True
    )
    return ~Q(email="") | Exists(seats)


def _asked(opening: Opening, on: date) -> Mapping[str, Any]:
    theirs = Solicitation.objects.filter(structure=OuterRef("pk")).order_by()
    short = theirs.filter(
        state=DECLINED, reason=DeclineReason.NO_ONE.value, opening__trade=opening.trade
    )

    def of(rows: QuerySet[Solicitation], **what: Any) -> Subquery:
        (name,) = what
        return Subquery(rows.values("structure").annotate(**what).values(name))

    recent = theirs.filter(asked_on__gte=add_months(on, -MONTHS))
    waiting = theirs.filter(state=ASKED, answer_by__gte=on, opening__state=OPEN)
    return {
        "times": of(recent, count=Count("pk")),
        "last_on": of(recent, last=Max("asked_on")),
        "waiting": of(waiting, count=Count("pk")),
        "short_on": of(short, last=Max("answered_on")),
        "quiet": of(theirs, last=Max("quiet_until")),
    }


def _free_hours(known: Collection[int], opening: Opening, on: date) -> Mapping[int, Hours]:
    """By structure, a month, in the trade and over the days of the need: what it said, less what
    it promised to needs. One that said nothing of the trade, or too long ago, is not there."""
    stated: dict[int, list[Stated]] = defaultdict(list)
    for row in Capacity.objects.filter(structure__in=known):
        if freshness(row.said_on, on) is not Freshness.STALE:
            stated[row.structure_id].append(Stated(row.trade, Hours(row.minutes_per_month)))
    kept = Offer.objects.filter(
        state=KEPT, solicitation__structure__in=list(stated), solicitation__opening__ends_on__gte=on
    )
    promises: dict[int, list[Promise]] = defaultdict(list)
    for offer in kept.select_related("solicitation__opening"):
        promises[offer.solicitation.structure_id].append(_promise(offer))
    months = {key: _a_month(said, promises[key], opening) for key, said in stated.items()}
    return {key: hours for key, hours in months.items() if hours is not None}


def _a_month(stated: list[Stated], promises: list[Promise], opening: Opening) -> Hours | None:
    """The mean of the months of the need."""
    said = {one.trade: one.monthly for one in stated}.get(opening.trade)
    if not said:
        return said
    span = Period(opening.starts_on, opening.ends_on + DAY)
    left, whole = (left_of(stated, kept, span)[opening.trade] for kept in (promises, ()))
    return Hours(said.minutes * left.minutes // whole.minutes)


def _promise(offer: Offer) -> Promise:
    opening = offer.solicitation.opening
    days = Period(max(offer.starts_on, opening.starts_on), opening.ends_on + DAY)
    return Promise(rate(Hours(offer.kept_minutes), days), days, opening.trade)


def _askable(row: Any, free: Mapping[int, Hours]) -> Askable:
    return Askable(
        id=row.pk,
        is_prescriber=is_prescriber(row.kind),
        kilometres=None if row.metres is None else round(row.metres / METRES),
        asked=row.times or 0,
        asked_on=row.last_on,
        waiting=row.waiting or 0,
        has_address=row.reached,
        free=free.get(row.pk),
        short_on=row.short_on,
        quiet_until=row.quiet,
    )
