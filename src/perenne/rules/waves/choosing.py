"""Whom a need is sent to next: few at a time, the least asked first, nobody always last.

What is asked of a structure counts more than where it stands: being near is worth a turn or two,
never more. So whoever works there is asked in the end, and no list order decides (a draw, which
the need and the structure alone make, settles ties and can be made again).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import INCLUSION_SITE, PRACTICE
from perenne.rules.waves.spacing import is_wave_day, next_wave_on
from perenne.rules.working_days import Territory
from perenne.values import Hours

STRUCTURES = parameter(
    "waves.structures",
    "Structures sollicitées par vague",
    5,
    between=(1, 20),
    source=INCLUSION_SITE,
)
PRESCRIBERS = parameter(
    "waves.prescribers", "Prescripteurs sollicités par vague", 2, between=(0, 10)
)
MOST_WAVES = parameter(
    "waves.most",
    "Nombre de vagues d’un besoin",
    6,
    between=(1, 20),
    source=INCLUSION_SITE,
)
MOST_WAITING = parameter(
    "waves.most_waiting",
    "Sollicitations sans réponse au-delà desquelles un organisme n’est plus sollicité",
    3,
    between=(1, 10),
)
REST_DAYS = parameter(
    "waves.rest_days",
    "Qui n’a personne de disponible dans un métier n’y est plus sollicité pendant",
    14,
    between=(0, 90),
    unit="jours",
)
NEAR = parameter(
    "waves.near",
    "Un organisme est proche du lieu de travail jusqu’à",
    15,
    between=(5, 50),
    unit="km",
)
FAR = parameter(
    "waves.far", "Un organisme est éloigné du lieu de travail à partir de", 30,
    between=(10, 100), unit="km",
)  # fmt: skip
UNKNOWN_PLACE = 1
"""The turn that a place not known costs: as much as one that is neither near nor far."""


NOTHING = Hours(0)


@dataclass(frozen=True, slots=True)
class Askable:
    """A structure or a prescriber that works in the trade and at the place.

    `asked`: how many times in the last twelve months, the last one on `asked_on`; `waiting`: those
    still within their time to answer. `free`: hours a month that it said, net of its promises;
    None when not known, or said too long ago. `short_on`: when it last had nobody in the trade;
    `quiet_until`: the day from which it may be asked again, where it asked to be left in peace.
    """

    id: int
    is_prescriber: bool = False
    kilometres: int | None = None
    asked: int = 0
    asked_on: date | None = None
    waiting: int = 0
    has_address: bool = True
    free: Hours | None = None
    short_on: date | None = None
    quiet_until: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """`offered`: by the offers that wait for an answer or were kept. `key` decides draws."""

    key: int
    needed: Hours
    offered: Hours = NOTHING
    waves: int = 0
    last_wave_on: date | None = None


class Halt(StrEnum):
    """Why no wave leaves that day."""

    DAY_OFF = "day_off"
    TOO_SOON = "too_soon"
    ENOUGH = "enough"
    ALL_WAVES = "all_waves"
    NOBODY = "nobody"

    @property
    def sentence(self) -> str:
        return HALTS[self]


HALTS = {
    Halt.DAY_OFF: "Les sollicitations partent les jours ouvrés.",
    Halt.TOO_SOON: "Qui vient d’être sollicité a le temps de répondre.",
    Halt.ENOUGH: "Les offres reçues couvrent les heures : à vous de choisir.",
    Halt.ALL_WAVES: "Toutes les vagues sont parties : cherchez avec le facilitateur.",
    Halt.NOBODY: "Il ne reste personne à solliciter dans ce métier et à cet endroit.",
}
FINAL = frozenset({Halt.ALL_WAVES, Halt.NOBODY})
"""After which the machine has nobody left to ask, and a person takes over."""


class GroundCode(StrEnum):
    NO_ADDRESS = "no_address"
    QUIET = "quiet"
    WAITING = "waiting"
    FULL = "full"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class GroundRow:
    code: GroundCode
    label: str
    holds: Callable[[Askable, date, Practice], bool]
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES


def _rests(one: Askable, on: date, practice: Practice) -> bool:
    return one.short_on is not None and on < one.short_on + timedelta(practice.of(REST_DAYS))


# The first that holds is said.
GROUNDS = Table(
    "wave_grounds",
    "Qui n’est pas sollicité cette fois, et pourquoi",
    (
        GroundRow(
            GroundCode.NO_ADDRESS,
            "Aucune adresse électronique connue : téléphonez",
            lambda one, on, practice: not one.has_address,
        ),
        GroundRow(
            GroundCode.QUIET,
            "A demandé à ne pas être sollicité pour l’instant",
            lambda one, on, practice: one.quiet_until is not None and on < one.quiet_until,
        ),
        GroundRow(
            GroundCode.WAITING,
            "A déjà plusieurs sollicitations en attente de réponse",
            lambda one, on, practice: one.waiting >= practice.of(MOST_WAITING),
        ),
        GroundRow(
            GroundCode.FULL,
            "A promis toutes ses heures à d’autres clauses",
            lambda one, on, practice: one.free is not None and one.free <= Hours(0),
        ),
        GroundRow(
            GroundCode.RESTING,
            "Vient de dire n’avoir personne de disponible dans ce métier",
            _rests,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """`because`: what put it there, in French."""

    id: int
    because: str


@dataclass(frozen=True, slots=True)
class Aside:
    id: int
    ground: GroundRow


@dataclass(frozen=True, slots=True)
class Wave:
    """Either a wave and its number, or why there is none that day."""

    number: int = 0
    chosen: tuple[Choice, ...] = ()
    aside: tuple[Aside, ...] = ()
    halt: Halt | None = None


@cites(
    PRACTICE,
    INCLUSION_SITE,
    says="Qui solliciter maintenant pour ce besoin ?",
    confidence=Confidence.VARIES,
)
def next_wave(
    askable: Iterable[Askable],
    need: Need,
    *,
    on: date,
    territory: Territory = Territory.METROPOLE,
    practice: Practice = USUAL,
) -> Wave:
    """`askable`: who was not asked about this need yet."""
    halt = halt_on(need, on=on, territory=territory, practice=practice)
    if halt is not None:
        return Wave(halt=halt)
    known = tuple(askable)
    grounds = {one.id: ground_against(one, on=on, practice=practice) for one in known}
    ready = [one for one in known if grounds[one.id] is None]
    chosen = (
        *_first(ready, need, practice.of(STRUCTURES), prescribers=False, practice=practice),
        *_first(ready, need, practice.of(PRESCRIBERS), prescribers=True, practice=practice),
    )
    aside = tuple(Aside(one, ground) for one, ground in grounds.items() if ground is not None)
    if not chosen:
        return Wave(aside=aside, halt=Halt.NOBODY)
    return Wave(need.waves + 1, tuple(Choice(it.id, _because(it)) for it in chosen), aside)


@cites(
    PRACTICE,
    says="Pourquoi cet organisme n’est-il pas sollicité cette fois ?",
    confidence=Confidence.VARIES,
)
def ground_against(one: Askable, *, on: date, practice: Practice = USUAL) -> GroundRow | None:
    return next((row for row in GROUNDS if row.holds(one, on, practice)), None)


@cites(PRACTICE, says="Une vague part-elle ce jour ?", confidence=Confidence.VARIES)
def halt_on(
    need: Need,
    *,
    on: date,
    territory: Territory = Territory.METROPOLE,
    practice: Practice = USUAL,
) -> Halt | None:
    """Why none may leave, whoever there is to ask; None when one may."""
    if need.offered >= need.needed:
        return Halt.ENOUGH
    if need.waves >= practice.of(MOST_WAVES):
        return Halt.ALL_WAVES
    if not is_wave_day(on, territory):
        return Halt.DAY_OFF
    if need.last_wave_on is None:
        return None
    due_on = next_wave_on(need.last_wave_on, territory=territory, practice=practice)
    return Halt.TOO_SOON if on < due_on else None


def _first(
    ready: list[Askable], need: Need, size: int, *, prescribers: bool, practice: Practice
) -> list[Askable]:
    def turn(one: Askable) -> tuple[int, date, str]:
        drawn = sha256(f"{need.key}/{one.id}".encode()).hexdigest()
        return one.asked + _distance(one, practice), one.asked_on or date.min, drawn

    return sorted((one for one in ready if one.is_prescriber is prescribers), key=turn)[:size]


def _distance(one: Askable, practice: Practice) -> int:
    """In turns: 0 near, 1 on the way, 2 far."""
    if one.kilometres is None:
        return UNKNOWN_PLACE
    return (one.kilometres > practice.of(NEAR)) + (one.kilometres >= practice.of(FAR))


def _because(one: Askable) -> str:
    times = f"Sollicité {one.asked} fois" if one.asked else "Jamais sollicité"
    said = [f"{times} en douze mois"]
    if one.asked_on is not None:
        said.append(f"la dernière le {in_full(one.asked_on)}")
    if one.kilometres is not None:
        said.append(f"à {one.kilometres} km")
    if one.free is not None:
        said.append(f"{one.free} par mois libres")
    return typeset(", ".join(said))
