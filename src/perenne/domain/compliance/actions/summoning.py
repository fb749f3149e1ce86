"""The buyer gives formal notice, and invites the party to present its observations.

Both may run together, in either order. Delays run from the receipt: nobody decides before.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from perenne.domain.compliance.actions.sending import send_letter
from perenne.domain.compliance.actions.steps import taken
from perenne.domain.compliance.policy import LETTERS, SHORTFALLS
from perenne.domain.compliance.queries.files import last_day_of
from perenne.domain.compliance.states import LetterKind
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.penalties import StepCode

STEPS = {
    LetterKind.FORMAL_NOTICE: StepCode.FORMAL_NOTICE,
    LetterKind.HEARING: StepCode.OBSERVATIONS,
}
NONE_CHOSEN = "Choisissez la lettre à envoyer."
TO_COME = "Indiquez un jour de réception qui suit l’envoi et n’est pas à venir."


@transaction.atomic
def summon(*, shortfall_id: int, kind: LetterKind, by: Actor, on: date) -> int:
    """The id of the letter, sent that day. KeyError for an alert, which opens the shortfall."""
    row = SHORTFALLS.take("shortfall.summon", by, shortfall_id)
    standing = taken(STEPS[kind], row, by=by, on=on)
    letter_id = send_letter(row, kind, standing, by=by, on=on)
    record("shortfall.summon", row, by=by, kind=kind.label)
    return letter_id


@transaction.atomic
def summon_by(
    *, shortfall_id: int, kinds: Collection[LetterKind], by: Actor, on: date
) -> tuple[int, ...]:
    """All these letters or none, in the order of the procedure."""
    if not kinds:
        raise Refused(NONE_CHOSEN)
    chosen = [kind for kind in STEPS if kind in kinds]
    return tuple(summon(shortfall_id=shortfall_id, kind=kind, by=by, on=on) for kind in chosen)


@transaction.atomic
def note_receipt(*, letter_id: int, received_on: date, by: Actor, on: date) -> None:
    """Written once: delays run from that day."""
    letter = LETTERS.take("letter.receive", by, letter_id)
    if not letter.sent_on <= received_on <= on:
        raise Refused(TO_COME)
    letter.received_on = received_on
    letter.ends_on = last_day_of(letter)
    letter.save()
    record("letter.receive", letter, by=by)
