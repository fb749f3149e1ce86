"""What one may ask about purchases, and about the lines that are none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q

from perenne.domain.programming.models import SourceLine
from perenne.domain.programming.policy import PROGRAMMES, PURCHASES, UNDER_DUTY
from perenne.domain.programming.queries.facts import Question
from perenne.domain.programming.queries.programmes import (
    COMPLIANT,
    DOUBTFUL,
    JUSTIFIED,
    SILENT,
    WORTH_A_CLAUSE,
)
from perenne.domain.programming.queries.verdicts import VerdictCard, verdict_card
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor
from perenne.kit.french import Fate, LineKind
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.values import Euros, Hours

ON_A_PAGE = 50
LINE_KINDS = {
    LineKind.PURCHASE: "Achat",
    LineKind.OPERATION: "Opération",
    LineKind.TITLE: "Titre",
    LineKind.HEADING: "En-têtes",
    LineKind.SECTION: "Rubrique",
    LineKind.TOTAL: "Total",
    LineKind.NOTE: "Note",
    LineKind.BLANK: "Ligne vide",
}


class Sieve(StrEnum):
    """Which purchases of a programme to show."""

    ALL = "tous"
    DOUBTFUL = "a-preciser"
    RECOMMENDED = "clause-recommandee"
    UNDER_DUTY = "obligation"
    TO_TREAT = "a-etudier"
    COMPLIANT = "conformes"
    JUSTIFIED = "motivees"
    SILENT = "sans-reponse"


SIEVES: Mapping[Sieve, Q] = {
    Sieve.ALL: Q(),
    Sieve.DOUBTFUL: DOUBTFUL,
    Sieve.RECOMMENDED: WORTH_A_CLAUSE,
    Sieve.UNDER_DUTY: UNDER_DUTY,
    Sieve.TO_TREAT: Q(state=PurchaseState.RECEIVED),
    Sieve.COMPLIANT: COMPLIANT,
    Sieve.JUSTIFIED: JUSTIFIED,
    Sieve.SILENT: SILENT,
}


@dataclass(frozen=True, slots=True)
class PurchaseCard:
    id: int
    programme_id: UUID
    sheet: str
    line_number: int
    state: PurchaseState
    object: str
    operation: str
    lot: str
    department: str
    amount: Euros | None
    amount_high: Euros | None
    whole_amount: Euros | None
    cpv: str
    months: int | None
    launch_on: date | None
    launch_text: str
    place: str
    commune: str
    facilitator_id: int | None
    facilitator: str
    routing_reason: str
    questions: tuple[Question, ...]
    hypotheses: tuple[str, ...]
    hours: Hours | None
    next_on: date | None
    aside_reason: str
    is_discreet: bool
    verdict: VerdictCard

    @property
    def may_be_justified(self) -> bool:
        """Under duty, sent, and no clause was opened on it."""
        without = self.state not in {PurchaseState.SCREENED, PurchaseState.KEPT}
        return without and self.verdict.duty.binds

    @property
    def is_doubtful(self) -> bool:
        return bool(self.questions)


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A line of the file that is no purchase, and why."""

    sheet: str
    number: int
    kind: str
    text: str
    reason: str


def purchases_in(
    programme_id: UUID, *, seen_by: Actor, sieve: Sieve = Sieve.ALL, page: int = 1
) -> Page[PurchaseCard]:
    """In the order of the file."""
    rows = _rows("purchase.view", seen_by).filter(SIEVES[sieve], programme_id=programme_id)
    return page_of(rows, page, size=ON_A_PAGE, card_of=card_of)


def page_with(purchase: PurchaseCard, *, seen_by: Actor) -> int:
    """The number of the page on which it stands, when all of them are shown."""
    rows = PURCHASES.rows("purchase.view", seen_by)
    place = rows.filter(programme_id=purchase.programme_id, pk__lte=purchase.id).count()
    return -(-place // ON_A_PAGE)


def every_purchase_in(programme_id: UUID, *, seen_by: Actor) -> tuple[PurchaseCard, ...]:
    """All of them, for an export: a file has twenty thousand lines at most."""
    rows = _rows("purchase.view", seen_by).filter(programme_id=programme_id)
    return tuple(card_of(row) for row in rows.iterator(chunk_size=1000))


def purchase_card(purchase_id: int, *, seen_by: Actor, act: str = "purchase.view") -> PurchaseCard:
    row = _rows(act, seen_by).filter(pk=purchase_id).first()
    if row is None:
        raise NotFound(purchase_id)
    return card_of(row)


def lines_set_aside(programme_id: UUID, *, seen_by: Actor) -> tuple[AsideRow, ...]:
    """Every one of them: nothing of a file is dropped in silence."""
    if not PROGRAMMES.allows("programme.view", seen_by, programme_id):
        raise NotFound(programme_id)
    rows = SourceLine.objects.filter(programme_id=programme_id, fate=Fate.SET_ASIDE)
    return tuple(
        AsideRow(
            sheet=row.sheet,
            number=row.number,
            kind=LINE_KINDS[LineKind(row.kind)],
            text=" · ".join(cell for cell in row.cells if cell)[:200],
            reason=row.reason,
        )
        for row in rows.iterator(chunk_size=1000)
    )


def card_of(row: Any) -> PurchaseCard:
    return PurchaseCard(
        id=row.pk,
        programme_id=row.programme_id,
        sheet=row.line.sheet,
        line_number=row.line.number,
        state=PurchaseState(row.state),
        object=row.object,
        operation=row.operation,
        lot=row.lot,
        department=row.department,
        amount=Euros.known(row.amount_cents),
        amount_high=Euros.known(row.amount_high_cents),
        whole_amount=Euros.known(row.whole_cents),
        cpv=row.cpv,
        months=row.months,
        launch_on=row.launch_on,
        launch_text=row.launch_text,
        place=row.place,
        commune=row.commune.name if row.commune else "",
        facilitator_id=row.facilitator_id,
        facilitator=row.facilitator.name if row.facilitator else "",
        routing_reason=row.routing_reason,
        questions=tuple(Question(**question) for question in row.questions),
        hypotheses=tuple(row.hypotheses),
        hours=None if row.minutes is None else Hours(row.minutes),
        next_on=row.next_on,
        aside_reason=row.aside_reason,
        is_discreet=row.is_discreet,
        verdict=verdict_card(row.verdict, advice=row.advice, duty=row.duty, basis=row.basis),
    )


def _rows(act: str, seen_by: Actor) -> Any:
    return PURCHASES.rows(act, seen_by).select_related("line", "commune", "facilitator")


def purchase_is_seen(purchase_id: int, *, by: Actor) -> bool:
    return PURCHASES.allows("purchase.view", by, purchase_id)
