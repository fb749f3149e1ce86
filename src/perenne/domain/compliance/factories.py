from datetime import date

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.actions import note_receipt, open_shortfall, summon
from perenne.domain.compliance.models import Shortfall
from perenne.domain.compliance.states import LetterKind
from perenne.kit.actors import Actor

ALERTED, SUMMONED = date(2026, 9, 1), date(2026, 9, 15)


def new_shortfall(commitment: Commitment, *, by: Actor, on: date = ALERTED) -> Shortfall:
    """The party is alerted that day."""
    pk = open_shortfall(commitment_id=commitment.pk, by=by, on=on)
    return Shortfall.objects.get(pk=pk)


def heard(shortfall: Shortfall, *, buyer: Actor, on: date = SUMMONED) -> Shortfall:
    """Both letters sent and received that day: only the delays remain."""
    for kind in (LetterKind.FORMAL_NOTICE, LetterKind.HEARING):
        letter = summon(shortfall_id=shortfall.pk, kind=kind, by=buyer, on=on)
        note_receipt(letter_id=letter, received_on=on, by=buyer, on=on)
    return shortfall
