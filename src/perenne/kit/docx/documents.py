"""A document before it is a file: titles, paragraphs, lists, tables, blanks."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the document; levels 1 to 3, none skipped."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("A heading says something.")
        if self.level not in {1, 2, 3}:
            raise ValueError("Headings go from level 1 to level 3.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that the reader fills in; `label` names it, `hint` says what is expected."""

    label: str
    hint: str = "à compléter"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one header row; an empty cell is a field to fill."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("Every row of a table has as many cells as its header.")


Block: TypeAlias = Heading | Paragraph | Bullets | Blank | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What `render` turns into a Word file.

    `made_at` is an aware moment (the clock is the caller's); `running_head` is repeated at the
    top of each page, `foot` at the bottom, before the page number.
    """

    title: str
    author: str
    subject: str
    made_at: datetime
    blocks: tuple[Block, ...]
    running_head: str = ""
    foot: str = ""

    def __post_init__(self) -> None:
        if self.made_at.tzinfo is None:
            raise ValueError("The moment of a document is aware of its time zone.")
        level = 0
        for heading in (block for block in self.blocks if isinstance(block, Heading)):
            if heading.level > level + 1:
                raise ValueError(f"The heading “{heading.text}” skips a level.")
            level = heading.level
