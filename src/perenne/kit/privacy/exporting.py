"""Everything held about a person, readable: what the access file and « Mes données » show.

One question to the database, however many tables there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, JSONObject
from django.utils.dateparse import parse_datetime
from django.utils.timezone import localtime

from perenne.kit.french.dates import written
from perenne.kit.privacy.classes import Attachment, Category, Personal, Rows, Table
from perenne.kit.privacy.finding import Subject
from perenne.kit.privacy.register import tables

SECRET = "Gardé sous une forme illisible, jamais montré"  # noqa: S105 - a sentence
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Held:
    """One value: as people read it, and as programs do."""

    label: str
    category: Category
    said: str
    value: Any


@dataclass(frozen=True, slots=True)
class HeldTable:
    """What one table holds of a person, a tuple of values a row; `is_cut` when there is more."""

    name: str
    label: str
    purpose: str
    keeps: str
    labels: tuple[str, ...]
    rows: tuple[tuple[Held, ...], ...]
    is_cut: bool = False


def held_about(
    subject: Subject, *, most: int | None = None, reading_texts: bool = True
) -> list[HeldTable]:
    """Table by table; `most` limits the rows of each.

    Without `reading_texts`, free texts that would have to be read through are left out.
    """
    asked = [table for table in tables() if reading_texts or not table.is_read_through]
    found: dict[str, list[dict[str, Any]]] = {}
    for name, document in _documents(asked, subject, most):
        found.setdefault(name, []).append(document)
    return [_held(table, found[table.name], most) for table in asked if table.name in found]


def attachments_of(subject: Subject) -> Iterator[Attachment]:
    """The files, one at a time."""
    for table in tables():
        if table.attached:
            for row in table.rows_of(subject).iterator():
                yield table.attached(row)


def _documents(
    asked: Iterable[Table], subject: Subject, most: int | None
) -> Iterable[tuple[str, dict[str, Any]]]:
    first, *others = (_as_documents(table, subject, most) for table in asked)
    return first.union(*others, all=True)


def _as_documents(table: Table, subject: Subject, most: int | None) -> Rows:
    secrets = {name for name, one in table.personal.items() if one.category is Category.CREDENTIAL}
    shown = {name: F(name) for name in table.personal if name not in secrets}
    rows = table.rows_of(subject)[: most + 1 if most else None]
    return rows.values_list(
        Value(table.name, CharField()), JSONObject(_key=Cast("pk", CharField()), **shown)
    )


def _held(table: Table, documents: list[dict[str, Any]], most: int | None) -> HeldTable:
    return HeldTable(
        table.name,
        table.label,
        table.processing.purpose,
        table.keeps,
        tuple(one.label for one in table.personal.values()),
        tuple(
            tuple(_value(one, document.get(name)) for name, one in table.personal.items())
            for document in documents[:most]
        ),
        most is not None and len(documents) > most,
    )


def _value(personal: Personal, value: Any) -> Held:
    if personal.category is Category.CREDENTIAL:
        return Held(personal.label, personal.category, SECRET, None)
    return Held(personal.label, personal.category, _said(value), value)


def _said(value: Any) -> str:
    if value is None or value in ("", {}, []):
        return NOTHING
    if isinstance(value, bool):
        return "oui" if value else "non"
    moment = _moment(value)
    return written(localtime(moment), "j F Y, H:i") if moment else str(value)


def _moment(value: Any) -> datetime | None:
    """What JSON holds as a text, when it is an hour with its zone."""
    try:
        read = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return read if read and read.tzinfo else None
