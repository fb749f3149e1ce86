"""A calibration and everything that helps to judge it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from perenne.rules.calibration import (
    Benchmark,
    Calibration,
    Defaults,
    Hypotheses,
    Warning,
    benchmarks,
    calibrate,
    contractual,
    defaults_for,
    in_people,
    warnings,
)
from perenne.rules.law import Default
from perenne.rules.needs import Need
from perenne.rules.segments import find_segment
from perenne.values import FteBase, Hours


@dataclass(frozen=True, slots=True)
class Factor:
    """One hypothesis beside the usual value of its trade."""

    name: str
    label: str
    value: str
    usual: str
    bounds: str
    source: str
    usual_source: str
    confidence: str
    is_usual: bool

    @property
    def hint(self) -> str:
        """The usual value, its bounds, its origin: what the facilitator judges by."""
        bounds = f", {self.bounds}" if self.bounds else ""
        return f"Valeur usuelle : {self.usual}{bounds} ({self.usual_source})."


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Full-time equivalents over one year, with the annual hours they are counted on."""

    value: Decimal
    base: int

    @property
    def label(self) -> str:
        return f"Équivalent temps plein (base {self.base} h)"


@dataclass(frozen=True, slots=True)
class Estimate:
    """`hours` is what the hypotheses give, `due` what the contract would ask for."""

    calibration: Calibration
    hours: Hours
    due: Hours
    factors: tuple[Factor, ...]
    fte: tuple[Equivalent, ...]
    people: str
    warnings: tuple[Warning, ...]
    benchmarks: tuple[Benchmark, ...]

    @property
    def insertion_share(self) -> str:
        """The part of the contract that goes to insertion."""
        return f"{self.calibration.share_of_amount} du marché"


def estimate_of(need: Need, hypotheses: Hypotheses, *, due: Hours | None = None) -> Estimate:
    """`due` None: the hours rounded down, as contracts write them."""
    finding = find_segment(need.object, need.cpv)
    calibration = calibrate(hypotheses)
    kept = due if due is not None else contractual(calibration.hours)
    return Estimate(
        calibration=calibration,
        hours=calibration.hours,
        due=kept,
        factors=_factors(hypotheses, defaults_for(finding)),
        fte=tuple(Equivalent(kept.fte(base), int(base)) for base in (FteBase.LEGAL, FteBase.PAID)),
        people=in_people(kept, need.lasting),
        warnings=warnings(calibration, need=need, finding=finding),
        benchmarks=benchmarks(finding),
    )


def _factors(given: Hypotheses, usual: Defaults) -> tuple[Factor, ...]:
    return (
        _factor("labour_share", "Part de main-d’œuvre", given.labour_share, usual.labour_share),
        _factor("effort_rate", "Taux d’effort d’insertion", given.effort_rate, usual.effort_rate),
        _factor("hourly_cost", "Coût horaire chargé", given.hourly_cost, usual.hourly_cost),
    )


def _factor(name: str, label: str, value: object, usual: Default[Any]) -> Factor:
    is_usual = value == usual.value
    return Factor(
        name=name,
        label=label,
        value=str(value),
        usual=str(usual.value),
        bounds="" if usual.low == usual.high else f"de {usual.low} à {usual.high}",
        usual_source=f"{usual.source}, {usual.confidence.label}",
        source=str(usual.source) if is_usual else "Valeur du facilitateur",
        confidence=usual.confidence.label if is_usual else "valeur fixée par le facilitateur",
        is_usual=is_usual,
    )
