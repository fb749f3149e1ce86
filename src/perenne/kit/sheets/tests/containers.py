"""Containers made by hand: the smallest workbooks, and old binary files."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
OPENING = f'{HEAD}<worksheet xmlns="{SPACE}"><sheetData>'
CLOSING = "</sheetData></worksheet>"
SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def types(main: str = MAIN) -> str:
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}"/></Types>'
    )


def frame(main: str = MAIN) -> dict[str, str]:
    """All the parts of a workbook but its sheet."""
    return {
        "[Content_Types].xml": types(main),
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{SPACE}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="Achats" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
    }


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def xlsx(sheet: str, more: Mapping[str, str | bytes] | None = None, main: str = MAIN) -> bytes:
    """A workbook with one sheet, whose XML is given whole."""
    return zipped({**frame(main), "xl/worksheets/sheet1.xml": sheet, **(more or {})})


def xlsx_of_rows(rows: str) -> bytes:
    return xlsx(f"{OPENING}{rows}{CLOSING}")


def xlsx_streamed(chunks: Iterable[bytes]) -> bytes:
    """For sheets too large to be held twice in memory."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in frame().items():
            package.writestr(name, text)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(OPENING.encode())
            for chunk in chunks:
                part.write(chunk)
            part.write(CLOSING.encode())
    return file.getvalue()


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


GOOD_ROWS = (
    f'<row r="1">{text_cell("A1", "Objet")}{text_cell("B1", "Montant")}</row>'
    f'<row r="2">{text_cell("A2", "Nettoyage")}<c r="B2"><v>1200</v></c></row>'
)


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file: header, one allocation table, directory, then the streams (MS-CFB)."""
    sectors: list[bytes] = []
    table = [FAT]
    entries = [directory_entry("Root Entry", 5, END, 0, child=1)]
    directory_sectors = -(-(len(streams) + 1) // 4)
    table += [index + 2 for index in range(directory_sectors - 1)] + [END]
    at = 1 + directory_sectors
    for rank, (name, content) in enumerate(streams.items(), start=1):
        padded = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\x00")
        count = len(padded) // SECTOR
        sibling = rank + 1 if rank < len(streams) else FREE
        entries.append(directory_entry(name, 2, at, len(padded), right=sibling))
        table += [at + index + 1 for index in range(count - 1)] + [END]
        sectors.append(padded)
        at += count
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\x00")
    allocation = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return ole_header() + allocation + directory + b"".join(sectors)


def ole_header() -> bytes:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    shape = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    places = struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    return magic + shape + places + struct.pack("<109I", 0, *[FREE] * 108)


def directory_entry(
    name: str, kind: int, start: int, size: int, child: int = FREE, right: int = FREE
) -> bytes:
    label = (name + "\x00").encode("utf-16-le")
    return (
        label.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(label), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
