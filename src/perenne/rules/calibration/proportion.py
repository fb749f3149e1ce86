"""Is the clause proportionate? Each doubt says what to do about it; none forbids anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from perenne.rules.calibration.benchmarks import benchmarks
from perenne.rules.calibration.defaults import Defaults, defaults_for
from perenne.rules.calibration.formulas import Calibration
from perenne.rules.calibration.in_people import WEEK
from perenne.rules.french import listed, typeset
from perenne.rules.law import Confidence, Default, cites
from perenne.rules.needs import ContractKind, Need
from perenne.rules.segments import SegmentFinding, Technicality
from perenne.rules.texts import PRACTICE, SUD_77
from perenne.values import Euros, Hours, Share


class Severity(StrEnum):
    INFO = "info"
    WARN = "warn"
    STRONG = "strong"

    @property
    def label(self) -> str:
        return {"info": "Pour information", "warn": "À surveiller", "strong": "À corriger"}[self]


@dataclass(frozen=True, slots=True)
class Warning:
    code: str
    severity: Severity
    sentence: str


def _practice_hours(hours: int) -> Default[Hours]:
    return Default.single(Hours.of(hours), PRACTICE, Confidence.VARIES)


FLOOR_HOURS = _practice_hours(150)
COMFORT_HOURS = _practice_hours(300)
SMALL_AMOUNT = Default.single(Euros.of(100_000), PRACTICE, Confidence.VARIES)
HIGH_EFFORT = Default.single(Share.percent(20), PRACTICE, Confidence.VARIES)
CROWD = Default.single(Share.percent(20), PRACTICE, Confidence.VARIES)
LOW_LABOUR = Default.single(Share.percent(20), PRACTICE, Confidence.VARIES)
COST_BOUNDS = Default(Euros.of(30), Euros.of(20), Euros.of(60), SUD_77, Confidence.VARIES)
SHORTEST_WORKS = Default.single(3, PRACTICE, Confidence.VARIES)
SHORTEST_SERVICES = Default.single(6, PRACTICE, Confidence.VARIES)
WEEKS_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a check may look at."""

    calibration: Calibration
    need: Need
    finding: SegmentFinding

    @property
    def usual(self) -> Defaults:
        return defaults_for(self.finding)

    @property
    def shortest(self) -> int:
        kind = self.need.kind or self.finding.contract_kind
        return (SHORTEST_WORKS if kind is ContractKind.WORKS else SHORTEST_SERVICES).value


Check: TypeAlias = Callable[[Case], Warning | None]


@cites(PRACTICE, SUD_77)
def warnings(
    calibration: Calibration, *, need: Need, finding: SegmentFinding
) -> tuple[Warning, ...]:
    """Every doubt about this calibration, the gravest first."""
    case = Case(calibration, need, finding)
    found = [warning for check in CHECKS if (warning := check(case)) is not None]
    gravity = list(reversed(Severity))
    return tuple(sorted(found, key=lambda warning: gravity.index(warning.severity)))


def _few_hours(case: Case) -> Warning | None:
    hours = case.calibration.hours
    if hours < FLOOR_HOURS.value:
        return _strong(
            "hours_below_floor",
            f"{_whole(hours)} : moins de {FLOOR_HOURS.value}, environ un mois d'une personne. "
            "Regroupez des lots, réservez le lot ou préférez une action qualitative.",
        )
    if hours < COMFORT_HOURS.value:
        return _warn(
            "hours_low",
            f"{_whole(hours)} : moins de {COMFORT_HOURS.value}, le parcours sera court. "
            "Prévoyez la globalisation avec d'autres marchés.",
        )
    return None


def _high_effort(case: Case) -> Warning | None:
    effort = case.calibration.hypotheses.effort_rate
    if effort <= HIGH_EFFORT.value:
        return None
    return _strong(
        "effort_high",
        f"Taux d'effort de {effort}, au-dessus de {HIGH_EFFORT.value} : la proportionnalité peut "
        "être contestée. Baissez-le, ou réservez le lot à l'insertion.",
    )


def _crowd(case: Case) -> Warning | None:
    months = case.need.lasting
    if months is None:
        return None
    weeks = Fraction(months * WEEKS_A_YEAR, 12)
    persons = Fraction(case.calibration.hours.minutes) / (weeks * WEEK.value.minutes)
    crew = Fraction(case.calibration.labour_hours.minutes) / (weeks * WEEK.value.minutes)
    if persons < 1 or persons * 10_000 <= crew * CROWD.value.basis_points:
        return None
    return _warn(
        "too_many_at_once",
        f"Il faudrait {round(persons)} personne(s) en insertion à la fois pour une équipe estimée "
        f"à {round(crew)} : plus de {CROWD.value}. Étalez les heures ou baissez le volume.",
    )


