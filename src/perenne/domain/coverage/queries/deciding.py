"""Who answers at a place: pure, from areas, absences and loads; no table, no clock.

Order: an area kept for the buyer, then the nearest (commune, EPCI, département), then the one
kept for the segment; between equals the least loaded, then the oldest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Level(IntEnum):
    COMMUNE = 1
    EPCI = 2
    DEPARTMENT = 3


@dataclass(frozen=True, slots=True)
class Responsible:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Area:
    """A place of which a body says that it answers; no segment is all, no buyer is any."""

    id: int
    body: Responsible
    level: Level
    place: str
    segments: frozenset[str] = frozenset()
    buyer_id: int | None = None
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        return (self.since or on) <= on <= (self.until or on)


@dataclass(frozen=True, slots=True)
class Away:
    body_id: int
    since: date
    until: date | None
    backup: Responsible | None = None

    def holds(self, on: date) -> bool:
        return self.since <= on <= (self.until or on)


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked: where, for what, for whom, which day."""

    commune: str
    epci: str
    department: str
    on: date
    segment: str = ""
    buyer_id: int | None = None


class Why(StrEnum):
    """Why an area of the place does not answer."""

    BUYER = "buyer"
    LEVEL = "level"
    SEGMENT = "segment"
    LOAD = "load"
    AGE = "age"
    AWAY = "away"
    OTHER_SEGMENT = "other_segment"
    OTHER_BUYER = "other_buyer"


@dataclass(frozen=True, slots=True)
class Rejected:
    area: Area
    why: Why
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """`who` None: nobody covers the place, or all who do are away. `instead_of`: the absent."""

    who: Responsible | None
    area: Area | None = None
    instead_of: Away | None = None
    rejected: tuple[Rejected, ...] = ()


Loads = Mapping[int, int]
"""Body → its open purchases."""


def decide(case: Case, areas: Iterable[Area], aways: Iterable[Away], loads: Loads) -> Decision:
    """Exactly one answer, or none with why."""
    there = [area for area in areas if area.holds(case.on) and _lies(area, case)]
    others = [Rejected(area, why) for area in _aged(there) if (why := _closed(area, case))]
    ranked = sorted(
        (area for area in there if not _closed(area, case)),
        key=lambda area: (*_rank(area), loads.get(area.body.id, 0), *_age(area)),
    )
    absent = {away.body_id: away for away in _current(aways, case.on)}
    passed: list[Rejected] = []
    for number, area in enumerate(ranked):
        away = absent.get(area.body.id)
        who = area.body if away is None else away.backup
        if who is None or who.id in absent:
            passed.append(Rejected(area, Why.AWAY, away))
            continue
        rest = [Rejected(other, _why(area, other, loads)) for other in ranked[number + 1 :]]
        told = _once([*passed, *rest, *others], but=who)
        return Decision(who, area, away, told)
    return Decision(None, rejected=_once([*passed, *others]))


def equals(case: Case, areas: Iterable[Area]) -> tuple[Area, ...]:
    """The first areas between which nothing but load and age decides, one for each body."""
    fit = [a for a in _aged(areas) if a.holds(case.on) and _lies(a, case) and not _closed(a, case)]
    best = min((_rank(area) for area in fit), default=None)
    first: dict[int, Area] = {}
    for area in fit:
        if _rank(area) == best:
            first.setdefault(area.body.id, area)
    return tuple(first.values())


def _lies(area: Area, case: Case) -> bool:
    at = {Level.COMMUNE: case.commune, Level.EPCI: case.epci, Level.DEPARTMENT: case.department}
    return bool(area.place) and at[area.level] == area.place


def _closed(area: Area, case: Case) -> Why | None:
    """Why an area of the place is not open to this case."""
    if area.buyer_id is not None and area.buyer_id != case.buyer_id:
        return Why.OTHER_BUYER
    if area.segments and case.segment not in area.segments:
        return Why.OTHER_SEGMENT
    return None


def _rank(area: Area) -> tuple[bool, int, bool]:
    return area.buyer_id is None, area.level, not area.segments


def _age(area: Area) -> tuple[date, int]:
    return area.since or date.min, area.id


def _aged(areas: Iterable[Area]) -> list[Area]:
    return sorted(areas, key=_age)


def _why(chosen: Area, other: Area, loads: Loads) -> Why:
    """What sets them apart, in the order in which it counts."""
    before, after = _rank(chosen), _rank(other)
    for why, mine, theirs in zip((Why.BUYER, Why.LEVEL, Why.SEGMENT), before, after, strict=True):
        if mine != theirs:
            return why
    lighter = loads.get(chosen.body.id, 0) < loads.get(other.body.id, 0)
    return Why.LOAD if lighter else Why.AGE


def _current(aways: Iterable[Away], on: date) -> list[Away]:
    """Those of this day; of two for one body, the one that began last is kept."""
    held = (away for away in aways if away.holds(on))
    return sorted(held, key=lambda away: (away.since, away.backup.id if away.backup else 0))


def _once(found: list[Rejected], but: Responsible | None = None) -> tuple[Rejected, ...]:
    """A body is told of once, by its first reason, and the one who answers not at all."""
    first: dict[int, Rejected] = {}
    for rejected in found:
        if but is None or rejected.area.body.id != but.id:
            first.setdefault(rejected.area.body.id, rejected)
    return tuple(first.values())
