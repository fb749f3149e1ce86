"""The facilitator decides what is worth a clause."""

from django.db import transaction

from perenne.domain.programming.actions.justifying import end_memo
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import next_day
from perenne.domain.programming.states import PURCHASE_LIFE, PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def keep_purchase(*, purchase_id: int, by: Actor) -> PlannedPurchase:
    """The row, for the clause that is opened on it in the same transaction."""
    return _move("purchase.keep", purchase_id, by)


@transaction.atomic
def leave_purchase_aside(*, purchase_id: int, reason: str, by: Actor) -> None:
    """The reason is shown to the buyer."""
    if not reason.strip():
        raise Refused("Dites pourquoi cet achat est écarté : l’acheteur le lira.")
    why = reason.strip()[:500]
    _move("purchase.leave_aside", purchase_id, by, reason=why, aside_reason=why)


@transaction.atomic
def take_purchase_back(*, purchase_id: int, by: Actor) -> None:
    """Studied again; the motive that was in force, if any, is so no more, and stays in the file."""
    row = _move("purchase.take_back", purchase_id, by, aside_reason="")
    end_memo(row)


def _move(
    act: str, purchase_id: int, by: Actor, *, reason: str = "", **facts: str
) -> PlannedPurchase:
    row = PURCHASES.take(act, by, purchase_id)
    row.state = PURCHASE_LIFE.after(act, PurchaseState(row.state))
    row.next_on = next_day(row)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=["state", "next_on", *facts])
    record(act, row, by=by, reason=reason)
    return row
