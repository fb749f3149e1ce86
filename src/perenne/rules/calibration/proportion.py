"""Is the clause proportionate? Each doubt says what to do about it; none forbids anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.calibration import doubts
from perenne.rules.calibration.doubts import Case
from perenne.rules.calibration.formulas import Calibration
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.needs import Need
from perenne.rules.practice import USUAL, Practice
from perenne.rules.segments import SegmentFinding
from perenne.rules.texts import PRACTICE, SUD_77


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


@dataclass(frozen=True, slots=True)
class Doubt:
    """`sentence`: what is said when the doubt holds, None when it does not."""

    code: str
    label: str
    severity: Severity
    sentence: Callable[[Case], str | None]
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES


INFO, WARN, STRONG = Severity

# The gravest first.
DOUBTS = Table(
    "doubts",
    "Doutes sur la proportionnalité d’une clause",
    (
        Doubt("hours_below_floor", "Volume sous le plancher", STRONG, doubts.below_floor),
        Doubt("effort_high", "Taux d’effort élevé", STRONG, doubts.high_effort),
        Doubt("labour_share_low", "Peu de main-d’œuvre", STRONG, doubts.little_labour),
        Doubt(
            "cost_out_of_bounds",
            "Coût horaire peu plausible",
            STRONG,
            doubts.implausible_cost,
            SUD_77,
        ),
        Doubt("hours_low", "Volume faible", WARN, doubts.below_comfort),
        Doubt("too_many_at_once", "Trop de personnes à la fois", WARN, doubts.crowd),
        Doubt("duration_short", "Durée courte", WARN, doubts.short),
        Doubt("amount_small", "Petit montant", WARN, doubts.small),
        Doubt("technicality_high", "Métier qualifié ou réglementé", WARN, doubts.qualified),
        Doubt(
            "labour_share_unusual", "Part de main-d’œuvre inhabituelle", WARN, doubts.unusual_labour
        ),
        Doubt("duration_unknown", "Durée inconnue", INFO, doubts.unknown_duration),
        Doubt("effort_unusual", "Taux d’effort inhabituel", INFO, doubts.unusual_effort),
        Doubt("price_per_hour_unusual", "Prix d’une heure inhabituel", INFO, doubts.unusual_price),
        Doubt("indicative_values", "Valeurs indicatives", INFO, doubts.indicative),
    ),
)


@cites(
    PRACTICE,
    SUD_77,
    says="La clause est-elle proportionnée ?",
    confidence=Confidence.VARIES,
)
def warnings(
    calibration: Calibration,
    *,
    need: Need,
    finding: SegmentFinding,
    practice: Practice = USUAL,
) -> tuple[Warning, ...]:
    """Every doubt about this calibration, the gravest first."""
    case = Case(calibration, need, finding, practice)
    return tuple(
        Warning(doubt.code, doubt.severity, typeset(sentence))
        for doubt in DOUBTS
        if (sentence := doubt.sentence(case)) is not None
    )
