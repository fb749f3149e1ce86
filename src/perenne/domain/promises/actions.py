"""What one may do about promises: take note of them. Nothing is ever blocked."""

from datetime import date

from django.db import transaction

from perenne.domain.promises.models import PromiseSeen
from perenne.domain.promises.policy import PROMISES
from perenne.domain.promises.queries.loads import loads_of
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

NOTHING = "Cette structure ne promet plus trop : il n’y a rien à relever. Rechargez la page."


@transaction.atomic
def note_promises(*, structure_id: int, by: Actor, on: date) -> None:
    """The facilitator has read what is too much; told again when the structure promises more."""
    structure = PROMISES.take("promise.note", by, structure_id)
    load = loads_of([structure.pk], on=on)[structure.pk]
    if not load.overloads:
        raise Refused(NOTHING)
    same = {"structure": structure, "facilitator_id": by.organisation_id}
    row = PromiseSeen.objects.filter(**same).first()
    if row is None:
        row = PromiseSeen(**same)
    else:
        remember(row)
    row.minutes_per_month, row.seen_on = load.most.minutes, on
    row.save()
    record("promise.note", row, by=by)
