"""What one may ask about programmes as a whole."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from perenne.domain.programming.models import Pairing, PlannedPurchase, Programme
from perenne.domain.programming.policy import PROGRAMMES, PURCHASES, UNDER_DUTY
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.files.models import StoredFile
from perenne.kit.files.states import FileState
from perenne.kit.files.telling import notes_on
from perenne.kit.files.uses import Kind
from perenne.kit.french import Fate
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.screening import Advice
from perenne.values import Euros, Hours

DOUBTFUL = ~Q(questions=[])
WORTH_A_CLAUSE = Q(advice=Advice.RECOMMENDED)
TAKEN_UP = Pairing.objects.filter(after=OuterRef("pk"), before__state=PurchaseState.KEPT)
HAS_A_CLAUSE = Q(state=PurchaseState.KEPT) | Q(Exists(TAKEN_UP))
"""Opened on it, or on the line of an earlier programme that it takes up."""
COMPLIANT = UNDER_DUTY & HAS_A_CLAUSE
JUSTIFIED = UNDER_DUTY & Q(state=PurchaseState.JUSTIFIED) & ~HAS_A_CLAUSE
SILENT = UNDER_DUTY & ~Q(state=PurchaseState.JUSTIFIED) & ~HAS_A_CLAUSE


@dataclass(frozen=True, slots=True)
class Counts:
    """Over the purchases that the one who looks may see."""

    purchases: int
    doubtful: int
    recommended: int
    to_study: int
    not_advised: int
    undecided: int
    under_duty: int
    compliant: int
    """Under duty, with a clause."""
    justified: int
    """Under duty, without a clause, and a motive in writing says why."""
    silent: int
    """Under duty, and neither."""
    to_treat: int
    kept: int
    left_aside: int
    hours: Hours
    """Of the purchases for which a clause is recommended."""
    amount: Euros
    first_deadline: date | None

    @property
    def compliant_share(self) -> str:
        return share_of(self.compliant, self.under_duty)

    @property
    def justified_share(self) -> str:
        return share_of(self.justified, self.under_duty)

    @property
    def silent_share(self) -> str:
        return share_of(self.silent, self.under_duty)


def share_of(part: int, whole: int) -> str:
    """In whole percents, as a page says it."""
    return f"{round(100 * part / whole)}\u00a0%" if whole else "–"


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    id: UUID
    title: str
    file_name: str
    file_state: FileState
    may_take_file: bool
    buyer_id: int | None
    buyer_name: str
    buyer_kind: str
    received_on: date
    state: ProgrammeState
    year: int | None
    version: int
    previous_id: UUID | None
    notes: tuple[str, ...]
    lines_total: int
    lines_read: int
    lines_set_aside: int
    counts: Counts
    bundle_id: UUID | None = None

    @property
    def lines_kept(self) -> int:
        return self.lines_total - self.lines_set_aside

    @property
    def is_lost(self) -> bool:
        """Its file was found infected, and deleted, before all of it was read."""
        unread = self.state in {ProgrammeState.ASKING, ProgrammeState.READING}
        return unread and self.file_state is FileState.INFECTED


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One item of a desk: a whole programme, however many purchases it has."""

    id: UUID
    title: str
    buyer_name: str
    received_on: date
    state: ProgrammeState
    purchases: int
    to_treat: int
    recommended: int
    doubtful: int
    hours: Hours
    first_deadline: date | None


TALLY = {
    "purchases": Count("pk"),
    "doubtful": Count("pk", filter=DOUBTFUL),
    "recommended": Count("pk", filter=WORTH_A_CLAUSE),
    "to_study": Count("pk", filter=Q(advice=Advice.TO_STUDY)),
    "not_advised": Count("pk", filter=Q(advice=Advice.NOT_ADVISED)),
    "undecided": Count("pk", filter=Q(advice=Advice.UNDECIDED)),
    "under_duty": Count("pk", filter=UNDER_DUTY),
    "compliant": Count("pk", filter=COMPLIANT),
    "justified": Count("pk", filter=JUSTIFIED),
    "silent": Count("pk", filter=SILENT),
    "to_treat": Count("pk", filter=Q(state=PurchaseState.RECEIVED)),
    "kept": Count("pk", filter=Q(state=PurchaseState.KEPT)),
    "left_aside": Count("pk", filter=Q(state=PurchaseState.LEFT_ASIDE)),
    "minutes": Coalesce(Sum("minutes", filter=WORTH_A_CLAUSE), 0),
    "cents": Coalesce(Sum("amount_cents"), 0),
    "first_deadline": Min("next_on", filter=WORTH_A_CLAUSE),
}


