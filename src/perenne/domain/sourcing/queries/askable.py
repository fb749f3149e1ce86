"""Who works in the trade of a need and at its place, and how often each was asked already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from perenne.domain.directory.models import Structure, StructureArea, StructureTrade
from perenne.domain.directory.states import LISTED, PRESCRIBER_KINDS
from perenne.domain.organisations.models import Seat
from perenne.domain.sourcing.models import Opening, Solicitation
from perenne.domain.sourcing.queries.links import is_prescriber
from perenne.domain.sourcing.states import ASKED, DECLINED, OPEN, DeclineReason
from perenne.rules.waves import Askable
from perenne.values import add_months

MONTHS = 12
"""How far back one counts who was asked."""


def askable_for(opening: Opening, *, on: date) -> tuple[Askable, ...]:
    """Whoever was not asked about it yet, but for the company itself. Three queries."""
    rows = Structure.objects.filter(_works_there(opening), _in_the_trade(opening), state=LISTED)
    rows = rows.exclude(pk__in=opening.solicitations.values("structure_id"))
    found: Any = rows.exclude(_itself(opening)).annotate(reached=_reached(), **_asked(opening, on))
    return tuple(map(_askable, found))


def _works_there(opening: Opening) -> Q:
    """By an area that it said; else in its own commune, or the EPCI of it."""
    commune = opening.commune
    areas = StructureArea.objects.filter(structure=OuterRef("pk"))
    covering = areas.filter(
        Q(commune=commune)
        | Q(epci__isnull=False, epci=commune.epci_id)
        | Q(department_code=commune.department_code)
    )
    around = Q(commune__epci__isnull=False, commune__epci=commune.epci_id)
    return Q(Exists(covering)) | Q(commune=commune) | (~Q(Exists(areas)) & around)


def _in_the_trade(opening: Opening) -> Q:
    """A prescriber has none: it knows people for any."""
    trade = StructureTrade.objects.filter(structure=OuterRef("pk"), trade=opening.trade)
    return Q(Exists(trade)) | Q(kind__in=PRESCRIBER_KINDS)


def _itself(opening: Opening) -> Q:
    """The company has its own people already."""
    party = opening.party
    return Q(siret=party.siret) | Q(
        organisation__isnull=False, organisation=party.organisation_id or 0
    )


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
    }


def _askable(row: Any) -> Askable:
    return Askable(
        id=row.pk,
        is_prescriber=is_prescriber(row.kind),
        asked=row.times or 0,
        asked_on=row.last_on,
        waiting=row.waiting or 0,
        has_address=row.reached,
        short_on=row.short_on,
    )
