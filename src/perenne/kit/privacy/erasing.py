"""A person is erased: every table that holds something of theirs, in one transaction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import CharField, Count, Field, Model, Value

from perenne.kit.privacy.classes import Gone, Personal, Rows, Table
from perenne.kit.privacy.finding import Subject
from perenne.kit.privacy.register import tables


@dataclass(frozen=True, slots=True)
class Line:
    """What happened, or would happen, in one table; it names nobody."""

    table: str
    label: str
    rows: int
    outcome: str
    why_kept: str = ""


def foreseen(subject: Subject) -> list[Line]:
    """What an erasure would do, table by table; one question, however many there are."""
    first, *others = (_count(table, subject) for table in tables())
    counted = dict(first.union(*others, all=True))
    return [line for table in tables() for line in _lines(table, counted.get(table.name, 0))]


@transaction.atomic
def erase(subject: Subject) -> list[Line]:
    """Erase, and say what was done; the tables that lead to others go first."""
    held = [(table, _pinned(table, subject)) for table in tables()]
    report = []
    for table, rows in sorted(held, key=lambda pair: not pair[0].loses_its_rows):
        report += _lines(table, len(rows))
        if rows:
            _erase_rows(table, table.model._base_manager.filter(pk__in=rows))
    return report


def empty_consented(subject: Subject, code: str) -> int:
    """Empty what stood on a consent that is withdrawn; how many columns there were."""
    emptied = Counter[str]()
    for table in tables():
        on_it = {name: one for name, one in table.personal.items() if one.consent == code}
        if on_it:
            emptied[table.name] = table.rows_of(subject).update(
                **{name: _nothing(table.model, name) for name in on_it}
            )
    return emptied.total()


def _count(table: Table, subject: Subject) -> Rows:
    rows = table.rows_of(subject).order_by().annotate(_table=Value(table.name, CharField()))
    counted: Rows = rows.values("_table").annotate(_rows=Count("pk")).values_list("_table", "_rows")
    return counted


def _pinned(table: Table, subject: Subject) -> list[Any]:
    """Found before anything changes: an address that is gone would find nothing more."""
    return list(table.rows_of(subject).values_list("pk", flat=True))


def _lines(table: Table, rows: int) -> list[Line]:
    """At most two: what goes, and what stays with its reason."""
    if not rows:
        return []
    reasons = {one.why_kept for one in table.personal.values() if one.gone is Gone.KEPT}
    lines = []
    if any(one.gone is not Gone.KEPT for one in table.personal.values()):
        outcome = "lignes effacées" if table.loses_its_rows else "valeurs personnelles effacées"
        lines.append(Line(table.name, table.label, rows, outcome))
    lines += [Line(table.name, table.label, rows, "gardé", why) for why in sorted(reasons)]
    return lines


def _erase_rows(table: Table, rows: Rows) -> None:
    if table.erase:
        table.erase(rows)
    elif table.loses_its_rows:
        rows.delete()
    else:
        _empty(table, rows)


def _empty(table: Table, rows: Rows) -> None:
    going = {
        name: one for name, one in table.personal.items() if one.gone in {Gone.BLANK, Gone.REPLACED}
    }
    for row in rows:
        changes = {name: _after(table.model, name, one, row) for name, one in going.items()}
        table.model._base_manager.filter(pk=row.pk).update(**changes, **table.also)


def _after(model: type[Model], name: str, personal: Personal, row: Model) -> Any:
    if personal.gone is Gone.BLANK:
        return _nothing(model, name)
    if callable(personal.instead):
        return personal.instead(getattr(row, name))
    return personal.instead.format(pk=row.pk)


def _nothing(model: type[Model], name: str) -> Any:
    """The empty value of a column: nothing where it may be, else an empty text or object."""
    field: Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]
    if field.null:
        return None
    return field.get_default() if field.has_default() else field.empty_strings_allowed and ""
