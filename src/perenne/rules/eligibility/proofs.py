"""Does a proof prove the situation on the first day of the employment contract?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from perenne.rules.eligibility.proof_kinds import PROOFS, ProofKind, ProofRule
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import COMMITTEE_CHECK, IAE_CRITERIA
from perenne.values import add_months


@dataclass(frozen=True, slots=True)
class Proof:
    """`dated` is written on it, `seen_on` when the facilitator saw it, `until` its last day."""

    kind: ProofKind
    dated: date
    seen_on: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ProofVerdict:
    accepted: bool
    reason: str


@cites(
    IAE_CRITERIA,
    COMMITTEE_CHECK,
    says="Ce justificatif prouve-t-il la situation à la date de l’embauche ?",
    confidence=Confidence.VARIES,
)
def accepts(proof: Proof, *, on: date, practice: Practice = USUAL) -> ProofVerdict:
    """Seen on the reference day: neither too old, nor later than it, nor out of its dates."""
    rule = PROOFS[proof.kind]
    objection = _objection(rule, proof, on, practice)
    if objection:
        return ProofVerdict(False, typeset(f"{_capital(rule.label)} : {objection}"))
    return ProofVerdict(True, typeset(f"{_capital(rule.label)} : recevable."))


@cites(
    COMMITTEE_CHECK,
    says="Quels justificatifs faut-il encore demander ?",
    confidence=Confidence.VARIES,
)
def lacking_proofs(
    wanted: tuple[tuple[ProofKind, ...], ...],
    proofs: Sequence[Proof],
    *,
    on: date,
    practice: Practice = USUAL,
) -> tuple[str, ...]:
    """One sentence for each proof that is missing or refused; nothing when all are there."""
    said = (_lacking(choice, proofs, on, practice) for choice in wanted)
    return tuple(sentence for sentence in said if sentence)


def _objection(rule: ProofRule, proof: Proof, on: date, practice: Practice) -> str:
    """What is wrong with it and what to ask for; nothing when it is good."""
    if rule.months is None and not rule.runs:
        return ""
    if proof.dated > on:
        return (
            f"pièce datée du {in_full(proof.dated)}, après l'embauche ; demandez-en une qui "
            "atteste de la situation ce jour-là."
        )
    if rule.months is not None:
        months = practice.of(rule.months)
        if on > add_months(proof.dated, months):
            return (
                f"pièce datée du {in_full(proof.dated)}, plus de {months} mois avant l'embauche ; "
                "demandez-en une plus récente."
            )
    if rule.runs and proof.until is not None and proof.until < on:
        return (
            f"pièce expirée le {in_full(proof.until)} ; demandez son renouvellement ou la preuve "
            "qu'il est demandé."
        )
    return ""


def _lacking(
    choice: tuple[ProofKind, ...], proofs: Sequence[Proof], on: date, practice: Practice
) -> str:
    shown = [accepts(proof, on=on, practice=practice) for proof in proofs if proof.kind in choice]
    if any(verdict.accepted for verdict in shown):
        return ""
    if shown:
        return " ".join(verdict.reason for verdict in shown)
    return typeset(f"Demandez : {' ou '.join(PROOFS[kind].label for kind in choice)}.")


def _capital(label: str) -> str:
    return label[0].upper() + label[1:]
