"""What a list says in a file: its columns, in the words of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from django.utils.timezone import is_aware, localtime

from perenne.kit.paging import Page
from perenne.kit.sheets.writing import Cell, Table
from perenne.values import Euros, Hours, Share

Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`cell`: the attribute of a row, dotted, or what makes it from the row.

    `when`, `unless`: the name in the context of the page by which its template shows this column
    or not; what a page keeps from somebody, the file does not hold.
    """

    heading: str
    cell: str | Callable[[Any], object]
    when: str = ""
    unless: str = ""

    def is_shown(self, context: Context) -> bool:
        told_of = not self.when or bool(context[self.when])
        return told_of and not (self.unless and context[self.unless])

    def of(self, row: Any) -> Cell:
        found = self.cell(row) if callable(self.cell) else attribute(row, self.cell)
        return told(found)


@dataclass(frozen=True, slots=True)
class Listing:
    """`rows`: where they are in the context of the page, a `Page` or a sequence.

    `filters`: what the address asked for besides the view, in words, from the context.
    `personal`: it names people, so whoever takes it away is written in the journal.
    """

    title: str
    columns: tuple[Column, ...]
    rows: str | Callable[[Context], Iterable[Any]] = "page"
    filters: Mapping[str, str | Callable[[Context], object]] | None = None
    personal: bool = False

    def rows_in(self, context: Context) -> Sequence[Any]:
        if callable(self.rows):
            return tuple(self.rows(context))
        found = context[self.rows]
        return tuple(found.items if isinstance(found, Page) else found)

    def table(self, context: Context) -> Table:
        shown = [one for one in self.columns if one.is_shown(context)]
        return Table(
            self.title,
            tuple(one.heading for one in shown),
            tuple(tuple(one.of(row) for one in shown) for row in self.rows_in(context)),
        )

    def filtered_by(self, context: Context) -> dict[str, str]:
        """Label → words, of what is filtered; the tab that is open among them."""
        open_tabs = [tab.label for tab in context.get("tabs", ()) if tab.current]
        found = {"Vue": " ".join(open_tabs).partition(" (")[0]}
        for label, words in (self.filters or {}).items():
            said = words(context) if callable(words) else context[words]
            found[label] = str(told(said) or "")
        return {label: words for label, words in found.items() if words}


def attribute(row: Any, path: str) -> Any:
    """By its dotted path; None where something on the way is."""
    for name in path.split("."):
        row = None if row is None else getattr(row, name)
    return row


def told(found: object) -> Cell:
    """As a spreadsheet holds it: identifiers are text, and keep their zeros."""
    match found:
        case Enum():
            return str(getattr(found, "label", found.value))
        case datetime():
            return localtime(found) if is_aware(found) else found
        case None | str() | bool() | int() | Decimal() | date() | Euros() | Hours() | Share():
            return found
        case list() | tuple():
            return " ; ".join(map(str, found))
    return str(found)
