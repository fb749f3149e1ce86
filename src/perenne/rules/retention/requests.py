"""Whether a record may be erased because the person asks for it (GDPR, article 17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.retention.expiring import DISPUTED, Holding, terms_of
from perenne.rules.retention.periods import Basis
from perenne.rules.texts import GDPR_ANSWER, GDPR_ERASURE

REFUSALS = {
    Basis.DUTY: "une obligation légale impose de garder (RGPD, article 17, 3, b)",
    Basis.CLAIMS: "la preuve sert à la défense de droits en justice (RGPD, article 17, 3, e)",
}


@dataclass(frozen=True, slots=True)
class Erasure:
    """Granted or refused, with the reasons to give to the person."""

    granted: bool
    reasons: tuple[str, ...]


@cites(
    GDPR_ERASURE,
    GDPR_ANSWER,
    says="Faut-il effacer cette donnée quand la personne le demande ?",
    confidence=Confidence.LIKELY,
)
def may_erase_on_request(holding: Holding, day: date, practice: Practice = USUAL) -> Erasure:
    """A need of the house never holds against the person; a duty, a claim, a dispute do."""
    reasons = [
        typeset(f"{term.reason} Refusez d'effacer avant : {REFUSALS[term.period.basis]}.")
        for term in terms_of(holding, practice)
        if term.period.basis in REFUSALS and term.runs_on(day)
    ]
    if holding.disputed:
        reasons.append(DISPUTED)
    if reasons:
        return Erasure(False, tuple(reasons))
    granted = f"{holding.kind.label} : {holding.kind.outcome.label}."
    return Erasure(True, (typeset(f"{granted} Répondez à la personne dans le mois."),))
