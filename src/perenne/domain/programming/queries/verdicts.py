"""The sentences of a verdict, kept as they were said that day, and read back for the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from perenne.rules.law import Default
from perenne.rules.legal_bases import BasisDecision, LegalBasis
from perenne.rules.screening import Advice, Verdict
from perenne.rules.thresholds import DutyVerdict

TONES = {
    Advice.RECOMMENDED: "success",
    Advice.TO_STUDY: "info",
    Advice.NOT_ADVISED: "neutral",
    Advice.UNDECIDED: "warning",
}


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One factor of the calculation, with where it comes from."""

    label: str
    value: str
    bounds: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Caution:
    severity: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Alternative:
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class VerdictCard:
    advice: Advice
    tone: str
    understood: str
    reasons: tuple[str, ...]
    hypotheses: tuple[Hypothesis, ...]
    basis: LegalBasis | None
    basis_reasons: tuple[str, ...]
    articles: tuple[str, ...]
    rejected: tuple[Alternative, ...]
    duty: DutyVerdict
    duty_reasons: tuple[str, ...]
    exceptions: tuple[str, ...]
    next_label: str
    next_reason: str
    is_late: bool
    cautions: tuple[Caution, ...]


def sentences_of(verdict: Verdict) -> dict[str, Any]:
    """Plain JSON."""
    basis = verdict.basis
    return {
        "understood": verdict.finding.label,
        "reasons": list(verdict.reasons),
        "hypotheses": _hypotheses(verdict),
        "duty_reasons": list(verdict.duty.reasons),
        "exceptions": [ground.label for ground in verdict.duty.exceptions],
        "next_label": verdict.next_step.label,
        "next_reason": verdict.next_step.reason,
        "is_late": verdict.next_step.late,
        "cautions": [[warning.severity, warning.sentence] for warning in verdict.warnings],
        **(_basis(basis) if basis else {}),
    }


def verdict_card(kept: Mapping[str, Any], *, advice: str, duty: str, basis: str) -> VerdictCard:
    return VerdictCard(
        advice=Advice(advice),
        tone=TONES[Advice(advice)],
        understood=kept["understood"],
        reasons=tuple(kept["reasons"]),
        hypotheses=tuple(Hypothesis(**hypothesis) for hypothesis in kept["hypotheses"]),
        basis=LegalBasis(basis) if basis else None,
        basis_reasons=tuple(kept.get("basis_reasons", ())),
        articles=tuple(kept.get("articles", ())),
        rejected=tuple(Alternative(*pair) for pair in kept.get("rejected", ())),
        duty=DutyVerdict(duty),
        duty_reasons=tuple(kept["duty_reasons"]),
        exceptions=tuple(kept["exceptions"]),
        next_label=kept["next_label"],
        next_reason=kept["next_reason"],
        is_late=kept["is_late"],
        cautions=tuple(Caution(*pair) for pair in kept["cautions"]),
    )


def card_of_verdict(verdict: Verdict) -> VerdictCard:
    """The card of a verdict that was never kept (command line)."""
    return verdict_card(
        sentences_of(verdict),
        advice=verdict.advice,
        duty=verdict.duty.verdict,
        basis=verdict.basis.proposed if verdict.basis else "",
    )


def _basis(basis: BasisDecision) -> dict[str, Any]:
    return {
        "basis_reasons": list(basis.reasons),
        "articles": [str(article) for article in basis.articles],
        "rejected": [[no.basis.label, no.reason] for no in basis.rejected],
    }


def _hypotheses(verdict: Verdict) -> list[dict[str, str]]:
    if verdict.calibration is None:
        return []
    usual = verdict.defaults
    return [
        _hypothesis("Part de main-d’œuvre", usual.labour_share),
        _hypothesis("Taux d’effort d’insertion", usual.effort_rate),
        _hypothesis("Coût horaire chargé", usual.hourly_cost),
    ]


def _hypothesis(label: str, usual: Default[Any]) -> dict[str, str]:
    return {
        "label": label,
        "value": str(usual.value),
        "bounds": "" if usual.low == usual.high else f"de {usual.low} à {usual.high}",
        "source": str(usual.source),
        "confidence": usual.confidence.label,
    }
