"""How to close a gap before the end: so many people, for so many weeks, by several ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from perenne.rules.calibration.capacity import PRESENCE
from perenne.rules.calibration.rounding import half_up, up
from perenne.rules.calibration.working_time import WEEK
from perenne.rules.french import in_full, in_words, typeset
from perenne.rules.hirings import ModalityCode
from perenne.rules.law import Confidence, Default, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.targets.calendar import Calendar, Season
from perenne.rules.texts import CCAG_WAYS, LEGAL_WEEK, PRACTICE, SHELTERED_WORK
from perenne.values import Hours

DAYS_A_WEEK = 7
TOO_MANY = parameter(
    "pace.too_many",
    "Personnes à embaucher au-delà desquelles un rattrapage n’est plus réaliste",
    8,
    between=(2, 30),
    unit="personnes",
)
PART_TIME = parameter(
    "pace.part_time",
    "Temps partiel usuel d’un contrat d’insertion, par semaine",
    Hours.of(26),
    between=(Hours.of(20), Hours.of(35)),
)
SHORT_STAY = parameter(
    "pace.short_stay",
    "Part de l’année qu’un alternant passe dans l’entreprise",
    3,
    between=(1, 4),
    unit="semaines sur quatre",
)
TO_HIRE = parameter(
    "pace.weeks_to_hire",
    "Temps pour trouver une personne et lui faire signer un contrat",
    4,
    between=(0, 12),
    unit="semaines",
)
TO_SEND = parameter(
    "pace.weeks_to_send",
    "Temps pour qu’une structure d’insertion envoie quelqu’un",
    2,
    between=(0, 8),
    unit="semaines",
)
TO_SIGN = parameter(
    "pace.weeks_to_sign",
    "Temps pour confier une part du travail à une structure",
    6,
    between=(0, 16),
    unit="semaines",
)
FOUR_WEEKS = 4


class WayCode(StrEnum):
    FULL_TIME = "full_time"
    PROVISION = "provision"
    APPRENTICE = "apprentice"
    PART_TIME = "part_time"
    SHELTERED = "sheltered"


@dataclass(frozen=True, slots=True)
class Way:
    """`hours`: of one person by week; `wait`: before the first day; `modalities`: how it counts."""

    code: WayCode
    label: str
    hours: Default[Hours]
    wait: Default[int]
    modalities: tuple[ModalityCode, ...]
    source: Source
    confidence: Confidence = Confidence.VARIES


WAYS = Table(
    "catch_up_ways",
    "Façons de rattraper des heures",
    (
        Way(
            WayCode.PROVISION,
            "Mise à disposition par une structure (ETTI, GEIQ, AI)",
            WEEK,
            TO_SEND,
            (ModalityCode.ETTI, ModalityCode.GEIQ, ModalityCode.AI, ModalityCode.EATT),
            CCAG_WAYS,
        ),
        Way(
            WayCode.FULL_TIME,
            "Embauche directe à temps plein",
            WEEK,
            TO_HIRE,
            (ModalityCode.PERMANENT, ModalityCode.FIXED_TERM),
            LEGAL_WEEK,
        ),
        Way(
            WayCode.APPRENTICE,
            "Alternance, trois semaines sur quatre",
            WEEK,
            TO_HIRE,
            (ModalityCode.APPRENTICESHIP, ModalityCode.PROFESSIONAL_TRAINING),
            CCAG_WAYS,
        ),
        Way(
            WayCode.PART_TIME,
            "Travail confié à une entreprise ou un chantier d’insertion",
            PART_TIME,
            TO_SIGN,
            (ModalityCode.EI, ModalityCode.ACI, ModalityCode.REGIE),
            CCAG_WAYS,
        ),
        Way(
            WayCode.SHELTERED,
            "Travail confié à une entreprise adaptée ou un ESAT",
            WEEK,
            TO_SIGN,
            (ModalityCode.EA, ModalityCode.ESAT),
            SHELTERED_WORK,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """So many people from `starts_on` to the end: `weeks` of work, `hours` done in all."""

    way: Way
    persons: int
    weeks: int
    weekly: Hours
    hours: Hours
    starts_on: date

    @property
    def said(self) -> str:
        """« deux personnes, 12 semaines à 35 h »."""
        who = f"{in_words(self.persons, feminine=True)} personne{'s' if self.persons > 1 else ''}"
        times = f"{self.weeks} semaine{'s' if self.weeks > 1 else ''}"
        return typeset(f"{who}, {times} à {self.weekly} par semaine")


@dataclass(frozen=True, slots=True)
class CatchUp:
    """`offers`: those that close the gap in time; `late`: ways for which it is too late."""

    missing: Hours
    offers: tuple[Offer, ...]
    late: tuple[Way, ...]
    reason: str
    note: str = ""


@cites(
    LEGAL_WEEK,
    CCAG_WAYS,
    PRACTICE,
    says="Combien de personnes, pendant combien de semaines, rattrapent le retard ?",
    confidence=Confidence.VARIES,
)
def catch_up(
    missing: Hours, calendar: Calendar, *, on: date, ends_on: date, practice: Practice = USUAL
) -> CatchUp:
    """Days suspended and months out of season are no weeks of work; nobody is there each day
    (`calibration.presence`). Nothing to propose when nothing is missing.
    """
    if missing.minutes <= 0:
        return CatchUp(Hours(0), (), (), typeset("Rien à rattraper."))
    offers: list[Offer] = []
    late: list[Way] = []
    for way in WAYS:
        offer = _offer(way, missing, calendar, (on, ends_on), practice)
        if offer is None:
            late.append(way)
        else:
            offers.append(offer)
    offers.sort(key=lambda it: (it.persons, it.starts_on))
    return CatchUp(
        missing,
        tuple(offers),
        tuple(late),
        typeset(_said(missing, offers, ends_on)),
        typeset(f"En comptant {practice.of(PRESENCE)} de présence et le temps de recruter."),
    )


def _offer(
    way: Way, missing: Hours, calendar: Calendar, stretch: tuple[date, date], practice: Practice
) -> Offer | None:
    """None when the way gives no week of work before the end, or asks for too many people."""
    starts_on = stretch[0] + timedelta(DAYS_A_WEEK * practice.of(way.wait))
    weeks = weeks_of_work(calendar, starts_on, stretch[1])
    if not weeks:
        return None
    each = _of_one(way, practice) * weeks
    persons = up(Fraction(missing.minutes) / each)
    if persons > practice.of(TOO_MANY):
        return None
    needed = up(Fraction(missing.minutes * weeks) / (each * persons))
    done = Hours(half_up(persons * needed * each / weeks))
    return Offer(way, persons, needed, practice.of(way.hours), done, starts_on)


def _of_one(way: Way, practice: Practice) -> Fraction:
    """Minutes that one person does in a week, on the average."""
    minutes = Fraction(practice.of(way.hours).minutes * practice.of(PRESENCE).basis_points, 10_000)
    if way.code is WayCode.APPRENTICE:
        return minutes * practice.of(SHORT_STAY) / FOUR_WEEKS
    return minutes


def weeks_of_work(calendar: Calendar, since: date, until: date) -> int:
    """Whole weeks, by the days that have work at all."""
    any_day = Season(tuple(min(1, weight) for weight in calendar.season.weights))
    return Calendar(any_day, calendar.stops).load(since, until) // DAYS_A_WEEK


def _said(missing: Hours, offers: list[Offer], ends_on: date) -> str:
    until = in_full(ends_on)
    if not offers:
        return (
            f"Il manquerait {missing} et il ne reste pas le temps de les faire avant le {until} : "
            "voyez avec l'acheteur si des heures d'un autre marché peuvent compter, ou si le "
            "marché est prolongé."
        )
    return f"Pour faire {missing} de plus avant le {until}, par exemple {offers[0].said}."
