"""The facilitator asks whether hours may move; the buyer answers, or its letter is written down.

The commitment is locked: a globalisation that is being approved sees the answer, or is over.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from perenne.domain.clauses.models import Commitment, GlobalisationAnswer
from perenne.domain.clauses.policy import COMMITMENTS
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.globalisation import Consent
from perenne.values import Hours, Share

SHORTEST = 5  # signs, as the journal asks of any reason
WHOLE = 10_000
NO_SHARE = "Indiquez la part des heures qui peut venir d’autres marchés : entre 0 et 100 %."
NO_LETTER = "Indiquez la date de la lettre de l’acheteur : c’est lui qui accepte ou refuse."
TOO_LATE = "Cette lettre est datée de l’avenir : corrigez sa date."


@dataclass(frozen=True, slots=True)
class Answer:
    """`since` None: since the first day of the contract. `letter_on`: by the facilitator alone."""

    consent: Consent
    cap: Share | None = None
    since: date | None = None
    letter_on: date | None = None
    reason: str = ""


@transaction.atomic
def ask_consent(*, commitment_id: int, hours: Hours, by: Actor, on: date) -> None:
    """`hours`: those that would come. It waits on the desk of the buyer."""
    taken = COMMITMENTS.take("consent.ask", by, commitment_id)
    GlobalisationAnswer.objects.create(
        commitment=taken, asked_on=on, asked_minutes=max(0, hours.minutes)
    )
    record("consent.ask", taken, by=by, minutes=hours.minutes)


@transaction.atomic
def answer_consent(*, commitment_id: int, said: Answer, by: Actor, on: date) -> None:
    """The answer of today stands in place of those before; what is counted already stays."""
    taken = COMMITMENTS.take("consent.answer", by, commitment_id)
    row = _row(taken, said, on)
    row.answered_by_id, row.answered_on = by.organisation_id, on
    row.letter_on = None if by.role is Role.BUYER else _letter(said, on)
    row.save()
    record(
        "consent.answer", taken, by=by, answer=row.answer, cap_bp=row.cap_bp, since=row.since,
        letter_on=row.letter_on,
    )  # fmt: skip


def _row(commitment: Commitment, said: Answer, on: date) -> GlobalisationAnswer:
    """The question that waits, or a new row; refused when the answer is not whole."""
    waiting = GlobalisationAnswer.objects.filter(commitment=commitment, answer="").first()
    row = waiting or GlobalisationAnswer(commitment=commitment)
    row.answer, row.reason = said.consent.value, said.reason.strip()[:500]
    if said.consent is Consent.REFUSED:
        if len(row.reason) < SHORTEST:
            raise Refused(WITHOUT_REASON)
        row.since = on
        return row
    contract = commitment.contract
    row.since = said.since or contract.starts_on or commitment.opened_on
    if said.consent is Consent.CAPPED:
        if said.cap is None or not 0 < said.cap.basis_points < WHOLE:
            raise Refused(NO_SHARE)
        row.cap_bp = said.cap.basis_points
    return row


def _letter(said: Answer, on: date) -> date:
    if said.letter_on is None:
        raise Refused(NO_LETTER)
    if said.letter_on > on:
        raise Refused(TOO_LATE)
    return said.letter_on
