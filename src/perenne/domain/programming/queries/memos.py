"""The memo of a purchase without the condition: what the rule asks, what the buyer answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.programming.models import ExceptionMemo, PlannedPurchase
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import need_on
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import Duty, ExceptionGround, Memo, NoMemo, duty, memo


@dataclass(frozen=True, slots=True)
class MemoCard:
    """As it was written: what the rules said that day is kept with it."""

    id: int
    purchase_id: int
    object: str
    buyer: str
    ground: ExceptionGround
    title: str
    basis: str
    duty_reasons: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    reason: str
    recorded: str
    signed: str
    remaining: str
    articles: tuple[str, ...]
    written_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class MemoAsked:
    """For the page that writes it: the grounds open to this contract, what each one asks."""

    purchase_id: int
    object: str
    duty_label: str
    duty_reasons: tuple[str, ...]
    grounds: tuple[Memo, ...]


def asked_for(row: PlannedPurchase, ground: ExceptionGround) -> Memo | NoMemo:
    """What the law asks of this purchase today; or why this ground is not open to it."""
    return memo(_duty(row), ground)


def content_of(row: PlannedPurchase, asked: Memo) -> dict[str, Any]:
    """Plain JSON: the words of the rule on the day of writing."""
    return {
        "title": asked.title,
        "basis": asked.basis,
        "recorded": asked.recorded,
        "signed": asked.signed,
        "remaining": asked.remaining,
        "articles": [str(article) for article in asked.articles],
        "duty_reasons": list(_duty(row).reasons),
    }


def memo_asked(purchase_id: int, *, seen_by: Actor) -> MemoAsked:
    """NotFound unless they may write it."""
    row = _row("purchase.justify", purchase_id, seen_by)
    owed = _duty(row)
    open_ones = (memo(owed, ground) for ground in owed.exceptions)
    return MemoAsked(
        purchase_id=row.pk,
        object=row.object,
        duty_label=owed.verdict.label,
        duty_reasons=owed.reasons,
        grounds=tuple(one for one in open_ones if isinstance(one, Memo)),
    )


def memos_on(purchase_id: int, *, seen_by: Actor) -> tuple[MemoCard, ...]:
    """The one in force first, then those that ended; NotFound for who does not see the purchase."""
    row = _row("purchase.view", purchase_id, seen_by)
    memos = ExceptionMemo.objects.filter(purchase=row).order_by("-pk")
    return tuple(_card(one, row) for one in memos)


def memo_card(memo_id: int, *, seen_by: Actor) -> MemoCard:
    found = ExceptionMemo.objects.filter(
        pk=memo_id, purchase__in=PURCHASES.rows("purchase.view", seen_by)
    )
    one = found.select_related("purchase__programme__buyer").first()
    if one is None:
        raise NotFound(memo_id)
    return _card(one, one.purchase)


def _row(act: str, purchase_id: int, actor: Actor) -> PlannedPurchase:
    rows = PURCHASES.rows(act, actor).select_related("programme__buyer")
    row: PlannedPurchase | None = rows.filter(pk=purchase_id).first()
    if row is None:
        raise NotFound(purchase_id)
    return row


def _duty(row: PlannedPurchase) -> Duty:
    need = need_on(row)
    return duty(need, finding=find_segment(need.object, need.cpv))


def _card(row: ExceptionMemo, purchase: PlannedPurchase) -> MemoCard:
    said, buyer = row.content, purchase.programme.buyer
    return MemoCard(
        id=row.pk,
        purchase_id=purchase.pk,
        object=purchase.object,
        buyer=buyer.name if buyer else "",
        ground=ExceptionGround(row.ground),
        title=said["title"],
        basis=said["basis"],
        duty_reasons=tuple(said["duty_reasons"]),
        answers=tuple((question, answer) for question, answer in row.answers),
        reason=row.reason,
        recorded=said["recorded"],
        signed=said["signed"],
        remaining=said["remaining"],
        articles=tuple(said["articles"]),
        written_on=row.written_on,
        ended_on=row.ended_on,
    )
