"""Which facilitator answers for a place, this segment, this buyer, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q

from perenne.domain.coverage.models import Absence, Coverage
from perenne.domain.coverage.queries.deciding import (
    Area,
    Away,
    Case,
    Decision,
    Level,
    Loads,
    Responsible,
    decide,
)
from perenne.domain.coverage.queries.telling import reason, why_not
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.territories.queries import CommuneCard, Gazetteer, gazetteer
from perenne.kit.tenancy import current_committee


@dataclass(frozen=True, slots=True)
class Alternative:
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Who answers, for which commune, in a sentence; `facilitator` None: nobody yet."""

    facilitator: Responsible | None
    commune_code: str
    commune_name: str
    reason: str
    rejected: tuple[Alternative, ...] = ()
    decision: Decision = field(default=Decision(None), repr=False)
    is_outside: bool = False


@dataclass(frozen=True)
class Router:
    """Everything that routing needs on one day, read once for a whole programme."""

    places: Gazetteer
    areas: Mapping[tuple[Level, str], tuple[Area, ...]]
    aways: tuple[Away, ...]
    loads: Loads
    coordination: Responsible | None
    on: date

    def route(
        self, place: str, *, seat: str = "", segment: str = "", buyer_id: int | None = None
    ) -> Routing:
        """For a place as it was written; else for the commune of the buyer's seat (INSEE)."""
        found = self.commune_in(place)
        if found:
            return self.at(found, f"L’achat est situé à {found.name}", segment, buyer_id)
        home = self.places.by_insee.get(seat)
        said = f"« {place.strip()} » n’est pas une commune reconnue ici" if place.strip() else ""
        why = said or "Aucun lieu n’est indiqué"
        if home:
            why = f"{why} : c’est le siège de l’acheteur, {home.name}, qui décide"
            return self.at(home, why, segment, buyer_id)
        return Routing(self.coordination, "", "", f"{why} : la coordination répartira.")

    def commune_in(self, place: str) -> CommuneCard | None:
        return self.places.commune_in(place)

    def at(
        self, commune: CommuneCard, why: str, segment: str = "", buyer_id: int | None = None
    ) -> Routing:
        """For a commune; `why` are the first words of the reason."""
        decision = self.decision(commune, segment, buyer_id)
        code, name = commune.insee_code, commune.name
        if decision.who is None and not self.places.is_home(commune):
            return Routing(self.coordination, code, name, self._outside(commune, why),
                           is_outside=True)  # fmt: skip
        rejected = tuple(
            Alternative(other.area.body.name, why_not(other, decision, commune, self.loads))
            for other in decision.rejected
        )
        told = f"{why} : {reason(decision, commune, self.loads)}"
        return Routing(decision.who or self.coordination, code, name, told, rejected, decision)

    def decision(
        self, commune: CommuneCard, segment: str = "", buyer_id: int | None = None
    ) -> Decision:
        case = self.case(commune, segment, buyer_id)
        return decide(case, self.areas_at(case), self.aways, self.loads)

    def case(self, commune: CommuneCard, segment: str = "", buyer_id: int | None = None) -> Case:
        """Outside the département only areas of the commune itself count: EPCI cross borders."""
        epci, department = "", ""
        if self.places.is_home(commune):
            epci, department = commune.epci_code, commune.department_code
        return Case(commune.insee_code, epci, department, self.on, segment, buyer_id)

    def areas_at(self, case: Case) -> tuple[Area, ...]:
        return (
            *self.areas.get((Level.COMMUNE, case.commune), ()),
            *self.areas.get((Level.EPCI, case.epci), ()),
            *self.areas.get((Level.DEPARTMENT, case.department), ()),
        )

    def _outside(self, commune: CommuneCard, why: str) -> str:
        there = self.places.department(commune.department_code)
        return (
            f"{why} ({there.name}), hors du département : voir la coordination {there.of} ; "
            "la nôtre fait le lien."
        )


def facilitator_router(
    *, on: date, loads: Loads | None = None, places: Gazetteer | None = None
) -> Router:
    """Six queries, whatever the number of places; the loads are counted by who knows them.

    `places` where the caller has read them, or needs those of the département alone.
    """
    at_the_top = Organisation.objects.filter(kind=Kind.COORDINATION).order_by("pk").first()
    return Router(
        places=places or gazetteer(current_committee().upper()),
        areas=areas_by_place(areas_in_force(on)),
        aways=absences_on(on),
        loads=loads or {},
        coordination=Responsible(at_the_top.pk, at_the_top.name) if at_the_top else None,
        on=on,
    )


def areas_by_place(areas: Iterable[Area]) -> dict[tuple[Level, str], tuple[Area, ...]]:
    found: dict[tuple[Level, str], tuple[Area, ...]] = {}
    for area in areas:
        at = (area.level, area.place)
        found[at] = (*found.get(at, ()), area)
    return found


def areas_in_force(on: date) -> tuple[Area, ...]:
    """Of the bodies that the coordination verified: the others see no purchase of anybody."""
    at_work = Coverage.objects.filter(facilitator__state=OrganisationState.VERIFIED)
    rows = at_work.filter(Q(since=None) | Q(since__lte=on)).filter(Q(until=None) | Q(until__gte=on))
    return tuple(area_of(row) for row in rows.select_related("facilitator").order_by("pk"))


def area_of(row: Coverage) -> Area:
    level = Level.COMMUNE if row.commune_id else Level.EPCI if row.epci_id else Level.DEPARTMENT
    return Area(
        id=row.pk,
        body=Responsible(row.facilitator_id, row.facilitator.name),
        level=level,
        place=row.commune_id or row.epci_id or row.department_code,
        segments=frozenset(row.segments),
        buyer_id=row.buyer_id,
        since=row.since,
        until=row.until,
    )


def absences_on(on: date) -> tuple[Away, ...]:
    """Bodies that are away; a person's absence empties the body where nobody else is there."""
    current = Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))
    away = Absence.objects.filter(current, person=OuterRef("person_id"))
    present = Seat.objects.filter(organisation=OuterRef("facilitator_id")).exclude(Exists(away))
    rows = (
        Absence.objects.filter(current)
        .filter(Q(person=None) | ~Exists(present))
        .select_related("backup")
        .order_by("person_id", "since", "pk")
    )
    return tuple(
        Away(
            row.facilitator_id,
            row.since,
            row.until,
            Responsible(row.backup.pk, row.backup.name) if row.backup else None,
        )
        for row in rows
    )
