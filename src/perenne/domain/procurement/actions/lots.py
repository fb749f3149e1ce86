"""What becomes of lots once they are put out to tender, but their award."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from perenne.domain.procurement.models import Lot
from perenne.domain.procurement.policy import CONSULTATIONS, LOTS
from perenne.domain.procurement.states import LOT_LIFE, LotState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def publish_lots(
    *, consultation_id: int, on: date, by: Actor, lot_ids: Iterable[int] | None = None
) -> list[int]:
    """Those in preparation, or these; the day becomes that of the consultation.

    For `clauses`, which publishes the clause of each lot in the same transaction.
    """
    consultation = CONSULTATIONS.take("consultation.amend", by, consultation_id)
    rows = consultation.lots.filter(state__in=LOT_LIFE.sources("lot.publish")).order_by("pk")
    chosen = list(rows if lot_ids is None else rows.filter(pk__in=list(lot_ids)))
    if not chosen:
        raise Refused("Aucun lot n’est en préparation : ajoutez-en un, ou reprenez-en un.")
    if consultation.bids_due_on and consultation.bids_due_on < on:
        raise Refused(
            "La remise des offres est prévue avant cette publication : corrigez d’abord les dates."
        )
    for lot in chosen:
        _move("lot.publish", lot.pk, by, published_on=on)
    consultation.publish_on = on
    consultation.save(update_fields=["publish_on"])
    record("consultation.amend", consultation, by=by)
    return [lot.pk for lot in chosen]


@transaction.atomic
def find_lot_unsuccessful(*, lot_id: int, reason: str, by: Actor) -> None:
    """No bid, or none that can be kept."""
    _move("lot.find_unsuccessful", lot_id, by, reason=reason.strip()[:500])


@transaction.atomic
def drop_lot(*, lot_id: int, reason: str, by: Actor) -> None:
    """The buyer gives it up (*sans suite*), and says why (R2185-1)."""
    _move("lot.drop", lot_id, by, reason=reason.strip()[:500])


@transaction.atomic
def prepare_lot_again(*, lot_id: int, by: Actor) -> None:
    """For a new consultation of the same lot; `clauses` opens its clause again at once."""
    _move("lot.prepare_again", lot_id, by, reason="", published_on=None)


def _move(act: str, lot_id: int, by: Actor, **columns: object) -> Lot:
    row = LOTS.take(act, by, lot_id)
    row.state = LOT_LIFE.after(act, LotState(row.state))
    for name, value in columns.items():
        setattr(row, name, value)
    why = str(columns.get("reason", ""))
    if row.state in {LotState.UNSUCCESSFUL, LotState.DROPPED} and not why:
        raise Refused("Dites pourquoi : le motif reste dans le dossier du marché.")
    row.save(update_fields=["state", *columns])
    record(act, row, by=by, reason=why)
    return row
