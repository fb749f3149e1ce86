"""Files whose weight is the weapon: many rows, many parts, or few bytes that unfold."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

from perenne.kit.sheets.tests.containers import (
    CLOSING,
    OPENING,
    SPACE,
    frame,
    text_cell,
    xlsx,
    xlsx_streamed,
)

LINE = "Nettoyage des écoles;120 000;90911200-8\n"
BROKEN = "abîmé"
BOMB = "décompressé"
TOO_MANY_ROWS = "lignes remplies"
TOO_HEAVY = "dans un nouveau classeur"


def heavy_files() -> Iterator[tuple[str, bytes, str]]:
    yield "poids.csv", LINE.encode() * 300_000, "Mo et la limite"
    yield "million.csv", b"1;2\n" * 1_000_000, TOO_MANY_ROWS
    yield "million-leger.xlsx", xlsx_streamed(same_rows(1_000_000)), BOMB
    yield "million.xlsx", xlsx_streamed([random_rows(1_000_000).encode()]), TOO_MANY_ROWS
    for size in (50, 200):
        yield f"bombe-{size}.xlsx", bomb(size), BOMB
    yield "bombe-menteuse.xlsx", lying(bomb(90)), BROKEN
    yield "echo.xlsx", echo(), TOO_HEAVY
    yield "cent-mille-morceaux.xlsx", many_parts(100_000), "morceaux"


def same_rows(count: int) -> Iterator[bytes]:
    for _ in range(count // 10_000):
        yield b"<row><c><v>1</v></c><c><v>2</v></c></row>" * 10_000


def random_rows(count: int, cells: int = 1) -> str:
    """Hard to compress, so that only the rows are too many."""
    dice = random.Random(79)
    return "".join(
        "<row>" + "".join(f"<c><v>{dice.getrandbits(20)}</v></c>" for _ in range(cells)) + "</row>"
        for _ in range(count)
    )


def bomb(megabytes: int) -> bytes:
    """A few kilobytes that unfold into one immense cell."""
    chunk = b"A" * 1_000_000
    begin, end = text_cell("A1", "|").encode().split(b"|")
    return xlsx_streamed([b'<row r="1">', begin, *[chunk] * megabytes, end, b"</row>"])


def lying(package: bytes) -> bytes:
    """The directory says that each part unfolds into a thousand bytes."""
    marked = bytearray(package)
    at = marked.find(b"PK\x01\x02")
    while at >= 0:
        marked[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
        at = marked.find(b"PK\x01\x02", at + 4)
    return bytes(marked)


def echo() -> bytes:
    """One long text that a hundred thousand cells repeat."""
    dice = random.Random(80)
    text = "".join(chr(dice.randint(97, 122)) for _ in range(30_000))
    shared = f'<sst xmlns="{SPACE}" count="1" uniqueCount="1"><si><t>{text}</t></si></sst>'
    row = '<row><c t="s"><v>0</v></c>' + '<c t="s"><v>0</v></c>' * 4 + "</row>"
    links = frame()["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    more = {"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": links}
    return xlsx(f"{OPENING}{row * 20_000}{CLOSING}", more)


def many_parts(count: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for number in range(count):
            package.writestr(zipfile.ZipInfo(f"{number:x}"), b"")
    return file.getvalue()
