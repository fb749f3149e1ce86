"""One sheet, whole: for its company, its facilitator and the coordination."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Case, Value, When

from perenne.domain.hours.models import Sheet, SheetMessage
from perenne.domain.hours.policy import SHEET_GRANTS, SHEETS
from perenne.domain.hours.queries.sheet_lines import LineCard, cards_of
from perenne.domain.hours.queries.sheets import COMPANY, stamp_of
from perenne.domain.hours.states import DECLARED, DISPUTED, OPEN, VALIDATED, SheetState
from perenne.kit.actors import Actor
from perenne.kit.french.dates import written
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.hours import Severity
from perenne.values import Hours

TONES = {OPEN: "neutral", DECLARED: "warning", DISPUTED: "warning", VALIDATED: "success"}


@dataclass(frozen=True, slots=True)
class Said:
    organisation: str
    text: str
    at: datetime
    is_facilitator: bool


@dataclass(frozen=True, slots=True)
class SheetCard:
    """`may`: the acts that whoever looks may do on it."""

    id: int
    statement_id: int
    commitment_id: int
    company: str
    contract: str
    buyer: str
    facilitator: str
    month: date
    state: SheetState
    is_nil: bool
    reason: str
    declared_at: datetime | None
    validated_at: datetime | None
    lines: tuple[LineCard, ...]
    talk: tuple[Said, ...]
    may: frozenset[str]
    stamp: str
    is_followed: bool
    """By whoever looks: they may correct and move what is validated."""

    @property
    def said_month(self) -> str:
        return written(self.month, "F Y").capitalize()

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def is_validated(self) -> bool:
        return self.state is VALIDATED

    @property
    def hours(self) -> Hours:
        return sum((line.hours for line in self.lines), Hours(0))

    @property
    def home(self) -> Hours:
        return sum((line.home for line in self.lines), Hours(0))

    @property
    def asked(self) -> int:
        """Doubts that have to be read."""
        return sum(
            doubt.severity is not Severity.INFO for line in self.lines for doubt in line.doubts
        )

    @property
    def has_mends(self) -> bool:
        return any(line.mends or line.moved_from for line in self.lines)


def sheet_card(sheet_id: int, *, seen_by: Actor, on: date) -> SheetCard:
    """Nine queries at most, however many lines. Not found for who may not see it."""
    row = _row(sheet_id, seen_by)
    contract = row.commitment.contract
    return SheetCard(
        id=row.pk,
        statement_id=row.statement_id,
        commitment_id=row.commitment_id,
        company=row.company,
        contract=contract.object,
        buyer=contract.buyer.name,
        facilitator=row.facilitator.name,
        month=row.month,
        state=SheetState(row.state),
        is_nil=row.is_nil,
        reason=row.reason,
        declared_at=row.declared_at,
        validated_at=row.validated_at,
        lines=cards_of(row, on=on),
        talk=_talk(row),
        may=frozenset(act for act in SHEET_GRANTS if getattr(row, _mark(act), False)),
        stamp=stamp_of(row.declared_at),
        is_followed=row.state == VALIDATED and row.facilitator_id == seen_by.organisation_id,
    )


def _row(sheet_id: int, seen_by: Actor) -> Any:
    """With what one may do on it, in the same query."""
    granted = {act: grant(seen_by) for act, grant in SHEET_GRANTS.items()}
    marks = {
        _mark(act): Case(
            When(rule, then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        for act, rule in granted.items()
        if not is_void(rule)
    }
    row = (
        SHEETS.rows("sheet.view", seen_by)
        .filter(pk=sheet_id)
        .select_related(
            "statement__organisation",
            "commitment__contract__buyer",
            "commitment__clause",
            "facilitator",
        )
        .annotate(company=COMPANY, **marks)
        .first()
    )
    if row is None:
        raise NotFound(sheet_id)
    return row


def _mark(act: str) -> str:
    return f"may_{act.replace('.', '_')}"


def _talk(row: Sheet) -> tuple[Said, ...]:
    rows = SheetMessage.objects.filter(sheet=row).select_related("organisation")
    return tuple(
        Said(it.organisation.name, it.text, it.written_at, it.organisation_id == row.facilitator_id)
        for it in rows
    )
