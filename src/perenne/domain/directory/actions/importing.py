"""A file of structures is tried, then applied or dropped; every row of it is accounted for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from perenne.domain.directory.actions.enlisting import link_spaces
from perenne.domain.directory.models import Import, ImportedRow, Origin, Structure, StructureTrade
from perenne.domain.directory.policy import IMPORTS
from perenne.domain.directory.queries.reading import Facts, ReadRow, read_structures
from perenne.domain.directory.queries.sorting import COMPARED, Sorted, Sorter
from perenne.domain.directory.states import (
    APPLIED,
    DROPPED,
    ImportState,
    Outcome,
    StructureSource,
)
from perenne.kit.actors import Actor
from perenne.kit.files.naming import fit
from perenne.kit.files.receiving import receive
from perenne.kit.files.uses import Use
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

AT_ONCE = 1_000
"""Rows written by one statement."""
MOST_ROWS = 150_000
WRITTEN = (*COMPARED, "commune", "source", "told_on", "said_on")
TOO_MANY = "Ce fichier a plus de {most} structures : gardez celles de votre région."
NOT_YET = "Un fichier ne peut pas être daté de demain."
A_DEPARTMENT = re.compile(r"^(?:\d\d|2[AB]|9[78]\d)$")
UNKNOWN = "Aucun département n’a le code « {code} » : écrivez par exemple « 77, 93, 94 »."
COUNTED = "SELECT directory_count_anew()"
"""PostgreSQL counts what was written: it would guess until it does by itself, a minute later."""
ALONE = "SELECT pg_advisory_xact_lock(hashtext('directory.apply'), hashtext(current_committee()))"


@dataclass(frozen=True, slots=True)
class SentStructures:
    content: bytes
    name: str
    declared: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where structures are taken from, by the codes of départements; and the day of the file."""

    departments: tuple[str, ...]
    dated_on: date


def receive_structures(sent: SentStructures, *, scope: Scope, by: Actor, today: date) -> int:
    """Look at a file sent to the site, then try it. It is not kept."""
    IMPORTS.admit("directory.try", by)
    received = receive(sent.content, sent.name, Use.STRUCTURES, sent.declared)
    return try_structures(received.content, sent.name, scope=scope, by=by, today=today)


@transaction.atomic
def try_structures(content: bytes, name: str, *, scope: Scope, by: Actor, today: date) -> int:
    """The id of the import: what would become of each row. No structure changes.

    Refused, in French, for a file in neither format, or a scope that makes no sense.
    """
    IMPORTS.admit("directory.try", by)
    _check(scope, today)
    found = read_structures(content, name, dated_on=scope.dated_on, today=today)
    batch = Import.objects.create(
        source=found.source.value,
        filename=fit(name),
        dated_on=scope.dated_on,
        departments=sorted(set(scope.departments)),
        notes=[note[:300] for note in found.notes],
    )
    sorter = Sorter(found.source, batch.departments)
    rows = [_row_of(batch, one) for one in sorter.sort(_within_reason(found.rows))]
    if not rows:
        raise Refused("Ce fichier ne contient aucune structure.")
    ImportedRow.objects.bulk_create(rows, batch_size=AT_ONCE)
    record("directory.try", batch, by=by, rows=len(rows))
    return batch.pk


@transaction.atomic
def apply_structures(*, import_id: int, by: Actor, now: datetime) -> None:
    """Write what was tried, weighed anew against what is known now; one import at a time."""
    batch = IMPORTS.take("directory.apply", by, import_id)
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    source = StructureSource(batch.source)
    kept = ImportedRow.objects.filter(batch=batch).order_by("line")
    fates = list(Sorter(source, batch.departments).sort(_read_again(kept)))
    _write(source, [fate for fate in fates if fate.facts is not None])
    ImportedRow.objects.filter(batch=batch).delete()
    ImportedRow.objects.bulk_create(
        [_row_of(batch, fate, is_done=True) for fate in fates], batch_size=AT_ONCE
    )
    batch.state, batch.applied_at = APPLIED, now
    batch.save()
    record("directory.apply", batch, by=by, rows=_counted(fates))
    link_spaces()
    with connection.cursor() as cursor:
        cursor.execute(COUNTED)


@transaction.atomic
def drop_structures(*, import_id: int, by: Actor) -> None:
    """Give up a file that was tried: what it said is emptied, its account stays."""
    batch = IMPORTS.take("directory.drop", by, import_id)
    ImportedRow.objects.filter(batch=batch).update(facts={}, email="", phone="")
    batch.state = DROPPED
    batch.save()
    record("directory.drop", batch, by=by)


