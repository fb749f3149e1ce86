"""The shortfalls that one may see, by stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from perenne.domain.compliance.models import Shortfall
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.queries.exposures import lead_of
from perenne.domain.compliance.states import LetterKind, ShortfallState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.values import Euros, Hours

SIZE = 25
NO_EUROS = Euros(0)


@dataclass(frozen=True, slots=True)
class ShortfallRow:
    """`amount`: proposed, or decided; None before, and for a party until the decision."""

    id: int
    object: str
    buyer: str
    lead: str
    state: ShortfallState
    opened_on: date
    lacking: Hours
    is_summoned: bool
    amount: Euros | None


def shortfalls_of(
    *,
    seen_by: Actor,
    state: ShortfallState | None = None,
    words: str = "",
    page: int = 1,
    with_amounts: bool = True,
) -> Page[ShortfallRow]:
    """The latest first; two queries."""
    rows = _sought(SHORTFALLS.rows("shortfall.view", seen_by), words)
    if state is not None:
        rows = rows.filter(state=state)
    told = (
        rows.select_related("commitment__contract__buyer")
        .annotate(
            lead=lead_of("commitment__contract"),
            summons=Count("letters", filter=~Q(letters__kind=LetterKind.ALERT), distinct=True),
            proposed=Max("proposals__amount_cents", filter=Q(proposals__withdrawn_at=None)),
            decided=Max("proposals__decision__amount_cents"),
        )
        .order_by("-opened_on", "-pk")
    )
    return page_of(told, page, size=SIZE, card_of=lambda row: _row(row, with_amounts))


def counts_by_stage(*, seen_by: Actor, words: str = "") -> Mapping[ShortfallState, int]:
    """One query."""
    rows = _sought(SHORTFALLS.rows("shortfall.view", seen_by), words).order_by()
    found = rows.values("state").annotate(many=Count("pk"))
    return {ShortfallState(row["state"]): row["many"] for row in found}


def _sought(rows: QuerySet[Shortfall, Any], words: str) -> QuerySet[Shortfall, Any]:
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(commitment__contract__object__icontains=word)
            | Q(commitment__contract__reference__icontains=word)
            | Q(commitment__contract__buyer__name__icontains=word)
        )
    return rows


def _row(row: Any, with_amounts: bool) -> ShortfallRow:
    cents = row.decided if row.decided is not None else row.proposed if with_amounts else None
    return ShortfallRow(
        id=row.pk,
        object=row.commitment.contract.object,
        buyer=row.commitment.contract.buyer.name,
        lead=row.lead or "",
        state=ShortfallState(row.state),
        opened_on=row.opened_on,
        lacking=Hours(row.expected_minutes - row.counted_minutes),
        is_summoned=row.summons > 0,
        amount=Euros.known(cents),
    )
