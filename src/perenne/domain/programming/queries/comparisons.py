"""Two programmes side by side: what was added, changed, kept, removed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Q, When

from perenne.domain.programming.models import Pairing, PlannedPurchase
from perenne.domain.programming.policy import PAIRING_GRANTS, PAIRINGS, PROGRAMMES
from perenne.domain.programming.states import Fate, PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.comparison import Sureness
from perenne.values import Euros

ON_A_PAGE = 50
CLAUSED_AND_REMOVED = Q(fate=Fate.REMOVED, before__state=PurchaseState.KEPT)


class Filter(StrEnum):
    """Which lines of a comparison to show."""

    ALL = "tout"
    ADDED = "ajoutes"
    CHANGED = "modifies"
    KEPT = "inchanges"
    REMOVED = "retires"
    CLAUSED = "retires-avec-clause"
    UNSURE = "a-verifier"


FILTERS: Mapping[Filter, Q] = {
    Filter.ALL: Q(),
    Filter.ADDED: Q(fate=Fate.ADDED),
    Filter.CHANGED: Q(fate=Fate.CHANGED),
    Filter.KEPT: Q(fate=Fate.KEPT),
    Filter.REMOVED: Q(fate=Fate.REMOVED),
    Filter.CLAUSED: CLAUSED_AND_REMOVED,
    Filter.UNSURE: Q(sureness=Sureness.LIKELY.value, is_settled=False),
}


FIRST = Case(
    When(CLAUSED_AND_REMOVED, then=0),
    When(fate=Fate.REMOVED, then=1),
    When(fate=Fate.CHANGED, then=2),
    When(fate=Fate.ADDED, then=3),
    default=4,
)


@dataclass(frozen=True, slots=True)
class SideCard:
    """A line of one of the two programmes."""

    id: int
    object: str
    lot: str
    reference: str
    amount: Euros | None
    months: int | None
    launch_on: date | None
    state: PurchaseState


@dataclass(frozen=True, slots=True)
class PairingRow:
    id: int
    fate: Fate
    before: SideCard | None
    after: SideCard | None
    points: int
    sureness: Sureness | None
    reasons: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...]
    is_settled: bool

    @property
    def is_claused_and_removed(self) -> bool:
        """The programme drops it, and a clause was opened on it."""
        before = self.before
        return self.fate is Fate.REMOVED and before is not None and before.state == "kept"

    @property
    def shown(self) -> SideCard | None:
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class ProgrammeChoice:
    id: UUID
    title: str
    year: int | None
    version: int
    received_on: date


@dataclass(frozen=True, slots=True)
class ComparisonCard:
    """`counts`: by filter, over the lines that the one who looks may see."""

    programme: ProgrammeChoice
    buyer_name: str
    previous: ProgrammeChoice | None
    others: tuple[ProgrammeChoice, ...]
    """Those it may be compared with, the last first."""
    compared_on: date | None
    counts: Mapping[Filter, int]
    may_link: bool
    may_judge: bool
    """Whether they may say of some lines that they are, or are not, the same purchase."""


def comparison_card(programme_id: UUID, *, seen_by: Actor) -> ComparisonCard:
    """Four queries. NotFound unless it was sent, and they may see it."""
    rows = PROGRAMMES.rows("programme.view", seen_by).filter(version__gt=0)
    row = rows.select_related("buyer", "previous").filter(pk=programme_id).first()
    if row is None:
        raise NotFound(programme_id)
    before = Q(year__lt=row.year) | Q(year=row.year, version__lt=row.version)
    others = rows.filter(before, buyer=row.buyer_id).order_by("-year", "-version")
    tally = _pairings(programme_id, seen_by).aggregate(
        **{name.name: Count("pk", filter=wanted) for name, wanted in FILTERS.items() if wanted},
        ALL=Count("pk"),
    )
    return ComparisonCard(
        programme=_choice(row),
        buyer_name=row.buyer.name if row.buyer else "",
        previous=_choice(row.previous) if row.previous else None,
        others=tuple(map(_choice, others)),
        compared_on=row.compared_on,
        counts={name: tally[name.name] for name in Filter},
        may_link=PROGRAMMES.allows("programme.compare", seen_by, row.pk),
        may_judge=not is_void(PAIRING_GRANTS["pairing.join"](seen_by)),
    )


def pairings_of(
    programme_id: UUID, *, seen_by: Actor, only: Filter = Filter.ALL, page: int = 1
) -> Page[PairingRow]:
    """Those that ask for somebody first: a clause whose line is gone, then what is gone."""
    rows = _with_sides(_pairings(programme_id, seen_by).filter(FILTERS[only]))
    return page_of(rows, page, size=ON_A_PAGE, card_of=_row)


def every_pairing_of(programme_id: UUID, *, seen_by: Actor) -> tuple[PairingRow, ...]:
    """For an export."""
    rows = _with_sides(_pairings(programme_id, seen_by))
    return tuple(_row(row) for row in rows.iterator(chunk_size=1000))


def pairing_row(pairing_id: int, *, seen_by: Actor, act: str) -> tuple[UUID, PairingRow]:
    """With the programme that it tells of; NotFound unless they may do this act on it."""
    row = _with_sides(PAIRINGS.rows(act, seen_by)).filter(pk=pairing_id).first()
    if row is None:
        raise NotFound(pairing_id)
    return row.programme_id, _row(row)


def may_judge(pairing_id: int, *, by: Actor) -> bool:
    acts = ("pairing.separate", "pairing.join")
    return any(PAIRINGS.allows(act, by, pairing_id) for act in acts)


def others_to_join(pairing_id: int, *, seen_by: Actor) -> tuple[PairingRow, ...]:
    """Lines that may be the same purchase: the added ones for a removed one, and the reverse."""
    programme_id, row = pairing_row(pairing_id, seen_by=seen_by, act="pairing.join")
    wanted = Fate.ADDED if row.fate is Fate.REMOVED else Fate.REMOVED
    rows = _with_sides(PAIRINGS.rows("pairing.join", seen_by))
    return tuple(map(_row, rows.filter(programme_id=programme_id, fate=wanted)[:500]))


def _pairings(programme_id: UUID, actor: Actor) -> Any:
    return PAIRINGS.rows("pairing.view", actor).filter(programme_id=programme_id)


def _with_sides(rows: Any) -> Any:
    return rows.select_related("before", "after").order_by(FIRST, "points", "pk")


def _choice(row: Any) -> ProgrammeChoice:
    return ProgrammeChoice(row.pk, row.title, row.year, row.version, row.received_on)


def _row(row: Pairing) -> PairingRow:
    return PairingRow(
        id=row.pk,
        fate=Fate(row.fate),
        before=_side(row.before),
        after=_side(row.after),
        points=row.points,
        sureness=Sureness(row.sureness) if row.sureness else None,
        reasons=tuple(row.reasons),
        changes=tuple((label, old, new) for label, old, new in row.changes),
        is_settled=row.is_settled,
    )


def _side(row: PlannedPurchase | None) -> SideCard | None:
    if row is None:
        return None
    return SideCard(
        id=row.pk,
        object=row.object,
        lot=row.lot,
        reference=row.reference,
        amount=Euros.known(row.amount_cents),
        months=row.months,
        launch_on=row.launch_on,
        state=PurchaseState(row.state),
    )
