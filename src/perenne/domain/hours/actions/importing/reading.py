"""The dry run: what the file would write is worked out and kept, row by row; nothing is written.

A long file is read by a job.
"""

from datetime import date
from typing import Any

from django.db import transaction

from perenne.domain.hours.models import HoursImport, ImportLine
from perenne.domain.hours.policy import IMPORTS
from perenne.domain.hours.queries.importing.facts import Fate
from perenne.domain.hours.queries.importing.files import ReadFile, file_of, plan_for
from perenne.domain.hours.queries.importing.planning import Plan
from perenne.domain.hours.states import IMPORT_LIFE, READING, ImportState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record

MOST_LINES_AT_ONCE = 1_200
"""Above, a job reads and writes, and the page shows its progress."""


def is_long(lines: int) -> bool:
    return lines > MOST_LINES_AT_ONCE


def read_later(row: HoursImport, found: ReadFile) -> None:
    """In the transaction of the act that asks for it."""
    if row.state == READING and is_long(found.lines):
        enqueue("hours.read_import", import_id=row.pk)


def read_now(row: HoursImport, found: ReadFile, *, by: Actor, today: date) -> None:
    if row.state == READING and not is_long(found.lines):
        read_import(import_id=row.pk, by=by, today=today)


def read_import(*, import_id: int, by: Actor, today: date) -> None:
    """Worked out without any lock, then kept; a run that died is simply run again."""
    row = IMPORTS.rows("import.read", by).select_related("file").filter(pk=import_id).first()
    if row is None:  # read already, or forgotten
        return
    file = file_of(row)
    notes, rows = list(file.notes), file.rows()
    del file  # a long one is not kept in memory beside what is made of it
    plan = plan_for(row, rows, on=today)
    with transaction.atomic():
        row = IMPORTS.take("import.read", by, import_id)
        row.state = IMPORT_LIFE.after("import.read", ImportState(row.state))
        _keep(row, plan, notes)
        counts = plan.counts()
        taken, refused = counts[Fate.TAKEN][0], counts[Fate.REFUSED][0]
        record("import.read", row, by=by, taken=taken, refused=refused)


def _keep(row: HoursImport, plan: Plan, notes: list[str]) -> None:
    """What becomes of the rows, of months, and each row that is refused."""
    row.found = {
        "received": row.found["received"],
        "notes": notes,
        "lines": len(plan.lines),
        "fates": plan.counts(),
        "asked": len(plan.asked),
        "sheets": _sheets_in(plan),
    }
    row.save()
    row.lines.all().delete()
    ImportLine.objects.bulk_create(
        (
            ImportLine(hours_import=row, tab=it.tab[:100], number=it.number, reason=it.reason)
            for it in plan.lines
            if it.fate is Fate.REFUSED
        ),
        batch_size=1_000,
    )


def _sheets_in(plan: Plan) -> list[dict[str, Any]]:
    """By month and commitment: people, minutes to write, minutes already there, lines replaced."""
    found: dict[tuple[date, int], dict[str, Any]] = {}
    people: dict[tuple[date, int], set[int]] = {}
    for key, month in sorted(plan.months.items()):
        if month.objection:
            continue
        place = key.month, key.commitment_id
        card = found.setdefault(
            place,
            {"month": key.month.isoformat(), "commitment": key.commitment_id, "people": 0,
             "new": 0, "there": 0, "replaced": 0},
        )  # fmt: skip
        people.setdefault(place, set()).add(key.participant_id)
        card["people"] = len(people[place])
        card["there" if month.fate is Fate.THERE else "new"] += month.minutes
        card["replaced"] += month.replaces is not None
    return list(found.values())
