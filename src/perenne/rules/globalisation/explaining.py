"""Each allocation in one French line: what, where, and why it may be counted there."""

from __future__ import annotations

from perenne.rules.french import MONTHS, in_full, typeset
from perenne.rules.globalisation.facts import Commitment, Consent, Work
from perenne.rules.globalisation.orders import ORDER, ORDERS
from perenne.rules.globalisation.windows import LONGEST_MONTHS
from perenne.rules.practice import Practice
from perenne.values import Hours, Period


def explained(work: Work, commitment: Commitment, hours: Hours, *, practice: Practice) -> str:
    """« Mars 2026, P12 : 35 h comptées sur « Marché B »… » (typeset)."""
    month = f"{MONTHS[work.month.month - 1].capitalize()} {work.month.year}"
    counted = f"{month}, {work.person} : {hours} sur « {commitment.contract} »"
    if work.clause_id == commitment.clause_id:
        return typeset(f"{counted}, où elles ont été travaillées.{_begun(work, commitment)}")
    return typeset(
        f"{counted}, par globalisation : {_accepted(commitment)}, le marché est en cours ce "
        f"mois-là, le parcours commencé le {in_full(work.pathway_start)} n'a pas dépassé "
        f"{practice.of(LONGEST_MONTHS)} mois. {_preferred(commitment, practice)}"
        f"{_begun(work, commitment)}"
    )


def _accepted(commitment: Commitment) -> str:
    if commitment.consent is Consent.CAPPED:
        return f"l'acheteur l'accepte dans la limite de {commitment.cap}"
    return "l'acheteur l'accepte"


def _preferred(commitment: Commitment, practice: Practice) -> str:
    order = ORDERS[practice.of(ORDER)]
    return f"Ordre retenu : {order.label} ({order.because(commitment)})."


def _begun(work: Work, commitment: Commitment) -> str:
    """A month that the performance of the contract covers in part only."""
    days, performance = work.days, commitment.performance
    if performance.start <= days.start and days.end <= performance.end:
        return ""
    shared = Period(max(days.start, performance.start), min(days.end, performance.end))
    return (
        f" Mois incomplet : seules les heures du {shared.start:%d/%m/%Y} au "
        f"{shared.last_day:%d/%m/%Y} peuvent y compter, vérifiez-les."
    )
