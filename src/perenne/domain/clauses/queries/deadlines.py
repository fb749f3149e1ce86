"""Purchases by the day of their next step: a clause that is calibrated asks no more for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.states import ClauseState
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import step_on, still_current
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import Page, page_of
from perenne.rules.deadlines import NextStep
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    id: int
    object: str
    buyer: str
    facilitator: str
    state: PurchaseState
    stands_in_for: str
    amount: Euros | None
    hours: Hours | None
    step: NextStep
    may_reassign: bool


def purchases_by_deadline(
    *,
    seen_by: Actor,
    on: date,
    body_id: int | None = None,
    late_only: bool = False,
    page: int = 1,
) -> Page[DeadlineRow]:
    """Late first, then the nearest; those without a day last. `on` is the day it is asked for.

    Received, or kept and not calibrated yet; a line that a later programme takes up or takes away
    is left out. Two queries.
    """
    calibrated = Clause.objects.filter(purchase=OuterRef("pk")).exclude(state=ClauseState.DRAFT)
    rows = (
        PURCHASES.rows("purchase.follow", seen_by)
        .filter(still_current(), ~Q(Exists(calibrated)))
        .annotate(due_on=Coalesce("next_on", "launch_on"))
        .select_related("programme__buyer", "facilitator", "stands_in_for")
    )
    if body_id is not None:
        rows = rows.filter(facilitator_id=body_id)
    if late_only:
        rows = rows.filter(Q(due_on__lt=on) | Q(launch_on__lte=on))
    is_coordination = seen_by.role is Role.COORDINATION
    return page_of(
        rows.order_by("due_on", "pk"),
        page,
        size=30,
        card_of=lambda row: _row(row, on, is_coordination),
    )


def clauses_on(purchase_ids: list[int], *, seen_by: Actor) -> Mapping[int, int]:
    """Purchase → its clause, for those that one may see; one query."""
    rows = CLAUSES.rows("clause.view", seen_by).filter(purchase_id__in=purchase_ids)
    return dict(rows.values_list("purchase_id", "pk"))


def _row(row: Any, on: date, is_coordination: bool) -> DeadlineRow:
    return DeadlineRow(
        id=row.pk,
        object=row.object,
        buyer=row.programme.buyer.name if row.programme.buyer else "",
        facilitator=row.facilitator.name if row.facilitator else "",
        state=PurchaseState(row.state),
        stands_in_for=row.stands_in_for.name if row.stands_in_for else "",
        amount=Euros.known(row.amount_cents),
        hours=None if row.minutes is None else Hours(row.minutes),
        step=step_on(row, on),
        may_reassign=is_coordination and row.state == PurchaseState.RECEIVED,
    )
