"""What a file sent by a stranger becomes: sheets of clean text, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of equal width; `rows[i]` is the row that the user sees numbered `i + 1`."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """`kind` is told by the content (xlsx, xlsm, xlsb, xls, ods or csv), never by the name.

    `notes` are French sentences for the user: what was assumed, what was left unread.
    """

    sheets: tuple[Sheet, ...]
    kind: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is accepted. Bytes, characters, seconds, as each name says."""

    file_bytes: int = 10_000_000
    unpacked_bytes: int = 100_000_000
    unpacked_ratio: int = 200
    zip_entries: int = 2_000
    rows: int = 20_000
    last_row: int = 100_000
    columns: int = 200
    cell_characters: int = 32_767
    memory_bytes: int = 512_000_000
    cpu_seconds: int = 15
    wall_seconds: int = 20
    answer_bytes: int = 32_000_000


LIMITS = Limits()