def _little_labour(case: Case) -> Warning | None:
    labour = case.calibration.hypotheses.labour_share
    if labour >= LOW_LABOUR.value:
        return None
    return _strong(
        "labour_share_low",
        f"Part de main-d'œuvre de {labour}, sous {LOW_LABOUR.value} : proposez un lot réservé ou "
        "une action qualitative plutôt que des heures.",
    )


def _short(case: Case) -> Warning | None:
    months, shortest = case.need.lasting, case.shortest
    if months is None:
        return _info(
            "duration_unknown",
            "Durée inconnue : demandez-la à l'acheteur, elle dit si un parcours est possible.",
        )
    if months >= shortest:
        return None
    return _warn(
        "duration_short",
        f"Durée de {months} mois, moins de {shortest} : le temps manque pour recruter. "
        "Prévoyez l'intérim d'insertion ou la globalisation.",
    )


def _small(case: Case) -> Warning | None:
    amount = case.calibration.hypotheses.amount
    if amount >= SMALL_AMOUNT.value:
        return None
    return _warn(
        "amount_small",
        f"Montant de {amount}, sous {SMALL_AMOUNT.value} : vérifiez qu'un regroupement de lots ou "
        "un lot réservé ne convient pas mieux.",
    )


def _cost(case: Case) -> Warning | None:
    cost = case.calibration.hypotheses.hourly_cost
    if COST_BOUNDS.low <= cost <= COST_BOUNDS.high:
        return None
    return _strong(
        "cost_out_of_bounds",
        f"Coût horaire de {cost}, hors de la fourchette de {COST_BOUNDS.low} à "
        f"{COST_BOUNDS.high} : vérifiez qu'il s'agit du coût chargé d'une heure.",
    )


def _unusual_labour(case: Case) -> Warning | None:
    labour, usual = case.calibration.hypotheses.labour_share, case.usual.labour_share
    if usual.low <= labour <= usual.high:
        return None
    return _warn(
        "labour_share_unusual",
        f"Part de main-d'œuvre de {labour}, d'ordinaire de {usual.low} à {usual.high} pour ce "
        "métier : justifiez-la dans la note de calibrage.",
    )


def _unusual_effort(case: Case) -> Warning | None:
    effort, usual = case.calibration.hypotheses.effort_rate, case.usual.effort_rate
    if usual.low <= effort <= usual.high:
        return None
    return _info(
        "effort_unusual",
        f"Taux d'effort de {effort}, d'ordinaire de {usual.low} à {usual.high} pour ce métier : "
        "justifiez-le dans la note de calibrage.",
    )


def _qualified(case: Case) -> Warning | None:
    trade = case.finding.trade
    if trade is None or trade.technicality is not Technicality.HIGH:
        return None
    return _warn(
        "technicality_high",
        f"« {trade.label} » est un métier qualifié ou réglementé : ouvrez la clause à "
        "l'alternance et aux fonctions d'appui.",
    )


def _price(case: Case) -> Warning | None:
    price, usual = case.calibration.euros_per_hour, benchmarks(case.finding)[0]
    if price is None or usual.up_to is None or usual.euros_per_hour <= price <= usual.up_to:
        return None
    return _info(
        "price_per_hour_unusual",
        f"Une heure pour {Euros.of(price.amount.quantize(1))} de marché, d'ordinaire de "
        f"{usual.euros_per_hour} à {usual.up_to} : comparez avec un marché semblable.",
    )


def _indicative(case: Case) -> Warning | None:
    """A usual value that no text fixes and that nobody has changed."""
    based, usual = case.calibration.hypotheses, case.usual
    untouched = [
        name
        for name, used, default in (
            ("part de main-d'œuvre", based.labour_share, usual.labour_share),
            ("taux d'effort", based.effort_rate, usual.effort_rate),
            ("coût horaire", based.hourly_cost, usual.hourly_cost),
        )
        if used == default.value and default.confidence is Confidence.VARIES
    ]
    if not untouched:
        return None
    return _info(
        "indicative_values",
        f"À faire valider par le facilitateur, car la valeur est indicative : {listed(untouched)}.",
    )


CHECKS: tuple[Check, ...] = (
    _few_hours,
    _high_effort,
    _little_labour,
    _cost,
    _crowd,
    _short,
    _small,
    _qualified,
    _unusual_labour,
    _unusual_effort,
    _price,
    _indicative,
)


def _whole(hours: Hours) -> str:
    return str(Hours.of(hours.whole))


def _info(code: str, sentence: str) -> Warning:
    return Warning(code, Severity.INFO, typeset(sentence))


def _warn(code: str, sentence: str) -> Warning:
    return Warning(code, Severity.WARN, typeset(sentence))


def _strong(code: str, sentence: str) -> Warning:
    return Warning(code, Severity.STRONG, typeset(sentence))
