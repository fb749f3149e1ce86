"""What the calibration note prints, in the shape that note.typ reads (see its first lines)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings

from perenne.domain.clauses.queries import (
    ClauseCard,
    Estimate,
    Factor,
    basis_decision,
    estimate_of,
)
from perenne.kit.french.dates import written
from perenne.rules.calibration import Benchmark
from perenne.rules.legal_bases import BasisDecision, LegalBasis

# The families of CCAG x.1.1, as a reminder; the clause itself gives the list that binds.
PUBLICS = (
    "demandeurs d’emploi de longue durée",
    "bénéficiaires du RSA et d’autres minima sociaux",
    "travailleurs handicapés",
    "jeunes de moins de 26 ans sans qualification ou sans emploi",
    "demandeurs d’emploi de plus de 50 ans",
    "réfugiés et bénéficiaires de la protection subsidiaire",
    "salariés en parcours d’une SIAE, d’un GEIQ, d’une EA ou d’un ESAT",
    "autres personnes, sur avis motivé d’un prescripteur",
)


def note_facts(clause: ClauseCard, *, today: date) -> Mapping[str, Any]:
    estimate = estimate_of(clause.need, clause.hypotheses, due=clause.hours_due)
    return {
        "title": f"Note de calibrage – {clause.object}",
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "reference": f"CAL-{clause.id:05d}",
        "version": str(clause.version),
        "made_on": written(clause.calibrated_on or today),
        "contract": clause.operation or clause.object,
        "lot": clause.object if clause.operation else clause.lot or None,
        "buyer": clause.buyer,
        "segment": clause.segment,
        "amount": clause.hypotheses.amount,
        "duration": f"{clause.need.lasting}\u00a0mois" if clause.need.lasting else None,
        **_calculation(clause, estimate),
        "benchmarks": [_benchmark(benchmark) for benchmark in estimate.benchmarks],
        "warnings": [
            {"severity": warning.severity.value, "sentence": warning.sentence}
            for warning in estimate.warnings
        ],
        "basis": _basis(clause, basis_decision(clause)),
        "duty": {"label": clause.duty.verdict.label, "reasons": list(clause.duty.reasons)},
        "publics": list(PUBLICS),
        "recompute": f"{settings.ADDRESS}/clauses/{clause.id}/calibrer/",
        "facilitator": {
            "name": clause.facilitator.name,
            "organisation": clause.facilitator.organisation,
            "email": clause.facilitator.email,
            "phone": clause.facilitator.phone,
        },
        "buyer_signatory": "",
    }


def _calculation(clause: ClauseCard, estimate: Estimate) -> dict[str, Any]:
    given, found = clause.hypotheses, estimate.calibration
    amount = {
        "label": "Montant de référence hors taxes",
        "value": given.amount,
        "source": "Estimation de l’acheteur",
        "confidence": "valeur donnée par l’acheteur",
    }
    fte = estimate.fte[0]
    return {
        "factors": [amount, *map(_factor, estimate.factors)],
        "steps": [
            f"{given.amount} × {given.labour_share} = {found.labour_amount} de main-d’œuvre.",
            f"{found.labour_amount} × {given.effort_rate} = {found.insertion_amount} "
            "consacrés à l’insertion.",
            f"{found.insertion_amount} ÷ {given.hourly_cost} de l’heure = {estimate.hours}, "
            f"soit {estimate.due} au contrat.",
            *([f"Écart expliqué : {clause.reason}"] if clause.reason else []),
        ],
        "hours": estimate.due,
        "fte": {"value": str(fte.value).replace(".", ","), "base": f"{fte.base}\u00a0h par an"},
        "labour_share_of_hours": given.effort_rate,
        "euros_per_hour": found.euros_per_hour,
        "in_people": estimate.people,
    }


def _factor(factor: Factor) -> dict[str, str]:
    return {
        "label": factor.label,
        "value": factor.value,
        "source": factor.source,
        "confidence": factor.confidence,
    }


def _benchmark(benchmark: Benchmark) -> dict[str, str]:
    top = f" à {benchmark.up_to}" if benchmark.up_to else ""
    return {
        "label": benchmark.label,
        "value": f"{benchmark.euros_per_hour}{top}",
        "source": str(benchmark.source),
    }


def _basis(clause: ClauseCard, decision: BasisDecision) -> dict[str, Any]:
    """The basis chosen; the rules' own reasons only when it is the one that they proposed."""
    chosen = clause.terms.basis or LegalBasis(decision.proposed)
    as_proposed = chosen is decision.proposed
    articles = decision.articles if as_proposed else chosen.articles
    return {
        "label": chosen.label,
        "articles": " ; ".join(map(str, articles)),
        "reasons": list(decision.reasons) if as_proposed else ["Choix du facilitateur."],
        "rejected": [
            {"label": other.basis.label, "reason": other.reason}
            for other in decision.rejected
            if other.basis is not chosen
        ],
    }
