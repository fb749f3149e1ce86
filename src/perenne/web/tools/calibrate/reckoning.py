"""A calibration told to a visitor: the hours, what they mean, what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING
from typing import Any

from perenne.rules.calibration import (
    Benchmark,
    Calibration,
    Hypotheses,
    Scheme,
    Warning,
    as_fte,
    as_share,
    benchmarks,
    calibrate,
    contractual,
    defaults_for,
    in_people,
    least_amount,
    warnings,
    with_amount,
)
from perenne.rules.calibration.numbers import COMFORT_HOURS, FLOOR_HOURS
from perenne.rules.law import Default
from perenne.rules.needs import BuyerKind, Need
from perenne.rules.segments import SegmentFinding
from perenne.values import Euros, FteBase, Hours, Share
from perenne.web.design.numbers import write_number
from perenne.web.tools.teams import Teams, teams_for

LEGAL = FteBase.LEGAL
YEAR = 12
NO_TRADE = "Métier non précisé"


@dataclass(frozen=True, slots=True)
class Factor:
    """One hypothesis: its value, where it comes from and how sure it is, and what is usual."""

    label: str
    value: str
    source: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """A volume that matters, and the amount from which these hypotheses give it."""

    hours: Hours
    amount: Euros | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    finding: SegmentFinding
    calibration: Calibration
    due: Hours
    months: int | None
    factors: tuple[Factor, ...]
    floor: Size
    comfort: Size
    warnings: tuple[Warning, ...]
    benchmarks: tuple[Benchmark, ...]
    scheme: Scheme | None

    @property
    def trade(self) -> str:
        """The trade, and its segment where that says more."""
        trade, segment = self.finding.trade, self.finding.segment
        if trade is None:
            return NO_TRADE
        if segment is None or segment.label == trade.label:
            return trade.label
        return f"{trade.label} ({segment.label})"

    @property
    def people(self) -> str:
        return in_people(self.due, self.months)

    @property
    def teams(self) -> Teams:
        return teams_for(self.due, self.months)

    @property
    def fte(self) -> str:
        """Full-time equivalents of one year, as they are written."""
        return write_number(self.due.fte(LEGAL))

    @property
    def fte_meanwhile(self) -> str:
        """The same during the contract only; "" when a year or nothing is known."""
        if self.months in (None, YEAR):
            return ""
        return f"{as_fte(self.due, months=self.months or YEAR)} pendant les {self.months}\u00a0mois"

    @property
    def share_of_hours(self) -> Share | None:
        """Of the hours of work that the contract is estimated to take."""
        worked = self.calibration.labour_hours
        return as_share(self.due, worked) if worked else None


def reckon(
    based: Hypotheses, finding: SegmentFinding, *, months: int | None, step: Euros | None
) -> Reckoning:
    found = calibrate(based)
    return Reckoning(
        finding=finding,
        calibration=found,
        due=contractual(found.hours),
        months=months,
        factors=_factors(based, finding),
        floor=_size(FLOOR_HOURS, based),
        comfort=_size(COMFORT_HOURS, based),
        warnings=warnings(found, need=_need(based, finding, months), finding=finding),
        benchmarks=benchmarks(finding),
        scheme=_scheme(based, step),
    )


def _need(based: Hypotheses, finding: SegmentFinding, months: int | None) -> Need:
    return Need(
        object=finding.label,
        cpv=None,
        amount=based.amount,
        amount_high=None,
        whole_amount=None,
        months=months,
        consulted_on=None,
        buyer=BuyerKind.LOCAL_AUTHORITY,
        kind=finding.contract_kind,
    )


def _size(hours: Default[Hours], based: Hypotheses) -> Size:
    """To the euro above: cents would be a false precision."""
    least = least_amount(hours.value, based)
    whole = Euros.of(least.amount.to_integral_value(ROUND_CEILING)) if least else least
    return Size(hours.value, whole)


def _scheme(based: Hypotheses, step: Euros | None) -> Scheme | None:
    """None without a step, or when a step gives no whole minute."""
    hours = calibrate(with_amount(based, step)).hours if step else Hours(0)
    return Scheme(step, hours) if step and hours else None


def _factors(based: Hypotheses, finding: SegmentFinding) -> tuple[Factor, ...]:
    usual = defaults_for(finding)
    return (
        Factor("Montant hors taxes", str(based.amount), "Votre estimation."),
        _factor("Part de main-d’œuvre", based.labour_share, usual.labour_share),
        _factor("Taux d’effort d’insertion", based.effort_rate, usual.effort_rate),
        _factor("Coût horaire chargé", based.hourly_cost, usual.hourly_cost),
    )


def _factor(label: str, value: object, usual: Default[Any]) -> Factor:
    bounds = "" if usual.low == usual.high else f", de {usual.low} à {usual.high}"
    hint = f"D’usage : {usual.value}{bounds}."
    if value == usual.value:
        return Factor(label, str(value), f"{usual.source}, {usual.confidence.label}.", hint)
    return Factor(label, str(value), "Votre valeur.", hint)
