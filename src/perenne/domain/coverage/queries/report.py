"""Who answers for every commune of the département, and where something is missing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.coverage.queries.areas import admitted
from perenne.domain.coverage.queries.deciding import Away, Level, Loads, Responsible, equals
from perenne.domain.coverage.queries.routing import Router, Routing, facilitator_router
from perenne.domain.territories.queries import CommuneCard
from perenne.kit.actors import Actor

ORPHAN = "Personne ne couvre cette commune"
ONLY_DEPARTMENT = "Couverte seulement par le département"
HOW = {
    Level.COMMUNE: "Par la commune",
    Level.EPCI: "Par l’intercommunalité",
    Level.DEPARTMENT: ONLY_DEPARTMENT,
}


@dataclass(frozen=True, slots=True)
class CoveredCommune:
    commune: CommuneCard
    who: str
    reason: str
    how: str
    """How it is covered, in a few words: what the counts are made by."""
    twins: tuple[str, ...]
    """Bodies between which only load and age decide; none when one comes first."""


@dataclass(frozen=True, slots=True)
class Report:
    communes: tuple[CoveredCommune, ...]

    @property
    def orphans(self) -> tuple[CoveredCommune, ...]:
        return tuple(row for row in self.communes if row.how == ORPHAN)

    @property
    def backed(self) -> tuple[CoveredCommune, ...]:
        return tuple(row for row in self.communes if row.how == ONLY_DEPARTMENT)

    @property
    def shared(self) -> tuple[CoveredCommune, ...]:
        return tuple(row for row in self.communes if row.twins)

    @property
    def resolved(self) -> int:
        """Communes for which somebody answers, with a reason."""
        return sum(1 for row in self.communes if row.who and row.reason)

    @property
    def said_of_all(self) -> str:
        return f"sur {len(self.communes)}"

    @property
    def people_orphaned(self) -> str:
        people = sum(row.commune.population or 0 for row in self.orphans)
        return f"{people:_} habitants".replace("_", "\u202f") if people else ""

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(row.how for row in self.communes)

    @property
    def by_body(self) -> Mapping[str, int]:
        return Counter(row.who for row in self.communes)


@dataclass(frozen=True, slots=True)
class Rerouted:
    commune: CommuneCard
    before: str
    after: str
    reason: str


def report_on(on: date, *, seen_by: Actor, loads: Loads | None = None) -> Report:
    admitted("coverage.report", seen_by)
    return report_of(facilitator_router(on=on, loads=loads))


def report_of(router: Router) -> Report:
    """Every commune of the département, in the order of names, for any purchase of any buyer."""
    return Report(tuple(_row(router, commune) for commune in router.places.at_home()))


def rerouted_without(
    router: Router, body_id: int, *, backup: Responsible | None = None
) -> tuple[Rerouted, ...]:
    """What moves, and to whom, if this body were away on the day of the router."""
    away = Away(body_id, router.on, router.on, backup)
    without = replace(router, aways=(*router.aways, away))
    moved = []
    for commune in router.places.at_home():
        before, after = _routed(router, commune), _routed(without, commune)
        if before.facilitator != after.facilitator:
            moved.append(Rerouted(commune, _name(before), _name(after), after.reason))
    return tuple(moved)


def _row(router: Router, commune: CommuneCard) -> CoveredCommune:
    case = router.case(commune)
    twins = equals(case, router.areas_at(case))
    routing = _routed(router, commune)
    level = min((area.level for area in twins), default=None)
    return CoveredCommune(
        commune=commune,
        who=_name(routing),
        reason=routing.reason,
        how=HOW[level] if level else ORPHAN,
        twins=tuple(area.body.name for area in twins) if len(twins) > 1 else (),
    )


def _routed(router: Router, commune: CommuneCard) -> Routing:
    return router.at(commune, f"L’achat est situé à {commune.name}")


def _name(routing: Routing) -> str:
    return routing.facilitator.name if routing.facilitator else ""
