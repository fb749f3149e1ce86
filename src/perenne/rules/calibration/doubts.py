"""What may be doubted of a calibration: each function says its doubt, or None when it has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from perenne.rules.calibration.benchmarks import price_range
from perenne.rules.calibration.defaults import Defaults, defaults_for
from perenne.rules.calibration.formulas import Calibration
from perenne.rules.calibration.numbers import (
    COMFORT_HOURS,
    CROWD,
    FLOOR_HOURS,
    HIGH_EFFORT,
    HIGHEST_COST,
    LOW_LABOUR,
    LOWEST_COST,
    SHORTEST_SERVICES,
    SHORTEST_WORKS,
    SMALL_AMOUNT,
)
from perenne.rules.calibration.working_time import WEEK, weeks_in
from perenne.rules.french import listed
from perenne.rules.law import Confidence, Default
from perenne.rules.needs import ContractKind, Need
from perenne.rules.practice import Practice
from perenne.rules.segments import SegmentFinding, Technicality
from perenne.values import Euros, Hours

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a doubt may look at."""

    calibration: Calibration
    need: Need
    finding: SegmentFinding
    practice: Practice

    @property
    def usual(self) -> Defaults:
        return defaults_for(self.finding, practice=self.practice)

    @property
    def shortest(self) -> int:
        kind = self.need.kind or self.finding.contract_kind
        return self.held(SHORTEST_WORKS if kind is ContractKind.WORKS else SHORTEST_SERVICES)

    @property
    def figure(self) -> Hours:
        """The volume to the hour, as it is printed."""
        return Hours.of(self.calibration.hours.whole)

    def held(self, number: Default[T]) -> T:
        return self.practice.of(number)


def below_floor(case: Case) -> str | None:
    floor = case.held(FLOOR_HOURS)
    if case.calibration.hours >= floor:
        return None
    return (
        f"{case.figure} : moins de {floor}, environ un mois d'une personne. Regroupez des lots, "
        "réservez le lot ou préférez une action qualitative."
    )


def below_comfort(case: Case) -> str | None:
    comfort = case.held(COMFORT_HOURS)
    if not case.held(FLOOR_HOURS) <= case.calibration.hours < comfort:
        return None
    return (
        f"{case.figure} : moins de {comfort}, le parcours sera court. Prévoyez la globalisation "
        "avec d'autres marchés."
    )


def high_effort(case: Case) -> str | None:
    effort, limit = case.calibration.hypotheses.effort_rate, case.held(HIGH_EFFORT)
    if effort <= limit:
        return None
    return (
        f"Taux d'effort de {effort}, au-dessus de {limit} : la proportionnalité peut être "
        "contestée. Baissez-le, ou réservez le lot à l'insertion."
    )


def little_labour(case: Case) -> str | None:
    labour, limit = case.calibration.hypotheses.labour_share, case.held(LOW_LABOUR)
    if labour >= limit:
        return None
    return (
        f"Part de main-d'œuvre de {labour}, sous {limit} : proposez un lot réservé ou une action "
        "qualitative plutôt que des heures."
    )


def implausible_cost(case: Case) -> str | None:
    cost = case.calibration.hypotheses.hourly_cost
    low, high = case.held(LOWEST_COST), case.held(HIGHEST_COST)
    if low <= cost <= high:
        return None
    return (
        f"Coût horaire de {cost}, hors de la fourchette de {low} à {high} : vérifiez qu'il s'agit "
        "du coût chargé d'une heure."
    )


def crowd(case: Case) -> str | None:
    months = case.need.lasting
    if months is None:
        return None
    each, limit = weeks_in(months) * WEEK.value.minutes, case.held(CROWD)
    persons = case.calibration.hours.minutes / each
    crew = case.calibration.labour_hours.minutes / each
    if persons < 1 or persons * 10_000 <= crew * limit.basis_points:
        return None
    return (
        f"Il faudrait {round(persons)} personne(s) en insertion à la fois pour une équipe estimée "
        f"à {round(crew)} : plus de {limit}. Étalez les heures ou baissez le volume."
    )


def unknown_duration(case: Case) -> str | None:
    if case.need.lasting is not None:
        return None
    return "Durée inconnue : demandez-la à l'acheteur, elle dit si un parcours est possible."


def short(case: Case) -> str | None:
    months, shortest = case.need.lasting, case.shortest
    if months is None or months >= shortest:
        return None
    return (
        f"Durée de {months} mois, moins de {shortest} : le temps manque pour recruter. Prévoyez "
        "l'intérim d'insertion ou la globalisation."
    )


def small(case: Case) -> str | None:
    amount, limit = case.calibration.hypotheses.amount, case.held(SMALL_AMOUNT)
    if amount >= limit:
        return None
    return (
        f"Montant de {amount}, sous {limit} : vérifiez qu'un regroupement de lots ou un lot "
        "réservé ne convient pas mieux."
    )


def qualified(case: Case) -> str | None:
    trade = case.finding.trade
    if trade is None or trade.technicality is not Technicality.HIGH:
        return None
    return (
        f"« {trade.label} » est un métier qualifié ou réglementé : ouvrez la clause à "
        "l'alternance et aux fonctions d'appui."
    )


def unusual_labour(case: Case) -> str | None:
    labour, usual = case.calibration.hypotheses.labour_share, case.usual.labour_share
    if usual.low <= labour <= usual.high:
        return None
    return (
        f"Part de main-d'œuvre de {labour}, d'ordinaire de {usual.low} à {usual.high} pour ce "
        "métier : justifiez-la dans la note de calibrage."
    )


def unusual_effort(case: Case) -> str | None:
    effort, usual = case.calibration.hypotheses.effort_rate, case.usual.effort_rate
    if usual.low <= effort <= usual.high:
        return None
    return (
        f"Taux d'effort de {effort}, d'ordinaire de {usual.low} à {usual.high} pour ce métier : "
        "justifiez-le dans la note de calibrage."
    )


def unusual_price(case: Case) -> str | None:
    price, usual = case.calibration.euros_per_hour, price_range(case.finding)
    least, most = case.held(usual.least), case.held(usual.most)
    if price is None or least <= price <= most:
        return None
    return (
        f"Une heure pour {Euros.of(price.amount.quantize(1))} de marché, d'ordinaire de {least} à "
        f"{most} : comparez avec un marché semblable."
    )


def indicative(case: Case) -> str | None:
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
    return (
        f"À faire valider par le facilitateur, car la valeur est indicative : {listed(untouched)}."
    )