@transaction.atomic
def drop_forgotten(*, by: Actor, before: datetime) -> int:
    """Files tried before this moment and never applied; how many were given up."""
    waiting = IMPORTS.rows("directory.drop", by).filter(
        state=ImportState.TRIED.value, tried_at__lt=before
    )
    ids = list(waiting.values_list("pk", flat=True))
    for import_id in ids:
        drop_structures(import_id=import_id, by=by)
    return len(ids)


def _check(scope: Scope, today: date) -> None:
    for code in scope.departments:
        if not A_DEPARTMENT.match(code):
            raise Refused(UNKNOWN.format(code=code[:10]))
    if not scope.departments:
        raise Refused("Choisissez au moins un département.")
    if scope.dated_on > today:
        raise Refused(NOT_YET)


def _within_reason(rows: Iterator[ReadRow]) -> Iterator[ReadRow]:
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise Refused(TOO_MANY.format(most=MOST_ROWS))
        yield row


def _row_of(batch: Import, fate: Sorted, *, is_done: bool = False) -> ImportedRow:
    """Once it is done, what the row said of the structure is kept no more."""
    facts = None if is_done else fate.facts
    return ImportedRow(
        batch=batch,
        line=fate.line,
        key=fate.key,
        name=fate.name,
        outcome=fate.outcome.value,
        reason=fate.reason,
        structure=fate.structure,
        facts=facts.kept() if facts else {},
        email=facts.email if facts else "",
        phone=facts.phone if facts else "",
    )


def _read_again(rows: Iterable[ImportedRow]) -> Iterator[ReadRow]:
    """What was set aside when it was tried stays aside, for the same reason."""
    for row in rows:
        facts = Facts.from_kept(row.facts, email=row.email, phone=row.phone) if row.facts else None
        yield ReadRow(row.line, row.name, facts, row.reason if facts is None else "")


def _counted(fates: Sequence[Sorted]) -> dict[str, int]:
    return {one.value: sum(fate.outcome is one for fate in fates) for one in Outcome}


def _write(source: StructureSource, fates: Sequence[Sorted]) -> None:
    """Structures, then the keys under which they come back, then their trades."""
    added = [fate for fate in fates if fate.outcome is Outcome.ADDED]
    for fate in added:
        fate.structure = Structure()
    for fate in fates:
        _set(fate, source)
    Structure.objects.bulk_create([_of(fate) for fate in added], batch_size=AT_ONCE)
    Structure.objects.bulk_create(
        [_of(fate) for fate in fates if fate.outcome is Outcome.CHANGED],
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=WRITTEN,
    )
    _confirm([_of(fate) for fate in fates if fate.outcome is Outcome.UNCHANGED])
    Origin.objects.bulk_create(
        [Origin(structure=_of(fate), source=source.value, key=fate.key) for fate in fates],
        batch_size=AT_ONCE,
        ignore_conflicts=True,
    )
    _have_trades([fate for fate in fates if fate.trades is not None])


def _set(fate: Sorted, source: StructureSource) -> None:
    row, facts = _of(fate), fate.facts
    assert facts is not None
    for name, value in fate.values.items():
        setattr(row, name, value)
    if fate.outcome is not Outcome.UNCHANGED:
        row.source = source.value
    row.told_on = max(row.told_on or facts.said_on, facts.said_on)
    row.said_on = max(row.said_on or facts.said_on, facts.said_on)


def _confirm(rows: Sequence[Structure]) -> None:
    """What a file says again is of its day: one statement a day."""
    days: dict[tuple[date | None, date], list[int]] = defaultdict(list)
    for row in rows:
        days[row.told_on, row.said_on].append(row.pk)
    for (told_on, said_on), ids in days.items():
        Structure.objects.filter(pk__in=ids).update(told_on=told_on, said_on=said_on)


def _have_trades(fates: Sequence[Sorted]) -> None:
    StructureTrade.objects.filter(structure__in=[_of(fate) for fate in fates]).delete()
    StructureTrade.objects.bulk_create(
        [
            StructureTrade(structure=_of(fate), trade=trade)
            for fate in fates
            for trade in fate.trades or ()
        ],
        batch_size=AT_ONCE,
    )


def _of(fate: Sorted) -> Structure:
    assert fate.structure is not None
    return fate.structure
