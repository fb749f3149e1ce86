"""An official file as rows of text: JSON, or CSV with any of the usual separators."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.core.management import CommandError

from perenne.domain.territories.actions import SetAside

Row = Mapping[str, Any]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Read(Generic[Item]):
    """What a file gave, and its rows that were set aside."""

    items: tuple[Item, ...]
    set_aside: tuple[SetAside, ...] = ()


def rows_of(path: Path) -> list[Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise CommandError(
            f"{path}\u00a0: ce fichier ne s’ouvre pas, ou n’est pas écrit en UTF-8."
        ) from wrong
    if path.suffix == ".json":
        return _json(path, text)
    head = text.split("\n", 1)[0]
    separator = max(";,\t", key=head.count)
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


def _json(path: Path, text: str) -> list[Row]:
    try:
        rows = json.loads(text)
    except ValueError as wrong:
        raise CommandError(f"{path}\u00a0: ce n’est pas du JSON lisible.") from wrong
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CommandError(f"{path}\u00a0: une liste d’objets est attendue.")
    return rows


def first_of(row: Row, *names: str) -> str:
    """The first of these columns that the row fills, as text."""
    return next((str(row[name]).strip() for name in names if row.get(name) not in (None, "")), "")


def needs(rows: list[Row], *columns: str, path: Path) -> None:
    """CommandError unless the file has one of the spellings of each column (« a|b »)."""
    if not rows:
        raise CommandError(f"{path}\u00a0: ce fichier est vide.")
    missing = [column for column in columns if not set(column.split("|")) & rows[0].keys()]
    if missing:
        said = ", ".join(column.replace("|", " ou ") for column in missing)
        raise CommandError(f"{path}\u00a0: il manque la colonne {said}.")


def sorted_out(rows: Iterable[Row], read: Callable[[Row], Item | SetAside | None]) -> Read[Item]:
    """Each row read, set aside with its reason, or (None) told elsewhere."""
    done = [read(row) for row in rows]
    aside = tuple(one for one in done if isinstance(one, SetAside))
    items = tuple(one for one in done if one is not None and not isinstance(one, SetAside))
    return Read(items, aside)


def department_of(insee_code: str) -> str:
    """« 77 », « 2A », « 974 »: overseas codes have three figures."""
    return insee_code[:3] if insee_code.startswith("97") else insee_code[:2]
