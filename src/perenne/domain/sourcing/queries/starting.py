"""What a new need begins with: its commitment says most of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Sum

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.states import ACCEPTED
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.sourcing.models import Opening
from perenne.domain.sourcing.policy import COMMITMENTS
from perenne.domain.sourcing.states import FILLED, OPEN
from perenne.kit.actors import Actor
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.segments import TRADES, Segment, find_segment, main_trade
from perenne.rules.working_days import working_day_at_or_after
from perenne.values import Hours

A_WEEK = Hours.of(35)
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CommitmentChoice:
    id: int
    object: str
    reference: str
    buyer: str


@dataclass(frozen=True, slots=True)
class NewNeed:
    """`hours`: carried and not asked for yet, None when nothing is left; `trade`: a code, or "";
    `commune`: that of the buyer, its INSEE code and name, or "" for both."""

    commitment_id: int
    object: str
    reference: str
    buyer: str
    parties: tuple[tuple[int, str], ...]
    trade: str
    job_title: str
    hours: Hours | None
    weekly: Hours
    persons: int
    starts_on: date
    commune: str
    place: str


def may_open(actor: Actor, commitment_id: int | None = None) -> bool:
    """Under this commitment; under some, without one."""
    if commitment_id is not None:
        return COMMITMENTS.allows("opening.open", actor, commitment_id)
    return not is_void(COMMITMENTS.grants["opening.open"](actor))


def commitments_to_open_under(actor: Actor) -> tuple[CommitmentChoice, ...]:
    """The latest first. One query."""
    rows = COMMITMENTS.rows("opening.open", actor).select_related("contract__buyer")
    return tuple(
        CommitmentChoice(
            row.pk, row.contract.object, row.contract.reference, row.contract.buyer.name
        )
        for row in rows.order_by("-opened_on", "-pk")
    )


def new_need(commitment_id: int, *, seen_by: Actor, on: date) -> NewNeed:
    """Four queries."""
    rows = COMMITMENTS.rows("opening.open", seen_by)
    row = (
        rows.select_related("contract__buyer__commune", "contract__lot")
        .filter(pk=commitment_id)
        .first()
    )
    if row is None:
        raise NotFound(commitment_id)
    contract = row.contract
    commune = contract.buyer.commune
    left = _left(row, seen_by)
    return NewNeed(
        commitment_id=row.pk,
        object=contract.object,
        reference=contract.reference,
        buyer=contract.buyer.name,
        parties=tuple(parties_of(row, seen_by).values_list("pk", "name")),
        trade=_trade_of(contract),
        job_title="",
        hours=left if left > Hours(0) else None,
        weekly=A_WEEK,
        persons=1,
        starts_on=working_day_at_or_after(on + SOON),
        commune=commune.pk if commune else "",
        place=commune.name if commune else "",
    )


def _trade_of(contract: Contract) -> str:
    """What its object or its CPV code says; else what its lot is mostly about; "" for neither."""
    trade = find_segment(contract.object, contract.cpv or None).trade
    if trade is not None and trade in tuple(TRADES):
        return trade.code
    said = contract.lot.segment if contract.lot else ""
    return main_trade(Segment(said)).code if said in set(Segment) else ""


def parties_of(commitment: Commitment, actor: Actor) -> Any:
    """For whom one may work: a company names none but itself."""
    carrying = CommitmentShare.objects.filter(commitment=commitment, state=ACCEPTED)
    found = Party.objects.filter(pk__in=carrying.values("party"), until=None)
    if actor.role in CARRYING_OUT:
        found = found.filter(organisation_id=actor.organisation_id or 0)
    return found.order_by("pk")


def _left(commitment: Commitment, actor: Actor) -> Hours:
    """What the parties carry, less the needs that are open or filled."""
    parties = parties_of(commitment, actor).values("pk")
    carried = CommitmentShare.objects.filter(
        commitment=commitment, party__in=parties, state=ACCEPTED
    )
    asked = Opening.objects.filter(
        commitment=commitment, party__in=parties, state__in=[OPEN, FILLED]
    )
    minutes = _sum(carried.filter(parent=None)) or _sum(carried)
    return Hours(minutes - _sum(asked))


def _sum(rows: Any) -> int:
    return rows.aggregate(sum=Sum("minutes"))["sum"] or 0
