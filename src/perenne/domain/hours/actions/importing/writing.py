"""A part of a sheet written set by set: copied beside, then inserted under the usual constraints.

Locks as everywhere: the sheet, the hirings, the people. PostgreSQL copies into no table that has
walls: the copy goes into tables of the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.backends.utils import CursorWrapper

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.actions.counting import lock_people
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import HoursImport, Sheet
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.importing.facts import Fate
from perenne.domain.hours.queries.importing.months import Key, Month
from perenne.domain.hours.queries.importing.planning import settle
from perenne.domain.hours.queries.importing.standing import standing_of
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

SOURCE = "file"
NO_SHEET = "aucun engagement en cours ce mois-là, ou le mois vient d’être déclaré"
NO_LONGER = "l’embauche a changé depuis la vérification : vérifiez de nouveau le fichier"
BESIDE = """
CREATE TEMPORARY TABLE importing_month (
    n integer PRIMARY KEY, replaces bigint, hiring_id bigint, participant_id bigint, kind text,
    work_id bigint, minutes integer, reason text) ON COMMIT DROP;
CREATE TEMPORARY TABLE importing_day (n integer, day date, minutes integer) ON COMMIT DROP;
"""
COPY_MONTHS = """COPY importing_month
    (n, replaces, hiring_id, participant_id, kind, minutes, reason) FROM STDIN"""
COPY_DAYS = "COPY importing_day FROM STDIN"
REMOVE_DAYS = """DELETE FROM hours_workday d USING importing_month m
    WHERE d.work_id = m.replaces AND m.n >= %(first)s AND m.n < %(past)s"""
REMOVE = """DELETE FROM hours_work w USING importing_month m
    WHERE w.id = m.replaces AND m.n >= %(first)s AND m.n < %(past)s"""
INSERT = """INSERT INTO hours_work (sheet_id, hiring_id, participant_id, month, kind, minutes,
        reason, source, external_id, net_minutes, allocated_minutes)
    SELECT %(sheet)s, m.hiring_id, m.participant_id, %(month)s, m.kind, m.minutes, m.reason,
        %(source)s, concat_ws('/', %(sheet)s::text, m.hiring_id, m.kind), 0, 0
    FROM importing_month m WHERE m.n >= %(first)s AND m.n < %(past)s ORDER BY m.n"""
NUMBER = """UPDATE importing_month m SET work_id = w.id FROM hours_work w
    WHERE w.sheet_id = %(sheet)s AND w.hiring_id = m.hiring_id AND w.kind = m.kind
        AND w.corrects_id IS NULL AND w.moved_from_id IS NULL
        AND m.n >= %(first)s AND m.n < %(past)s"""
INSERT_DAYS = """INSERT INTO hours_workday (work_id, participant_id, day, minutes)
    SELECT m.work_id, m.participant_id, d.day, d.minutes
    FROM importing_month m JOIN importing_day d ON d.n = m.n
    WHERE m.n >= %(first)s AND m.n < %(past)s ORDER BY m.participant_id, d.day"""

DROP_DRAFTS = """DELETE FROM hours_draftline d USING importing_month m
    WHERE d.sheet_id = %(sheet)s AND d.hiring_id = m.hiring_id AND d.kind = m.kind
        AND m.n >= %(first)s AND m.n < %(past)s"""
"""What was typed and never declared, for the same lines: the file is the last word."""


@dataclass(slots=True)
class Outcome:
    lines: int = 0
    minutes: int = 0
    refused: list[Month] = field(default_factory=list)

    def refuse(self, months: Sequence[tuple[Key, Month]], why: str) -> None:
        for _, month in months:
            month.objection = why
            self.refused.append(month)


def write_part(row: HoursImport, months: Sequence[tuple[Key, Month]], by: Actor) -> Outcome:
    """Of one sheet; what stands in the way since the dry run is refused, line by line."""
    outcome, sheet = Outcome(), _taken(row, months[0][0], by)
    if sheet is None:
        outcome.refuse(months, NO_SHEET)
        return outcome
    still = _still_to_write(row, sheet, months, outcome)
    if not still:
        return outcome
    with connection.cursor() as cursor:
        _copy(cursor, still)
        _insert(cursor, sheet, still, (0, len(still)), outcome)
        cursor.execute("DROP TABLE importing_month, importing_day")
    record("sheet.fill", sheet, by=by, minutes=outcome.minutes, lines=outcome.lines)
    return outcome


def _taken(row: HoursImport, key: Key, by: Actor) -> Sheet | None:
    sheets = SHEETS.rows("sheet.fill", by).filter(
        statement__siret=row.siret, commitment_id=key.commitment_id, month=key.month
    )
    found = sheets.values_list("pk", flat=True).first()
    if found is None:
        return None
    try:
        return SHEETS.take("sheet.fill", by, found)
    except Refused:
        return None


def _still_to_write(
    row: HoursImport, sheet: Sheet, months: Sequence[tuple[Key, Month]], outcome: Outcome
) -> list[tuple[Key, Month]]:
    """Under lock: hirings and people no longer move, and what is written is read again."""
    wanted = {key.hiring_id: key.participant_id for key, _ in months}
    hirings = Hiring.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    there = set(hirings.values_list("pk", flat=True))
    lock_people(set(wanted.values()))
    standing = standing_of(row.siret, [sheet.month])
    still = []
    for key, month in months:
        settle(key, month, standing)
        if key.hiring_id not in there:
            month.objection = NO_LONGER
        if month.objection:
            outcome.refused.append(month)
        elif month.fate is Fate.TAKEN:
            still.append((key, month))
    return still


def _copy(cursor: CursorWrapper, months: Sequence[tuple[Key, Month]]) -> None:
    cursor.execute(BESIDE)
    with cursor.copy(COPY_MONTHS) as copy:
        for number, (key, month) in enumerate(months):
            copy.write_row(
                (number, month.replaces, key.hiring_id, key.participant_id, key.kind.value,
                 month.minutes, month.explanation)
            )  # fmt: skip
    with cursor.copy(COPY_DAYS) as copy:
        for number, (_, month) in enumerate(months):  # figures alone: nothing to escape
            lines = (f"{number}\t{day}\t{minutes}\n" for day, minutes in month.days.items())
            copy.write("".join(lines))
    cursor.execute("ANALYZE importing_month; ANALYZE importing_day")


def _insert(
    cursor: CursorWrapper,
    sheet: Sheet,
    months: Sequence[tuple[Key, Month]],
    between: tuple[int, int],
    outcome: Outcome,
) -> None:
    """All of them; if PostgreSQL refuses one, halves by halves until it is alone."""
    first, past = between
    facts: dict[str, int | str | date] = {
        "sheet": sheet.pk, "month": sheet.month, "source": SOURCE, "first": first, "past": past,
    }  # fmt: skip
    try:
        with told():
            for order in (REMOVE_DAYS, REMOVE, INSERT, NUMBER, INSERT_DAYS, DROP_DRAFTS):
                cursor.execute(order, facts)
    except Refused as refusal:
        if past - first == 1:
            outcome.refuse(months[first:past], str(refusal))
            return
        middle = (first + past) // 2
        _insert(cursor, sheet, months, (first, middle), outcome)
        _insert(cursor, sheet, months, (middle, past), outcome)
        return
    outcome.lines += past - first
    outcome.minutes += sum(month.minutes for _, month in months[first:past])
