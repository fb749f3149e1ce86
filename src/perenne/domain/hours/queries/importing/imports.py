"""Imports as pages show them: what each row becomes, what is asked, what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from perenne.domain.clauses.models import Commitment
from perenne.domain.hours.models import HoursImport, ImportLine, Sheet
from perenne.domain.hours.policy import IMPORTS, PARTIES
from perenne.domain.hours.queries.importing.facts import Fate
from perenne.domain.hours.queries.importing.files import ReadFile, crew_for, file_of
from perenne.domain.hours.queries.importing.people import Asked, Member
from perenne.domain.hours.queries.importing.planning import Sorting, label_of
from perenne.domain.hours.states import IMPORT_LIFE, WRITTEN, ImportState, SheetState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.values import Hours

LINES_ON_A_PAGE = 50
MOST_RECENT = 20
MANY = {
    Fate.TAKEN: "À enregistrer",
    Fate.THERE: "Déjà enregistrées",
    Fate.REFUSED: "Refusées",
    Fate.BLANK: "Vides ou sans heure",
    Fate.ASIDE: "Titres et totaux",
}


@dataclass(frozen=True, slots=True)
class CompanyChoice:
    siret: str
    name: str


@dataclass(frozen=True, slots=True)
class FateCount:
    """So many rows of the file, with their hours."""

    fate: Fate
    lines: int
    hours: Hours
    is_written: bool

    @property
    def label(self) -> str:
        return "Enregistrées" if self.is_written and self.fate is Fate.TAKEN else MANY[self.fate]


@dataclass(frozen=True, slots=True)
class SheetCount:
    """`state` is that of today; None: the month is not opened yet."""

    month: date
    contract: str
    people: int
    new: Hours
    there: Hours
    replaced: int
    state: SheetState | None
    sheet_id: int | None


@dataclass(frozen=True, slots=True)
class ImportCard:
    id: int
    company: str
    siret: str
    file_name: str
    state: ImportState
    received_on: date
    is_own: bool
    lines: int
    fates: tuple[FateCount, ...]
    asked: int
    sheets: tuple[SheetCount, ...]
    notes: tuple[str, ...]
    sheets_done: int
    sheets_total: int
    written_lines: int
    written_hours: Hours

    @property
    def taken(self) -> FateCount | None:
        return next((one for one in self.fates if one.fate is Fate.TAKEN and one.lines), None)

    @property
    def hours(self) -> Hours:
        return Hours(sum(one.hours.minutes for one in self.fates))


@dataclass(frozen=True, slots=True)
class RecentImport:
    id: int
    company: str
    file_name: str
    state: ImportState
    received_on: date

    @property
    def may_be_matched(self) -> bool:
        return self.state in IMPORT_LIFE.sources("import.match")

    @property
    def may_be_settled(self) -> bool:
        return self.state in IMPORT_LIFE.sources("import.settle")


@dataclass(frozen=True, slots=True)
class RefusedLine:
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class People:
    """Who is asked about, and everybody who may be the answer."""

    asked: tuple[Asked, ...]
    members: tuple[Member, ...]


def may_import(actor: Actor) -> bool:
    """Whether their space sends hours at all."""
    return not is_void(PARTIES.grants["import.receive"](actor))


def companies_to_import_for(*, seen_by: Actor) -> tuple[CompanyChoice, ...]:
    rows = PARTIES.rows("import.receive", seen_by).order_by("name", "siret", "pk")
    names: dict[str, str] = {}
    for siret, name in rows.values_list("siret", "name"):
        names.setdefault(siret, name)
    return tuple(CompanyChoice(siret, name) for siret, name in names.items())


def imports_of(*, seen_by: Actor) -> tuple[RecentImport, ...]:
    rows = IMPORTS.rows("import.view", seen_by).select_related("file")[:MOST_RECENT]
    return tuple(map(_recent, rows))


def _recent(row: HoursImport) -> RecentImport:
    return RecentImport(row.pk, row.company, row.file.name, ImportState(row.state), row.received_on)


def import_card(import_id: int, *, seen_by: Actor) -> ImportCard:
    row = _row(import_id, seen_by)
    found = row.found
    lines, minutes = found.get("written", (0, 0))
    return ImportCard(
        id=row.pk,
        company=row.company,
        siret=row.siret,
        file_name=row.file.name,
        state=ImportState(row.state),
        received_on=row.received_on,
        is_own=row.is_own,
        lines=found.get("lines", 0),
        fates=_fates(row),
        asked=found.get("asked", 0),
        sheets=_sheets(row),
        notes=(*found.get("received", ()), *found.get("notes", ())),
        sheets_done=row.sheets_done,
        sheets_total=row.sheets_total,
        written_lines=lines,
        written_hours=Hours(minutes),
    )


def _fates(row: HoursImport) -> tuple[FateCount, ...]:
    """All the rows of the file, each under one fate."""
    said: dict[str, tuple[int, int]] = row.found.get("fates", {})
    is_written = row.state == WRITTEN
    return tuple(
        FateCount(fate, said[fate][0], Hours(said[fate][1]), is_written)
        for fate in Fate
        if fate.value in said
    )


def _sheets(row: HoursImport) -> tuple[SheetCount, ...]:
    said = row.found.get("sheets", ())
    rows = Commitment.objects.filter(pk__in={one["commitment"] for one in said})
    contracts = {one.pk: label_of(one.contract) for one in rows.select_related("contract")}
    sheets = Sheet.objects.filter(
        statement__siret=row.siret, commitment__in=contracts, month__in={it["month"] for it in said}
    ).values_list("commitment_id", "month", "pk", "state")
    states = {
        (commitment, month): (pk, SheetState(state)) for commitment, month, pk, state in sheets
    }
    found = []
    for one in said:
        month = date.fromisoformat(one["month"])
        pk, state = states.get((one["commitment"], month), (None, None))
        label = contracts.get(one["commitment"], "")
        hours = Hours(one["new"]), Hours(one["there"])
        found.append(SheetCount(month, label, one["people"], *hours, one["replaced"], state, pk))
    return tuple(found)


def refused_lines(import_id: int, *, seen_by: Actor, page: int = 1) -> Page[RefusedLine]:
    """« Ligne 12, colonne Heures : … »; of which tab where the file has several."""
    rows = ImportLine.objects.filter(hours_import__in=_rows(seen_by).filter(pk=import_id))
    several = rows.values("tab").distinct().count() > 1
    return page_of(rows, page, size=LINES_ON_A_PAGE, card_of=lambda it: _refused(it, several))


def _refused(line: ImportLine, several: bool) -> RefusedLine:
    tab = f"{line.tab}, ligne" if several else "Ligne"
    return RefusedLine(f"{tab} {line.number}", line.reason)


def columns_of(import_id: int, *, seen_by: Actor) -> ReadFile:
    return file_of(_row(import_id, seen_by, "import.match"))


def people_of(import_id: int, *, seen_by: Actor) -> People:
    row = _row(import_id, seen_by, "import.settle")
    crew = crew_for(row)
    asked = Sorting(crew, file_of(row).rows()).questions()
    return People(asked, tuple(sorted(crew.members.values(), key=lambda one: one.name)))


def recent_import(import_id: int, *, seen_by: Actor) -> RecentImport:
    """The least that a page says of it."""
    return _recent(_row(import_id, seen_by))


def _rows(seen_by: Actor, act: str = "import.view") -> QuerySet[HoursImport, HoursImport]:
    return IMPORTS.rows(act, seen_by).select_related("file")


def _row(import_id: int, seen_by: Actor, act: str = "import.view") -> HoursImport:
    row = _rows(seen_by, act).filter(pk=import_id).first()
    if row is None:
        raise NotFound(import_id)
    return row