def programme_card(
    programme_id: UUID, *, seen_by: Actor, act: str = "programme.view"
) -> ProgrammeCard:
    """Two queries: the programme with its lines counted, its purchases counted."""
    row = (
        PROGRAMMES.rows(act, seen_by)
        .select_related("buyer", "file")
        .annotate(
            aside=Count("lines", filter=Q(lines__fate=Fate.SET_ASIDE)),
            may_take_file=Exists(
                PROGRAMMES.rows("programme.take_source", seen_by).filter(pk=OuterRef("pk"))
            ),
        )
        .filter(pk=programme_id)
        .first()
    )
    if row is None:
        raise NotFound(programme_id)
    tally = PURCHASES.rows("purchase.view", seen_by).filter(programme=row).aggregate(**TALLY)
    return ProgrammeCard(
        id=row.pk,
        title=row.title,
        file_name=row.file.name,
        file_state=FileState(row.file.state),
        may_take_file=row.may_take_file,
        buyer_id=row.buyer_id,
        buyer_name=row.buyer.name if row.buyer else "",
        buyer_kind=row.buyer_kind,
        received_on=row.received_on,
        state=ProgrammeState(row.state),
        year=row.year,
        version=row.version,
        previous_id=row.previous_id,
        notes=(*misnaming(row.file), *row.notes),
        lines_total=row.lines_total,
        lines_read=row.lines_read,
        lines_set_aside=row.aside,
        counts=_counts(tally),
        bundle_id=row.bundle_id,
    )


def misnaming(file: StoredFile) -> tuple[str, ...]:
    """What to tell of a file whose name says that it is something else."""
    return notes_on(Kind(file.kind), file.name) if file.kind else ()


def recipients_of(programme_id: UUID, *, seen_by: Actor) -> tuple[str, ...]:
    """The names of those to whom its purchases are routed, in the order of names."""
    names = (
        PURCHASES.rows("purchase.view", seen_by)
        .filter(programme_id=programme_id, facilitator__isnull=False)
        .order_by("facilitator__name")
        .values_list("facilitator__name", flat=True)
        .distinct()
    )
    return tuple(names)


def programmes_of(*, seen_by: Actor, page: int = 1) -> Page[ProgrammeRow]:
    """Newest first; each with what the one who looks has to do in it."""
    rows = PROGRAMMES.rows("programme.view", seen_by).select_related("buyer")
    tallied = _tallied(rows, PURCHASES.rows("purchase.view", seen_by))
    return page_of(tallied.order_by("-received_at", "pk"), page, size=20, card_of=_row)


def programmes_in(bundle_id: UUID, *, seen_by: Actor) -> tuple[ProgrammeRow, ...]:
    """Those that came together, in the order in which they did."""
    rows = PROGRAMMES.rows("programme.view", seen_by).filter(bundle_id=bundle_id)
    tallied = _tallied(rows.select_related("buyer"), PURCHASES.rows("purchase.view", seen_by))
    return tuple(_row(row) for row in tallied.order_by("received_at", "pk"))


def _tallied(
    rows: QuerySet[Programme, Any], purchases: QuerySet[PlannedPurchase, Any]
) -> QuerySet[Any, Any]:
    """Each programme with the tally of its purchases, in the same query."""
    asked = ("purchases", "to_treat", "recommended", "doubtful", "minutes", "first_deadline")
    theirs = purchases.filter(programme=OuterRef("pk")).order_by().values("programme")
    return rows.annotate(
        **{f"n_{name}": Subquery(theirs.annotate(n=TALLY[name]).values("n")) for name in asked}
    )


def _row(row: Any) -> ProgrammeRow:
    return ProgrammeRow(
        id=row.pk,
        title=row.title,
        buyer_name=row.buyer.name if row.buyer else "",
        received_on=row.received_on,
        state=ProgrammeState(row.state),
        purchases=row.n_purchases or 0,
        to_treat=row.n_to_treat or 0,
        recommended=row.n_recommended or 0,
        doubtful=row.n_doubtful or 0,
        hours=Hours(row.n_minutes or 0),
        first_deadline=row.n_first_deadline,
    )


def _counts(tally: dict[str, Any]) -> Counts:
    minutes, cents = tally.pop("minutes"), tally.pop("cents")
    return Counts(hours=Hours(minutes), amount=Euros(cents), **tally)
