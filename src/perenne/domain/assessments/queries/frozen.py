"""Bilans frozen and signed, the texts of those still alive, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Subquery
from django.utils.timezone import localdate

from perenne.domain.assessments.models import FrozenBilan, Narrative
from perenne.domain.assessments.policy import FROZEN_BILANS
from perenne.domain.assessments.queries.bilan_cards import Bilan
from perenne.domain.assessments.queries.handing import NOTHING, Hidden, hidden_in
from perenne.domain.assessments.queries.keeping import Kept, Text, in_order, print_of, read
from perenne.domain.assessments.queries.measures import Unit
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.states import Block
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.policy import FOLLOWING
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.values import Period

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One version, in a list."""

    id: int
    scope: Scope
    title: str
    months: Period
    version: int
    frozen_at: datetime
    signatures: int


@dataclass(frozen=True, slots=True)
class SignatureCard:
    name: str
    quality: str
    organisation: str
    organisation_id: int
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class FrozenCard:
    """`is_whole`: the print still is that of the content; `last`: the last version there is."""

    id: int
    kept: Kept
    version: int
    last_id: int
    last: int
    print: str
    is_whole: bool
    frozen_at: datetime
    signatures: tuple[SignatureCard, ...]

    @property
    def is_last(self) -> bool:
        return self.version == self.last

    def is_signed_for(self, organisation_id: int | None) -> bool:
        return any(one.organisation_id == organisation_id for one in self.signatures)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is no longer what was signed; the unit says how both are written."""

    code: str
    label: str
    unit: Unit
    before: int | None
    now: int | None


def follows_all(scope: Scope, actor: Actor) -> bool:
    """Whether they work with every person that it counts: they read every figure."""
    if actor.role is Role.COORDINATION:
        return True
    if actor.role is not Role.FACILITATOR:
        return False
    if scope.kind is ScopeKind.BUYER:
        others = Contract.objects.exclude(facilitator_id=actor.organisation_id)
        return not others.filter(buyer_id=int(scope.key)).exists()
    return scope.kind in {ScopeKind.CONTRACT, ScopeKind.FACILITATOR}


def hidden_alive(bilan: Bilan, actor: Actor) -> Hidden:
    """Of a living bilan: buyers and companies are given by `bilans_of` what they may read; a
    facilitator learns nothing of a few persons whom others follow."""
    if actor.role is not Role.FACILITATOR or follows_all(bilan.scope, actor):
        return NOTHING
    return hidden_in(bilan)


def hidden_frozen(bilan: Bilan, actor: Actor) -> Hidden:
    """Of a frozen one, which holds everything: what a file would hide too."""
    return NOTHING if follows_all(bilan.scope, actor) else hidden_in(bilan)


def may_write(scope: Scope, actor: Actor) -> bool:
    """Whoever follows contracts writes and freezes; the département is for the coordination."""
    if actor.role not in FOLLOWING:
        return False
    return scope.kind is not ScopeKind.DEPARTMENT or actor.role is Role.COORDINATION


def texts_of(scope: Scope, months: Period) -> tuple[Text, ...]:
    """One query; one text of each block, empty where nobody wrote yet."""
    rows = Narrative.objects.filter(**said_of(scope, months)).select_related(
        "written_by", "organisation"
    )
    return in_order([_text(row) for row in rows])


def said_of(scope: Scope, months: Period) -> dict[str, object]:
    """The columns that tell a scope and its months."""
    return {
        "scope_kind": scope.kind.value,
        "scope_key": scope.key,
        "starts_on": months.start,
        "ends_on": months.end,
    }


def versions_of(scope: Scope, months: Period) -> tuple[FrozenRow, ...]:
    """The last one first; one query."""
    rows = FrozenBilan.objects.filter(**said_of(scope, months)).order_by("-version")
    return tuple(map(_row, rows.annotate(signed=Count("signatures")).defer("content")))


def frozen_bilans_of(*, seen_by: Actor, page: int) -> Page[FrozenRow]:
    """All those that they may read, the latest first."""
    rows = (
        FROZEN_BILANS.rows("bilan.view", seen_by)
        .annotate(signed=Count("signatures"))
        .defer("content")
    )
    return page_of(rows.order_by("-frozen_at", "-pk"), page, size=PAGE_SIZE, card_of=_row)


def frozen_card(bilan_id: int, *, seen_by: Actor) -> FrozenCard:
    """NotFound when it may not be read; two queries."""
    same = {name: OuterRef(name) for name in ("scope_kind", "scope_key", "starts_on", "ends_on")}
    last = FrozenBilan.objects.filter(**same).order_by("-version")[:1]
    rows = FROZEN_BILANS.rows("bilan.view", seen_by).filter(pk=bilan_id)
    row = rows.annotate(
        last_id=Subquery(last.values("pk")), last=Subquery(last.values("version"))
    ).first()
    if row is None:
        raise NotFound(bilan_id)
    return FrozenCard(
        id=row.pk,
        kept=read(row.content),
        version=row.version,
        last_id=row.last_id,
        last=row.last,
        print=row.print,
        is_whole=print_of(row.content) == row.print,
        frozen_at=row.frozen_at,
        signatures=tuple(
            SignatureCard(
                one.name, one.quality, one.organisation.name, one.organisation_id, one.signed_at
            )
            for one in row.signatures.select_related("organisation")
        ),
    )


def changes_between(before: Bilan, now: Bilan) -> tuple[Change, ...]:
    """The key figures that differ, in the order of the new one; those that are gone come last."""
    old = {one.code: one for one in before.measures}
    new = {one.code: one for one in now.measures}
    return tuple(
        Change(one.code, one.label, one.unit, _value(old.get(one.code)), _value(new.get(one.code)))
        for one in {**old, **new}.values()
        if _value(old.get(one.code)) != _value(new.get(one.code))
    )


def _value(measure: object) -> int | None:
    found: int | None = getattr(measure, "value", None)
    return found


def _row(row: FrozenBilan) -> FrozenRow:
    return FrozenRow(
        id=row.pk,
        scope=Scope(ScopeKind(row.scope_kind), row.scope_key),
        title=row.title,
        months=Period(row.starts_on, row.ends_on),
        version=row.version,
        frozen_at=row.frozen_at,
        signatures=getattr(row, "signed", 0),
    )


def _text(row: Narrative) -> Text:
    return Text(
        block=Block(row.block),
        text=row.text,
        author=row.written_by.full_name,
        organisation=row.organisation.name,
        on=localdate(row.written_at),
        number=row.number,
    )
