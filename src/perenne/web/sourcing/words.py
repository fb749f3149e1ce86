"""A need in a few words."""

from perenne.domain.sourcing.queries import Answered, Need
from perenne.domain.sourcing.states import OfferState
from perenne.kit.french.dates import written
from perenne.values import Hours


def persons_told(many: int) -> str:
    return f"{many} personne{'s' if many > 1 else ''}"


def need_told(need: Need) -> str:
    """« 1 personne, 300 h, à Meaux, dès le 7 décembre 2026 »."""
    return (
        f"{persons_told(need.persons)}, {need.hours}, à {need.place}, "
        f"dès le {written(need.starts_on)}"
    )


OUTCOMES = {
    OfferState.PROPOSED: "L’entreprise ne s’est pas encore prononcée.",
    OfferState.KEPT: "L’entreprise l’a retenue.",
    OfferState.LEFT: "L’entreprise ne l’a pas retenue.",
    OfferState.WITHDRAWN: "Elle a été retirée depuis.",
}


def answered_told(answered: Answered | None) -> tuple[str, ...]:
    """What was answered, and what became of it; nothing while nothing was."""
    if answered is None:
        return ()
    said = f"Répondu le {written(answered.on)}"
    if answered.offered is None:
        until = answered.quiet_until
        peace = (f"Vous n’êtes plus sollicité jusqu’au {written(until)}.",) if until else ()
        return (f"{said} : vous avez décliné ({answered.declined}).", *peace)
    offered = answered.offered
    told = offer_told(offered.persons, offered.monthly)
    return (
        f"{said} : {told}, à partir du {written(offered.starts_on)}.",
        OUTCOMES[offered.state],
    )


def offer_told(persons: int, monthly: Hours | None) -> str:
    """« 1 personne, 120 h par mois »."""
    return persons_told(persons) + (f", {monthly} par mois" if monthly else "")
