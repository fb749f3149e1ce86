"""What the law says of a file, with the facts and the proofs that it holds now."""

from dataclasses import dataclass

from perenne.domain.participants.models import EligibilityFile
from perenne.domain.participants.queries.facts import person_said
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import (
    PROOFS,
    PUBLICS,
    Contradiction,
    Decision,
    Declaration,
    EligibilityCategory,
    Proof,
    ProofKind,
    assess,
    contradictions,
    lacking_proofs,
)


@dataclass(frozen=True, slots=True)
class Assessed:
    """`certified`: proved by more than the word of the person."""

    decision: Decision
    contradictions: tuple[Contradiction, ...]
    certified: bool


def assessed(file: EligibilityFile) -> Assessed:
    """On the day of hiring; Refused when a fact is impossible or the person was erased."""
    born_on = file.participant.born_on
    if born_on is None:
        raise Refused("Cette personne a été effacée : plus rien ne peut être vérifié.")
    person = person_said(born_on, file.situation)
    proofs = proofs_of(file)
    decision = assess(person, proofs, on=file.hire_on)
    said = Declaration(
        person, file.hire_on, frozenset(map(EligibilityCategory, file.claimed)), proofs
    )
    return Assessed(decision, contradictions(said), _is_certified(decision, proofs))


def proofs_of(file: EligibilityFile) -> list[Proof]:
    return [
        Proof(ProofKind(row.kind), row.dated_on, row.seen_on, row.valid_until)
        for row in file.proofs.all()
    ]


def ground_proved_by(kind: ProofKind, decision: Decision) -> EligibilityCategory:
    """For which ground a proof was seen: one that is met and asks for it, else any that does."""
    wanting = [row.code for row in PUBLICS if any(kind in choice for choice in row.proofs)]
    found = next((code for code in decision.grounds if code in wanting), None)
    if found is None and not wanting:
        raise Refused(f"Aucun critère ne demande cette pièce : {PROOFS[kind].label}.")
    return found or wanting[0]


def _is_certified(decision: Decision, proofs: list[Proof]) -> bool:
    if decision.main is None:
        return False
    seen = [proof for proof in proofs if proof.kind is not ProofKind.DECLARATION]
    return not lacking_proofs(PUBLICS[decision.main].proofs, seen, on=decision.on)
