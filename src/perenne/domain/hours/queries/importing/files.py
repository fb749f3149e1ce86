"""The file of an import, read again: its bytes are the only truth about its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import HiringState
from perenne.domain.hours.models import HoursImport, RememberedLayout, RememberedPerson
from perenne.domain.hours.queries.importing.columns import Layout, layout_of
from perenne.domain.hours.queries.importing.facts import Row
from perenne.domain.hours.queries.importing.people import NOT_OURS, Crew
from perenne.domain.hours.queries.importing.planning import Plan, Sorting
from perenne.domain.hours.queries.importing.rows import rows_of
from perenne.domain.hours.queries.importing.standing import standing_of
from perenne.kit.files.keeping import content_of
from perenne.kit.sheets import Sheet, Workbook, read

HIDDEN = (
    "La feuille masquée « {} » n’a pas été lue : affichez-la et renvoyez le fichier si elle "
    "contient des heures."
)
NO_HOURS = "La feuille « {} » n’a pas de colonnes d’heures : ses lignes sont laissées de côté."


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Visible tabs with what their columns say; `notes` are sentences for the user."""

    tabs: tuple[tuple[Sheet, Layout], ...]
    notes: tuple[str, ...]

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return tuple(layout for _, layout in self.tabs)

    @property
    def asks(self) -> bool:
        """Whether something must be said of the columns before any row is read."""
        tables = [layout for layout in self.layouts if layout.is_table]
        return not tables or any(layout.needs_month for layout in tables)

    @property
    def lines(self) -> int:
        return sum(len(sheet.rows) for sheet, _ in self.tabs)

    def rows(self) -> Iterator[Row]:
        for sheet, layout in self.tabs:
            yield from rows_of(sheet, layout)


def file_in(workbook: Workbook, known: Mapping[str, Mapping[str, str]]) -> ReadFile:
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden]
    tabs = tuple((sheet, layout_of(sheet, known)) for sheet in visible)
    hidden = (HIDDEN.format(sheet.name) for sheet in workbook.sheets if sheet.hidden)
    bare = (NO_HOURS.format(sheet.name) for sheet, layout in tabs if not layout.is_table)
    return ReadFile(tabs, (*workbook.notes, *hidden, *bare))


def file_of(row: HoursImport) -> ReadFile:
    """With what its sender said of such columns before, and says of these."""
    workbook = read(content_of(row.file_id), row.file.name)
    return file_in(workbook, remembered_layouts(row.organisation_id) | row.said)


def remembered_layouts(organisation_id: int) -> dict[str, Mapping[str, str]]:
    rows = RememberedLayout.objects.filter(organisation_id=organisation_id)
    return dict(rows.values_list("signature", "said"))


def crew_for(row: HoursImport) -> Crew:
    """Those whom its sender answers for: the company, or a facilitator on contracts of hers."""
    theirs = (
        Q(party__organisation_id=row.organisation_id)
        if row.is_own
        else Q(commitment__contract__facilitator_id=row.organisation_id)
    )
    hirings = (
        Hiring.objects.filter(theirs, party__siret=row.siret)
        .exclude(state=HiringState.CANCELLED.value)
        .select_related("participant", "commitment__contract")
        .order_by("pk")
    )
    known = RememberedPerson.objects.filter(organisation_id=row.organisation_id)
    said = {mark: person or NOT_OURS for mark, person in known.values_list("mark", "participant")}
    return Crew(row.siret, hirings, said)


def plan_for(row: HoursImport, rows: Iterable[Row], *, on: date) -> Plan:
    """What the rows would write today. They are read once, and not kept."""
    work = Sorting(crew_for(row), rows)
    months = {key.month for key in work.months}
    return work.plan(standing_of(row.siret, months), on=on)
