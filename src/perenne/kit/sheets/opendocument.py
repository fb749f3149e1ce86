"""An .ods written for people to open: the same tables as the workbook, text that stays text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from perenne.kit.sheets.writing import (
    MARGIN,
    NARROWEST,
    WIDEST,
    Cell,
    Table,
    as_text,
    figure_of,
    sheet_name,
)

MIME = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}"'
    for short, long in (
        ("office", "office:1.0"),
        ("table", "table:1.0"),
        ("text", "text:1.0"),
        ("style", "style:1.0"),
        ("fo", "xsl-fo-compatible:1.0"),
        ("number", "datastyle:1.0"),
    )
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
TWO_DIGITS = (
    '<number:number number:decimal-places="2" number:min-decimal-places="2" '
    'number:min-integer-digits="1" number:grouping="true"/>'
)
DAY = (
    '<number:day number:style="long"/><number:text>/</number:text><number:month '
    'number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
)
FORMATS = {
    "whole": '<number:number-style style:name="{0}"><number:number number:decimal-places="0" '
    'number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
    "decimal": f'<number:number-style style:name="{{0}}">{TWO_DIGITS}</number:number-style>',
    "euros": f'<number:number-style style:name="{{0}}">{TWO_DIGITS}<number:text> €</number:text>'
    "</number:number-style>",
    "hours": f'<number:number-style style:name="{{0}}">{TWO_DIGITS}<number:text> h</number:text>'
    "</number:number-style>",
    "share": '<number:percentage-style style:name="{0}"><number:number number:decimal-places="2" '
    'number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>',
    "day": f'<number:date-style style:name="{{0}}">{DAY}</number:date-style>',
    "moment": f'<number:date-style style:name="{{0}}">{DAY}<number:text> </number:text>'
    '<number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/></number:date-style>',
}
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML holds nowhere, not even escaped."""
SPACES = re.compile("(?<= ) |^ | $")
CENTIMETRES = Decimal("0.2")
"""Of a letter, about."""


def write_open_document(tables: Iterable[Table]) -> bytes:
    """No formula, no link is ever made from a text: its cells say that they are strings."""
    taken: set[str] = set()
    named = [(sheet_name(table.name, taken), table) for table in tables]
    content = "".join(
        (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} '
            'office:version="1.3"><office:automatic-styles>',
            *_styles(named),
            "</office:automatic-styles><office:body><office:spreadsheet>",
            *(piece for number, one in enumerate(named) for piece in _sheet(number, *one)),
            "</office:spreadsheet></office:body></office:document-content>",
        )
    )
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIME, ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", MANIFEST)
    return file.getvalue()


def _styles(named: list[tuple[str, Table]]) -> Iterator[str]:
    yield (
        '<style:style style:name="heading" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#E8EDF3" fo:wrap-option="wrap"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    for name, form in FORMATS.items():
        yield form.format(f"n-{name}")
        yield (
            f'<style:style style:name="{name}" style:family="table-cell" '
            f'style:data-style-name="n-{name}"/>'
        )
    for number, (_name, table) in enumerate(named):
        for column, width in enumerate(_widths(table)):
            yield (
                f'<style:style style:name="w{number}-{column}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width * CENTIMETRES}cm"/>'
                "</style:style>"
            )


def _widths(table: Table) -> list[int]:
    longest = [len(heading) for heading in table.headings]
    for row in table.rows:
        for column, cell in enumerate(row[: len(longest)]):
            longest[column] = max(longest[column], len(as_text(cell)))
    return [min(max(width + MARGIN, NARROWEST), WIDEST) for width in longest]


def _sheet(number: int, name: str, table: Table) -> Iterator[str]:
    yield f"<table:table table:name={quoteattr(FORBIDDEN.sub('', name))}>"
    for column in range(len(table.headings)):
        yield f'<table:table-column table:style-name="w{number}-{column}"/>'
    headings = "".join(_text(heading, ' table:style-name="heading"') for heading in table.headings)
    yield f"<table:table-header-rows><table:table-row>{headings}</table:table-row>"
    yield "</table:table-header-rows>"
    for row in table.rows:
        yield f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
    yield "</table:table>"


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case bool() | str():
            return _text(as_text(cell))
        case datetime():
            moment = cell.replace(tzinfo=None).isoformat(timespec="seconds")
            return _typed("date", "moment", "date-value", moment, as_text(cell))
        case date():
            return _typed("date", "day", "date-value", cell.isoformat(), as_text(cell))
    figure, style = figure_of(cell)
    kind = "percentage" if style == "share" else "float"
    return _typed(kind, style, "value", f"{figure:f}" if style != "whole" else str(figure),
                  as_text(cell))  # fmt: skip


def _typed(kind: str, style: str, attribute: str, value: str, said: str) -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" table:style-name="{style}" '
        f'office:{attribute}="{value}"><text:p>{escape(said)}</text:p></table:table-cell>'
    )


def _text(text: str, style: str = "") -> str:
    """Each line is a paragraph; of spaces that follow each other, XML would keep one."""
    lines = FORBIDDEN.sub("", text).splitlines() or [""]
    kept = (SPACES.sub("<text:s/>", escape(line).replace("\t", "<text:tab/>")) for line in lines)
    said = "".join(f"<text:p>{line}</text:p>" for line in kept)
    return f'<table:table-cell office:value-type="string"{style}>{said}</table:table-cell>'
