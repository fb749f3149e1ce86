"""Files of structures, and what became of each row."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from perenne.domain.directory.models import Import, ImportedRow
from perenne.domain.directory.policy import IMPORTS
from perenne.domain.directory.states import ImportState, Outcome, StructureSource
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound

SIZE = 50


@dataclass(frozen=True, slots=True)
class ImportCard:
    """`counts`: how many rows of each outcome, in the order of the outcomes."""

    id: int
    filename: str
    source: StructureSource
    dated_on: date
    departments: tuple[str, ...]
    notes: tuple[str, ...]
    tried_at: datetime
    applied_at: datetime | None
    state: ImportState
    rows: int
    counts: tuple[tuple[Outcome, int], ...] = ()

    @property
    def is_waiting(self) -> bool:
        return self.state is ImportState.TRIED

    @property
    def to_write(self) -> int:
        written = {Outcome.ADDED, Outcome.CHANGED}
        return sum(count for outcome, count in self.counts if outcome in written)


@dataclass(frozen=True, slots=True)
class ImportedRowCard:
    line: int
    name: str
    outcome: Outcome
    reason: str
    structure_id: int | None


def admitted(act: str, actor: Actor) -> None:
    """NotFound for those to whom no file is ever shown."""
    if is_void(IMPORTS.grants[act](actor)):
        raise NotFound(act)


def imports(*, seen_by: Actor, page: int = 1) -> Page[ImportCard]:
    """The last one first."""
    rows = IMPORTS.rows("directory.view", seen_by).annotate(total=Count("rows")).order_by("-pk")
    return page_of(rows, page, size=SIZE, card_of=lambda row: _card(row, row.total))


def import_card(import_id: int, *, seen_by: Actor) -> ImportCard:
    """Two queries."""
    row = IMPORTS.rows("directory.view", seen_by).filter(pk=import_id).first()
    if row is None:
        raise NotFound(import_id)
    found = ImportedRow.objects.filter(batch=row).order_by()
    counted = dict(found.values_list("outcome").annotate(Count("pk")))
    counts = tuple((one, counted[one.value]) for one in Outcome if one.value in counted)
    return _card(row, sum(counted.values()), counts)


def imported_rows(
    import_id: int, *, seen_by: Actor, outcome: Outcome | None = None, page: int = 1
) -> Page[ImportedRowCard]:
    """In the order of the file."""
    visible = IMPORTS.rows("directory.view", seen_by).filter(pk=import_id)
    rows: Any = ImportedRow.objects.filter(batch__in=visible).order_by("line")
    if outcome is not None:
        rows = rows.filter(outcome=outcome.value)
    return page_of(rows.defer("facts"), page, size=SIZE, card_of=_row)


def _card(row: Import, rows: int, counts: tuple[tuple[Outcome, int], ...] = ()) -> ImportCard:
    return ImportCard(
        id=row.pk,
        filename=row.filename,
        source=StructureSource(row.source),
        dated_on=row.dated_on,
        departments=tuple(row.departments),
        notes=tuple(row.notes),
        tried_at=row.tried_at,
        applied_at=row.applied_at,
        state=ImportState(row.state),
        rows=rows,
        counts=counts,
    )


def _row(row: ImportedRow) -> ImportedRowCard:
    return ImportedRowCard(row.line, row.name, Outcome(row.outcome), row.reason, row.structure_id)
