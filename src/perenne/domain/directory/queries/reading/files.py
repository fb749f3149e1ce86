"""Which of the two formats a file is in, and its rows one by one: none is lost."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from perenne.domain.directory.queries.reading import data_inclusion, marche
from perenne.domain.directory.queries.reading.facts import Facts, ReadFile, ReadRow, Unfit
from perenne.domain.directory.states import StructureSource
from perenne.kit.refusals import Refused
from perenne.kit.sheets import Sheet, read
from perenne.values import fold

STRANGE = (
    "Ce fichier n’est dans aucun des deux formats officiels : il y faut soit les colonnes "
    "« Raison sociale » et « Type de structure » (Le marché de l’inclusion), soit les champs "
    "« source », « id », « nom » et « date_maj » (data·inclusion)."
)
BROKEN = "Ce fichier JSON est abîmé : téléchargez-le de nouveau, puis renvoyez-le."
EMPTY = "Ce fichier ne contient aucune structure."
HEADING_ROWS = 10
"""How far down the headings of a sheet are looked for."""
BOM = b"\xef\xbb\xbf"
LISTED_UNDER = ("results", "items", "data", "structures")
MARCHE, DATA_INCLUSION = StructureSource.MARCHE, StructureSource.DATA_INCLUSION
FACTS_OF: dict[StructureSource, Callable[..., Facts]] = {
    MARCHE: marche.facts_of,
    DATA_INCLUSION: data_inclusion.facts_of,
}
Numbered = tuple[int, Any]


def read_structures(content: bytes, filename: str, *, dated_on: date, today: date) -> ReadFile:
    """Refused, in French, for a file that is in neither format. `dated_on`: the day of the file."""
    start = content.removeprefix(BOM).lstrip()
    if start[:1] in {b"[", b"{"}:
        source, numbered, notes = _objects(start)
    else:
        source, numbered, notes = _table(content, filename)
    rows = (_row(line, said, source, dated_on, today) for line, said in numbered)
    return ReadFile(source, rows, notes)


def _row(line: int, said: Any, source: StructureSource, dated_on: date, today: date) -> ReadRow:
    if not isinstance(said, Mapping):
        return ReadRow(line, aside="Ligne illisible : ce n’est pas une structure en JSON.")
    name = str(said.get("nom" if source is DATA_INCLUSION else "name") or "").strip()[:200]
    try:
        facts = FACTS_OF[source](said, dated_on=dated_on, today=today)
    except Unfit as reason:
        return ReadRow(line, name=name, aside=str(reason))
    return ReadRow(line, name=facts.name, facts=facts)


def _objects(text: bytes) -> tuple[StructureSource, Iterator[Numbered], tuple[str, ...]]:
    """An array, an answer of an API that holds one, or one object a line."""
    try:
        held = _parsed(text)
    except ValueError:
        lines = [line for line in enumerate(text.splitlines(), 1) if line[1].strip()]
        if text[:1] == b"[" or len(lines) <= 1:
            raise Refused(BROKEN) from None
        objects: list[Numbered] = [(number, _line(line)) for number, line in lines]
    else:
        objects = list(enumerate(_listed(held), 1))
    first = next((said for _, said in objects if isinstance(said, dict)), None)
    if first is None:
        raise Refused(EMPTY if not objects else STRANGE)
    if first.keys() >= data_inclusion.TOLD_BY:
        return DATA_INCLUSION, iter(objects), ()
    known = {key: marche.HEADINGS.get(fold(key), "") for key in first}
    if not set(known.values()) >= marche.TOLD_BY:
        raise Refused(STRANGE)
    return MARCHE, ((line, _renamed(said)) for line, said in objects), ()


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except RecursionError:
        raise Refused(BROKEN) from None


def _line(line: bytes) -> Any:
    try:
        return _parsed(line)
    except ValueError:
        return None


def _listed(held: Any) -> Sequence[Any]:
    if isinstance(held, dict):
        lists = [held[name] for name in LISTED_UNDER if isinstance(held.get(name), list)]
        return lists[0] if lists else [held]
    return list(held)


def _renamed(said: Any) -> Any:
    if not isinstance(said, dict):
        return said
    named = ((marche.HEADINGS.get(fold(key)), value) for key, value in said.items())
    return {name: value for name, value in named if name}


def _table(
    content: bytes, filename: str
) -> tuple[StructureSource, Iterator[Numbered], tuple[str, ...]]:
    workbook = read(content, filename)
    for sheet in workbook.sheets:
        for at, row in enumerate(sheet.rows[:HEADING_ROWS]):
            found = _format_of(row)
            if found:
                source, columns = found
                return source, _lines(sheet, at, columns), workbook.notes
    raise Refused(STRANGE)


def _format_of(row: Sequence[str]) -> tuple[StructureSource, dict[int, str]] | None:
    """The format that these headings are of, and what each column holds."""
    plain = {at: cell.strip().casefold() for at, cell in enumerate(row)}
    if set(plain.values()) >= data_inclusion.TOLD_BY:
        return DATA_INCLUSION, {
            at: name for at, name in plain.items() if name in data_inclusion.COLUMNS
        }
    named = {at: marche.HEADINGS.get(fold(cell), "") for at, cell in enumerate(row)}
    if set(named.values()) >= marche.TOLD_BY:
        return MARCHE, {at: name for at, name in named.items() if name}
    return None


def _lines(sheet: Sheet, headings: int, columns: dict[int, str]) -> Iterator[Numbered]:
    """A blank row is no row; where two columns have one meaning, the first that speaks."""
    for at, row in enumerate(sheet.rows[headings + 1 :], headings + 2):
        if not any(cell.strip() for cell in row):
            continue
        said: dict[str, str] = {}
        for column, name in columns.items():
            if row[column].strip():
                said.setdefault(name, row[column])
        yield at, said
