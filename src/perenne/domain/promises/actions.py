"""What one may do about promises: take note of them, keep several offers that share a need.

Nothing is ever blocked by what a structure said it has.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from perenne.domain.promises.models import PromiseSeen
from perenne.domain.promises.policy import PROMISES
from perenne.domain.promises.queries.groups import sharing_in
from perenne.domain.promises.queries.loads import loads_of
from perenne.domain.sourcing.actions import keep_offer
from perenne.domain.sourcing.queries import opening_card
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

NO_GROUP = (
    "Ces offres ne font plus le besoin ensemble : une réponse est venue entre-temps. Rechargez la "
    "page."
)
NOTHING = "Cette structure ne promet plus trop : il n’y a rien à relever. Rechargez la page."


@transaction.atomic
def note_promises(*, structure_id: int, by: Actor, on: date) -> None:
    """The facilitator has read what is too much; told again when the structure promises more."""
    structure = PROMISES.take("promise.note", by, structure_id)
    load = loads_of([structure.pk], on=on).get(structure.pk)
    if load is None or not load.concerns(by.organisation_id):
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


@transaction.atomic
def keep_together(*, opening_id: int, offers: Collection[int], by: Actor, on: date) -> None:
    """The offers that share the need, as they were read: all of them, or none when they changed.

    Each takes what its structure can, the last one what is left.
    """
    sharing = sharing_in(opening_card(opening_id, seen_by=by), seen_by=by, on=on)
    group = sharing.together
    if not group or {it.offer_id for it in group} != set(offers):
        raise Refused(NO_GROUP)
    left = sharing.left
    for it in group:
        part = min(it.takes, left)
        keep_offer(offer_id=it.offer_id, by=by, on=on, hours=part)
        left -= part
