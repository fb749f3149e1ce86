"""Workbooks given back: the template of a company, and a file with what is wrong in a column."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hirings.queries.crews import counting_in
from perenne.domain.hours.models import HoursImport
from perenne.domain.hours.policy import IMPORTS, PARTIES
from perenne.domain.hours.queries.importing.columns import OUTCOME
from perenne.domain.hours.queries.importing.facts import Told
from perenne.domain.hours.queries.importing.files import file_of, plan_for
from perenne.domain.hours.queries.importing.planning import label_of
from perenne.domain.hours.queries.importing.standing import Written, standing_of
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.sheets.writing import Cell, Table
from perenne.rules.french import MONTHS
from perenne.rules.hours import HOUR_KINDS, HourKind
from perenne.values import Hours

BEFORE_DAYS = ("Code", "Nom", "Prénom", "Marché", "Mois", "Nature des heures")
AFTER_DAYS = ("Heures du mois", "Explication")
NOBODY = "Aucune embauche ne compte ce mois-là : choisissez un autre mois."


def template_for(siret: str, month: date, *, seen_by: Actor) -> Table:
    """The crew of that month, a box for each day, and what is declared of it already.

    The sum of the days may be left empty; the hours of the month may be given instead of them.
    """
    if not PARTIES.rows("import.receive", seen_by).filter(siret=siret).exists():
        raise NotFound(siret)
    rows = HIRINGS.rows("hiring.view", seen_by).filter(counting_in(month), party__siret=siret)
    crew = rows.select_related("participant", "commitment__contract").order_by(
        "commitment__contract", "participant__last_name", "participant__first_name", "pk"
    )
    works = standing_of(siret, [month]).works
    written: dict[int, dict[str, Written]] = defaultdict(dict)
    for (_, hiring_id, _, kind), work in works.items():
        written[hiring_id][kind] = work
    lines = tuple(
        _line(hiring, month, HourKind(kind), written[hiring.pk].get(kind))
        for hiring in crew
        for kind in (written[hiring.pk] or [HourKind.WORK.value])
    )
    if not lines:
        raise Refused(NOBODY)
    days = tuple(str(number) for number in range(1, monthrange(month.year, month.month)[1] + 1))
    return Table(_name_of(month), (*BEFORE_DAYS, *days, *AFTER_DAYS), lines)


def _name_of(month: date) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def _line(hiring: Hiring, month: date, kind: HourKind, written: Written | None) -> tuple[Cell, ...]:
    person, last = hiring.participant, monthrange(month.year, month.month)[1]
    days: Mapping[date, int] = written.days if written else {}
    return (
        person.code,
        person.last_name,
        person.first_name,
        label_of(hiring.commitment.contract),
        _name_of(month),
        HOUR_KINDS[kind].label,
        *(_hours(days.get(month.replace(day=number))) for number in range(1, last + 1)),
        _hours(written.minutes if written else None),
        "",
    )


def _hours(minutes: int | None) -> Cell:
    return Hours(minutes) if minutes else None


def marked_file(import_id: int, *, seen_by: Actor, on: date) -> list[Table]:
    """The rows as they were sent, and beside each of them what becomes of it."""
    row: HoursImport | None = (
        IMPORTS.rows("import.view", seen_by).select_related("file").filter(pk=import_id).first()
    )
    if row is None:
        raise NotFound(import_id)
    file = file_of(row)
    plan = plan_for(row, file.rows(), on=on)
    outcomes = {(it.tab, it.number): _outcome(it) for it in plan.lines}
    tables = []
    for sheet, layout in file.tabs:
        cells: list[tuple[Cell, ...]] = [
            (*texts, OUTCOME if number == layout.heading else outcomes[sheet.name, number])
            for number, texts in enumerate(sheet.rows, start=1)
        ]
        tables.append(Table(sheet.name, tuple(map(str, cells[0])), tuple(cells[1:])))
    return tables


def _outcome(line: Told) -> str:
    return f"{line.fate.label} : {line.reason}" if line.reason else line.fate.label
