"""A doubt is settled: the facts change, and the verdict with them."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from perenne.domain.programming.actions.rows import (
    FACTS_AND_VERDICT,
    facts_on,
    screening_for,
    write,
)
from perenne.domain.programming.policy import PURCHASES
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a purchase; every fact of it is taken as said."""

    object: str
    amount: Euros | None
    months: int | None
    cpv: str
    launch_on: date | None
    place: str


@transaction.atomic
def correct_purchase(*, purchase_id: int, correction: Correction, by: Actor, today: date) -> None:
    """Screens again. What the correction still leaves unknown is asked again, nothing else."""
    row = PURCHASES.take("purchase.correct", by, purchase_id)
    facts = facts_on(row)
    same_amount = correction.amount == facts.amount
    facts = replace(
        facts,
        object=correction.object,
        amount=correction.amount,
        amount_high=facts.amount_high if same_amount else correction.amount,
        months=correction.months,
        cpv=correction.cpv,
        launch_on=correction.launch_on,
        place=correction.place,
        questions=(),
    )
    write(row, screening_for(row.programme, today).of(facts))
    row.save(update_fields=FACTS_AND_VERDICT)
    record("purchase.correct", row, by=by)
