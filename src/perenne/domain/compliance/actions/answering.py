"""The party answers, as often as it wishes until the decision."""

from django.db import transaction

from perenne.domain.compliance.models import Observation
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

EMPTY = "Écrivez vos observations avant de les envoyer."
SHORTEST, LONGEST = 5, 5_000  # signs


@transaction.atomic
def answer_shortfall(*, shortfall_id: int, text: str, by: Actor) -> None:
    """Early observations shorten no delay: they may be completed."""
    row = SHORTFALLS.take("shortfall.answer", by, shortfall_id)
    said = text.strip()
    if len(said) < SHORTEST:
        raise Refused(EMPTY)
    if len(said) > LONGEST:
        raise Refused(f"Vos observations dépassent {LONGEST} signes : résumez-les.")
    Observation.objects.create(shortfall=row, organisation_id=by.organisation_id or 0, text=said)
    record("shortfall.answer", row, by=by)
