"""A buyer asks that a purchase be counted in no public figure, or lets it be again."""

from django.db import transaction

from perenne.domain.programming.policy import PURCHASES
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record


@transaction.atomic
def hide_purchase(*, purchase_id: int, by: Actor) -> None:
    """From the next forecast on."""
    _set("purchase.hide", purchase_id, by, is_discreet=True)


@transaction.atomic
def show_purchase(*, purchase_id: int, by: Actor) -> None:
    """Counted again, from the next forecast on."""
    _set("purchase.show", purchase_id, by, is_discreet=False)


def _set(act: str, purchase_id: int, by: Actor, *, is_discreet: bool) -> None:
    row = PURCHASES.take(act, by, purchase_id)
    row.is_discreet = is_discreet
    row.save(update_fields=["is_discreet"])
    record(act, row, by=by)
