"""The shortfalls that one may see, by stage; the commitments under way, the dearest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from perenne.domain.compliance.models import Shortfall
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures, lead_of
from perenne.domain.compliance.states import LetterKind, ShortfallState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of, place_of
from perenne.values import Euros, Hours, fold

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


@dataclass(frozen=True, slots=True)
class Exposed:
    """`total` of all that is found, whatever the page; `at_risk`: how many are late."""

    page: Page[ExposedCommitment]
    total: Euros
    lacking: Hours
    at_risk: int


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


def exposed_commitments(*, seen_by: Actor, on: date, words: str = "", page: int = 1) -> Exposed:
    """Five queries, for one or for a thousand."""
    wanted = fold(words).split()
    every = [one for one in exposures(seen_by=seen_by, on=on) if _has(one, wanted)]
    number, size = place_of(page, size=SIZE, total=len(every))
    shown = every[(number - 1) * size : number * size]
    live = SHORTFALLS.rows("shortfall.view", seen_by).filter(
        state__in=LIVE, commitment__in=[one.commitment_id for one in shown]
    )
    open_on = dict(live.values_list("commitment", "pk"))
    items = [replace(one, followed=open_on.get(one.commitment_id)) for one in shown]
    return Exposed(
        page=Page(items, number, size, len(every)),
        total=sum((one.amount or NO_EUROS for one in every), NO_EUROS),
        lacking=sum((one.standing.lacking for one in every), Hours(0)),
        at_risk=sum(one.standing.is_late for one in every),
    )


def _sought(rows: QuerySet[Shortfall, Any], words: str) -> QuerySet[Shortfall, Any]:
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(commitment__contract__object__icontains=word)
            | Q(commitment__contract__reference__icontains=word)
            | Q(commitment__contract__buyer__name__icontains=word)
        )
    return rows


def _has(one: ExposedCommitment, words: list[str]) -> bool:
    told = fold(f"{one.object} {one.buyer} {one.lead}")
    return all(word in told for word in words)


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
