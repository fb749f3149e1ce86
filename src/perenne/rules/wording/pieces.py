"""What a clause becomes in a consultation file: pieces, made of sections, ready to copy."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.french import typeset

DOTS = "…" * 12


class PieceCode(StrEnum):
    """The document of the consultation in which the wording goes."""

    NOTICE = "notice"
    RC = "rc"
    CCAP = "ccap"
    CCTP = "cctp"
    AE = "ae"
    FOLLOW_UP = "suivi"
    PUBLICS = "publics"
    CRITERION = "critere"


@dataclass(frozen=True, slots=True)
class Listing:
    """Items already punctuated (see `listing`)."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that the tenderer or the buyer fills in."""

    label: str
    hint: str = "à compléter"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; an empty cell is a field to fill."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


Paragraph: TypeAlias = str | Listing | Blank | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """One article; `number` is empty where the document is not numbered."""

    heading: str
    paragraphs: tuple[Paragraph, ...]
    number: str = ""

    @property
    def title(self) -> str:
        return f"{self.number} – {self.heading}" if self.number else self.heading


@dataclass(frozen=True, slots=True)
class Piece:
    """The wording for one document, and what its author must check before publishing."""

    code: PieceCode
    title: str
    sections: tuple[Section, ...]
    points_of_vigilance: tuple[str, ...] = ()

    def as_text(self) -> str:
        """Plain text to copy; the points of vigilance stay out of it."""
        parts = [self.title]
        for section in self.sections:
            parts += [section.title, *(_plain(paragraph) for paragraph in section.paragraphs)]
        return "\n\n".join(parts) + "\n"


def section(heading: str, *paragraphs: Paragraph, number: str = "") -> Section:
    """A section whose sentences are typeset."""
    return Section(typeset(heading), tuple(map(_typeset, paragraphs)), number)


def listing(*items: str) -> Listing:
    """A French list: « ; » after each item, a full stop after the last."""
    *firsts, last = items
    return Listing((*(f"{item} ;" for item in firsts), f"{last}."))


def _typeset(paragraph: Paragraph) -> Paragraph:
    match paragraph:
        case str():
            return typeset(paragraph)
        case Listing(items):
            return Listing(tuple(map(typeset, items)))
        case Blank(label, hint):
            return Blank(typeset(label), typeset(hint))
        case grid:
            cells = tuple(tuple(map(typeset, row)) for row in grid.rows)
            return Grid(tuple(map(typeset, grid.header)), cells, typeset(grid.caption))


def _plain(paragraph: Paragraph) -> str:
    match paragraph:
        case str():
            return paragraph
        case Listing(items):
            return "\n".join(f"– {item}" for item in items)
        case Blank(label):
            return f"{label}\u00a0: {DOTS}"
        case grid:
            rows = (" | ".join(cell or DOTS for cell in row) for row in (grid.header, *grid.rows))
            return "\n".join(([grid.caption] if grid.caption else []) + list(rows))
