"""The buyer gives formal notice, and invites the party to present its observations.

Both may run together, in either order. Delays run from the receipt: nobody decides before.
"""

from datetime import date

from django.db import transaction

from perenne.domain.compliance.actions.steps import taken
from perenne.domain.compliance.models import Letter
from perenne.domain.compliance.policy import LETTERS, SHORTFALLS
from perenne.domain.compliance.states import LetterKind
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused
from perenne.rules.penalties import StepCode

STEPS = {
    LetterKind.FORMAL_NOTICE: StepCode.FORMAL_NOTICE,
    LetterKind.HEARING: StepCode.OBSERVATIONS,
}
SENT_ALREADY = "Cette lettre est déjà partie : indiquez plutôt le jour de sa réception."
TO_COME = "Indiquez un jour de réception qui suit l’envoi et n’est pas à venir."


@transaction.atomic
def summon(*, shortfall_id: int, kind: LetterKind, by: Actor, on: date) -> int:
    """The id of the letter, sent that day. KeyError for an alert, which opens the shortfall."""
    row = SHORTFALLS.take("shortfall.summon", by, shortfall_id)
    taken(STEPS[kind], row, by=by, on=on)
    letter = Letter(shortfall=row, kind=kind, sent_on=on, sent_by_id=by.organisation_id or 0)
    with telling({"letter_of_a_kind_is_sent_once": SENT_ALREADY}):
        letter.save()
    record("shortfall.summon", row, by=by, kind=kind.label)
    return letter.pk


@transaction.atomic
def note_receipt(*, letter_id: int, received_on: date, by: Actor, on: date) -> None:
    """Written once: delays run from that day."""
    letter = LETTERS.take("letter.receive", by, letter_id)
    if not letter.sent_on <= received_on <= on:
        raise Refused(TO_COME)
    letter.received_on = received_on
    letter.save()
    record("letter.receive", letter, by=by)
