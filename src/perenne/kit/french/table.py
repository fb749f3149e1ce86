"""A purchasing programme told apart: its headings, and the fate of each of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from perenne.kit.french.columns import Column
from perenne.kit.french.readings import Tax


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column, as written; `index` counts from 0."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class HeadingDoubt:
    """A column that the user must name: the best candidates first."""

    index: int
    heading_text: str
    candidates: tuple[Column, ...]
    question: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each thing is. `row_number` is the one the user sees (None: no headings at all).

    `columns` holds the sure ones and the best guesses; a guess is also among the `doubts`.
    `first_row` is the number of the first row under the headings. `unit_factor` multiplies
    the bare numbers of a column: euros for amounts (1 000 when the heading says k€), months
    for durations (12 when it says years). `tax` and `per_year` are what the heading of the
    amounts says. `year` is the one that the title names.
    """

    row_number: int | None
    title: str | None
    columns: Mapping[Column, int]
    ignored: tuple[Heading, ...] = ()
    doubts: tuple[HeadingDoubt, ...] = ()
    certain: bool = False
    first_row: int = 1
    unit_factor: Mapping[Column, int] = field(default_factory=dict)
    tax: Tax = Tax.UNSAID
    per_year: bool = False
    year: int | None = None


class Fate(StrEnum):
    KEPT = "kept"
    SET_ASIDE = "set_aside"


class LineKind(StrEnum):
    PURCHASE = "purchase"
    OPERATION = "operation"
    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    TOTAL = "total"
    NOTE = "note"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class SortedLine:
    """One row and what becomes of it. `parent` is the number of the operation of a lot."""

    number: int
    cells: tuple[str, ...]
    fate: Fate
    kind: LineKind
    reason: str
    parent: int | None = None
