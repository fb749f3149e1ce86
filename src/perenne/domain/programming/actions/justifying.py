"""The buyer does without the condition, and says why as the law asks."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models.functions import Now, TruncDate

from perenne.domain.programming.models import ExceptionMemo, PlannedPurchase
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.memos import asked_for, content_of
from perenne.domain.programming.states import PURCHASE_LIFE, PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.thresholds import ExceptionGround, NoMemo, memo_objection


@dataclass(frozen=True, slots=True)
class Motive:
    """`answers`: one for each question of the ground, in their order."""

    ground: ExceptionGround
    answers: tuple[str, ...]
    reason: str


@transaction.atomic
def justify_purchase(*, purchase_id: int, motive: Motive, by: Actor, today: date) -> int:
    """The memo’s number. Refused when the ground is not open, a question or the motive is empty.

    A memo that was in force ends, and stays in the file.
    """
    row = PURCHASES.take("purchase.justify", by, purchase_id)
    asked = asked_for(row, motive.ground)
    if isinstance(asked, NoMemo):
        raise Refused(asked.reason)
    answers = [" ".join(answer.split()) for answer in motive.answers]
    if len(answers) != len(asked.questions) or not all(answers):
        raise Refused("Répondez à chaque question : ce sont les faits que le motif doit énoncer.")
    objection = memo_objection(motive.reason, motive.ground)
    if objection:
        raise Refused(objection)
    end_memo(row, today)
    memo = ExceptionMemo.objects.create(
        purchase=row,
        ground=motive.ground.value,
        answers=[list(pair) for pair in zip(asked.questions, answers, strict=True)],
        reason=motive.reason.strip(),
        content=content_of(row, asked),
        written_on=today,
    )
    row.state = PURCHASE_LIFE.after("purchase.justify", PurchaseState(row.state))
    row.aside_reason = ""
    row.save(update_fields=["state", "aside_reason"])
    record("purchase.justify", row, by=by, ground=motive.ground.label)
    return memo.pk


def end_memo(purchase: PlannedPurchase, today: date | None = None) -> None:
    """On the day of the database where none is given."""
    in_force = ExceptionMemo.objects.filter(purchase=purchase, ended_on=None)
    in_force.update(ended_on=today or TruncDate(Now()))
