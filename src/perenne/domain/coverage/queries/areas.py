"""The areas of the bodies, as their people and the coordination read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from perenne.domain.coverage.models import Coverage, OpeningHours
from perenne.domain.coverage.policy import BODIES, COVERAGES
from perenne.domain.coverage.queries.deciding import Level
from perenne.domain.coverage.queries.telling import labels, span
from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.territories.queries import departments
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound, Refused

NAMES = {
    Level.COMMUNE: "Commune",
    Level.EPCI: "Intercommunalité",
    Level.DEPARTMENT: "Département",
}


@dataclass(frozen=True, slots=True)
class AreaCard:
    id: int
    body_id: int
    body: str
    level: Level
    place: str
    segments: tuple[str, ...]
    buyer_id: int | None
    buyer: str
    since: date | None
    until: date | None

    @property
    def level_label(self) -> str:
        return NAMES[self.level]

    @property
    def segments_said(self) -> str:
        return labels(frozenset(self.segments)) or "Tous les segments"

    @property
    def days_said(self) -> str:
        return span(self.since, self.until)

    @property
    def limits_said(self) -> str:
        """Whatever narrows it, "" when nothing does."""
        buyer = f"pour {self.buyer} seulement" if self.buyer else ""
        segments = labels(frozenset(self.segments))
        return " · ".join(part for part in (segments, buyer, self.days_said) if part)


@dataclass(frozen=True, slots=True)
class BodyCard:
    id: int
    name: str
    areas: tuple[AreaCard, ...] = ()
    is_facilitator: bool = True
    """The coordination answers too, and is never announced away."""


def admitted(act: str, actor: Actor) -> None:
    """NotFound for who may never do it: there is nothing there for them."""
    try:
        COVERAGES.admit(act, actor)
    except Refused as closed:
        raise NotFound(act) from closed


def areas_by_body(*, seen_by: Actor, on: date) -> tuple[BodyCard, ...]:
    """Areas that are not over, under their body; two queries."""
    admitted("coverage.view", seen_by)
    rows = COVERAGES.rows("coverage.view", seen_by).filter(Q(until=None) | Q(until__gte=on))
    found = list(rows.select_related("facilitator", "commune", "epci", "buyer"))
    kinds = {row.facilitator_id: row.facilitator.kind for row in found}
    by_body: dict[tuple[str, int], list[AreaCard]] = {}
    for card in _cards(found):
        by_body.setdefault((card.body, card.body_id), []).append(card)
    return tuple(
        BodyCard(
            body_id,
            name,
            tuple(sorted(cards, key=lambda card: (card.level, card.place))),
            kinds[body_id] == Kind.FACILITATOR,
        )
        for (name, body_id), cards in sorted(by_body.items())
    )


def area_card(coverage_id: int, *, seen_by: Actor, act: str = "coverage.view") -> AreaCard:
    rows = COVERAGES.rows(act, seen_by).filter(pk=coverage_id)
    for card in _cards(rows.select_related("facilitator", "commune", "epci", "buyer")):
        return card
    raise NotFound(coverage_id)


def bodies() -> tuple[BodyCard, ...]:
    """Who may answer for a place: facilitators, then the coordination."""
    kinds = (Kind.FACILITATOR, Kind.COORDINATION)
    rows = Organisation.objects.filter(kind__in=kinds).order_by("-kind", "name", "pk")
    return tuple(BodyCard(row.pk, row.name) for row in rows)


def buyers() -> tuple[BodyCard, ...]:
    rows = Organisation.objects.filter(kind=Kind.BUYER).order_by("name", "pk")
    return tuple(BodyCard(row.pk, row.name) for row in rows)


def _cards(rows: Iterable[Coverage]) -> list[AreaCard]:
    named = {department.code: department.name for department in departments()}
    return [_card(row, named) for row in rows]


def _card(row: Coverage, named: dict[str, str]) -> AreaCard:
    if row.commune:
        level, place = Level.COMMUNE, row.commune.name
    elif row.epci:
        level, place = Level.EPCI, row.epci.name
    else:
        level, place = Level.DEPARTMENT, named.get(row.department_code, row.department_code)
    return AreaCard(
        id=row.pk,
        body_id=row.facilitator_id,
        body=row.facilitator.name,
        level=level,
        place=place,
        segments=tuple(row.segments),
        buyer_id=row.buyer_id,
        buyer=row.buyer.name if row.buyer else "",
        since=row.since,
        until=row.until,
    )


def hours_of(body_id: int) -> str:
    """When a body answers, in its own words; "" when it did not say."""
    rows = OpeningHours.objects.filter(facilitator_id=body_id)
    return rows.values_list("said", flat=True).first() or ""


def body_to_say_hours_for(body_id: int, *, seen_by: Actor) -> BodyCard:
    """NotFound for who may not say its hours."""
    row = BODIES.rows("hours.say", seen_by).filter(pk=body_id).first()
    if row is None:
        raise NotFound(body_id)
    return BodyCard(row.pk, row.name)
