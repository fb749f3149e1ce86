"""What a file says is written on open sheets, a part of a sheet at a time.

Each part is committed with what it writes: a run that died is run again, finds what is there
already, and goes on. The months are opened by whoever asks; a long file is written by a job.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from perenne.domain.hours.actions.importing.reading import is_long, read_import
from perenne.domain.hours.actions.importing.writing import Outcome, write_part
from perenne.domain.hours.actions.opening import open_statement
from perenne.domain.hours.models import HoursImport, ImportLine
from perenne.domain.hours.policy import IMPORTS
from perenne.domain.hours.queries.importing.files import file_of, plan_for
from perenne.domain.hours.queries.importing.months import Key, Month
from perenne.domain.hours.queries.importing.planning import by_sheet
from perenne.domain.hours.states import IMPORT_LIFE, ImportState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

NOTHING = "Ce fichier n’apporte aucune heure nouvelle : corrigez les lignes refusées, renvoyez-le."
MONTHS_IN_A_PART = 500
"""Months of persons: about ten thousand days."""


def apply_import(*, import_id: int, by: Actor, today: date) -> None:
    with transaction.atomic():
        row = IMPORTS.take("import.apply", by, import_id)
        sheets = [sheet for sheet in row.found["sheets"] if sheet["new"]]
        if not sheets:
            raise Refused(NOTHING)
        row.state = IMPORT_LIFE.after("import.apply", ImportState(row.state))
        row.sheets_total, row.sheets_done = len(sheets), 0
        row.found = row.found | {"written": [0, 0]}
        row.save()
        for month in sorted({sheet["month"] for sheet in sheets}):
            _open(row.siret, date.fromisoformat(month), by, today)
        record("import.apply", row, by=by)
        long = is_long(row.found["lines"])
        if long:
            enqueue("hours.write_import", import_id=row.pk)
    if not long:
        write_import(import_id=import_id, by=by, today=today)


def _open(siret: str, month: date, by: Actor, today: date) -> None:
    """A month that cannot be opened is told on its lines, and holds back no other."""
    try:
        open_statement(siret=siret, month=month, by=by, on=today)
    except Refused:
        return


def write_import(*, import_id: int, by: Actor, today: date) -> None:
    row = IMPORTS.rows("import.write", by).select_related("file").filter(pk=import_id).first()
    if row is None:  # written already
        return
    plan = plan_for(row, file_of(row).rows(), on=today)
    for months in by_sheet(plan.months).values():
        parts = range(0, len(months), MONTHS_IN_A_PART)
        for start in parts:
            write_months(row.pk, months[start : start + MONTHS_IN_A_PART], by, start == parts[-1])
    with transaction.atomic():
        row = IMPORTS.take("import.write", by, import_id)
        row.state = IMPORT_LIFE.after("import.write", ImportState(row.state))
        row.sheets_done = row.sheets_total
        row.save()
        lines, minutes = row.found["written"]
        record("import.write", row, by=by, lines=lines, minutes=minutes)


def finish_left_behind(*, by: Actor, today: date) -> int:
    """What requests that died left half read or half written, of files of a day before; how many
    are finished now."""
    acts = (("import.read", read_import), ("import.write", write_import))
    done = 0
    for act, finish in acts:
        waiting = IMPORTS.rows(act, by).filter(received_on__lt=today)
        for key in list(waiting.order_by("received_on", "pk").values_list("pk", flat=True)):
            finish(import_id=key, by=by, today=today)
            done += 1
    return done


@transaction.atomic
def write_months(
    import_id: int, months: Sequence[tuple[Key, Month]], by: Actor, ends_a_sheet: bool
) -> None:
    """A part of one sheet, with what the page says of it."""
    row = IMPORTS.take("import.write", by, import_id)
    outcome = write_part(row, months, by)
    lines, minutes = row.found["written"]
    row.found["written"] = [lines + outcome.lines, minutes + outcome.minutes]
    row.sheets_done = min(row.sheets_done + ends_a_sheet, row.sheets_total)
    row.save(update_fields=["found", "sheets_done"])
    _tell(row, outcome)


def _tell(row: HoursImport, outcome: Outcome) -> None:
    """Between the dry run and now, something changed: the rows say so."""
    ImportLine.objects.bulk_create(
        [
            ImportLine(
                hours_import=row, tab=line.tab[:100], number=line.number, reason=month.objection
            )
            for month in outcome.refused
            for line in month.lines
        ],
        ignore_conflicts=True,
    )
