"""A consultation is published with the clauses of its lots; a lot is prepared again with its own.

What is done to lots and to clauses is done in one transaction: lots first, then clauses.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from perenne.domain.clauses.actions.agreeing import take_back
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.queries.publishing import clause_by_lot, objections_to
from perenne.domain.clauses.states import DROPPED, LIFE, PUBLISHED, ClauseState
from perenne.domain.procurement.actions import prepare_lot_again, publish_lots
from perenne.domain.procurement.models import Lot
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def publish_consultation(
    *, consultation_id: int, on: date, by: Actor, lot_ids: Iterable[int] | None = None
) -> None:
    """Lots and clauses together; refused, naming each, when one clause is not approved."""
    chosen = publish_lots(consultation_id=consultation_id, on=on, by=by, lot_ids=lot_ids)
    lots = Lot.objects.filter(pk__in=chosen).order_by("pk")
    clauses = clause_by_lot(lots)
    wrong = objections_to(lots, clauses)
    if wrong:
        raise Refused(" ".join(wrong))
    for lot in lots:
        clause = clauses.get(lot.pk)
        if clause is not None and clause.state != DROPPED:
            _publish(clause.pk, lot, by)


@transaction.atomic
def prepare_again(*, lot_id: int, by: Actor) -> None:
    """A lot without an award goes back to its preparation, and its clause to its wording."""
    prepare_lot_again(lot_id=lot_id, by=by)
    clause = Clause.objects.filter(lot_id=lot_id, state=PUBLISHED).first()
    if clause is not None:
        row = CLAUSES.take("clause.draft_again", by, clause.pk)
        take_back(row, "clause.draft_again")
        record("clause.draft_again", row, by=by)


def _publish(clause_id: int, lot: Lot, by: Actor) -> None:
    clause = CLAUSES.take("clause.publish", by, clause_id)
    clause.lot = lot
    clause.state = LIFE.after("clause.publish", ClauseState(clause.state))
    clause.save()
    record("clause.publish", clause, by=by)
