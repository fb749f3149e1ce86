"""Files that try to harm, to deceive, or that are merely broken: all made here, none stored.

`sentence_contains` is a part of the sentence that refuses the file; it is empty when the file
is harmless once read as text, and must then be read.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import xlsxwriter

from perenne.kit.sheets.tests.containers import (
    CLOSING,
    GOOD_ROWS,
    OPENING,
    SPACE,
    frame,
    ole,
    text_cell,
    types,
    xlsx,
    xlsx_of_rows,
    zipped,
)
from perenne.kit.sheets.tests.heavy import heavy_files, random_rows

EMPTY = "est vide"
NOT_TABLE = "pas un tableau"
WEB_PAGE = "une page web"
LOCKED = "mot de passe"
BROKEN = "abîmé"
NO_TABLE = "aucun tableau"
TOO_WIDE = "colonnes"
NOT_TEXT = "texte lisible"
TOO_LONG = "caractères"
TOO_HEAVY = "dans un nouveau classeur"
READ = ""

HEADINGS = "Objet;Montant;CPV\n"
LINE = "Nettoyage des écoles;120 000;90911200-8\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BEGINNING = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)
OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class HostileFile:
    name: str
    content: bytes
    sentence_contains: str


def hostile_files() -> Iterable[HostileFile]:
    """All of them; the heavy ones last."""
    yield from light_files()
    for name, content, sentence in heavy_files():
        yield HostileFile(name, content, sentence)


def light_files() -> Iterable[HostileFile]:
    """Those that are made in no time."""
    for name, content, sentence in (
        *strangers(),
        *broken_files(),
        *locked_files(),
        *odd_workbooks(),
        *odd_texts(),
        *odd_names(),
    ):
        yield HostileFile(name, content, sentence)


def good() -> bytes:
    return xlsx_of_rows(GOOD_ROWS)


def strangers() -> Iterator[tuple[str, bytes, str]]:
    """Other kinds of files under the name of a table."""
    yield "zero.xlsx", b"", EMPTY
    yield "blanc.csv", b" \r\n\t\x00", EMPTY
    yield "un-octet.csv", b"a", NO_TABLE
    yield "rapport.xlsx", b"%PDF-1.7\n1 0 obj<<>>endobj", NOT_TABLE
    yield "photo.xls", b"\x89PNG\r\n\x1a\n" + bytes(64), NOT_TABLE
    yield "photo.csv", b"\xff\xd8\xff\xe0" + bytes(64), NOT_TABLE
    yield "virus.xlsx", b"MZ\x90\x00" + bytes(200), NOT_TABLE
    yield "binaire.csv", b"\x7fELF\x02\x01" + bytes(200), NOT_TABLE
    yield "archive.csv", b"\x1f\x8b\x08\x00" + bytes(40), NOT_TABLE
    yield "archive.xls", b"Rar!\x1a\x07" + bytes(40), NOT_TABLE
    yield "texte.xls", b"{\\rtf1 bonjour}", NOT_TABLE
    yield "page.xls", b"<html><body><table><tr><td>1</td></tr></table>", WEB_PAGE
    yield "page.xlsx", b"\xef\xbb\xbf <!DOCTYPE HTML><title>Export</title>", WEB_PAGE
    yield "page-utf16.xls", "<html><table></table></html>".encode("utf-16"), WEB_PAGE
    yield "vieux.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "du XML"
    yield "contrat.xlsx", zipped({"[Content_Types].xml": types(WORD)}), "un document Word"
    yield "expose.xlsx", zipped({"[Content_Types].xml": types(SLIDES)}), "un diaporama"
    yield "lettre.ods", zipped({"mimetype": OPEN_SHEET[:-11] + "text"}), NOT_TABLE
    yield "archive.xlsx", zipped({"a.txt": "bonjour"}), "une archive zip"
    yield "poupee.xlsx", zipped({"dedans.zip": zipped({"dedans.xlsx": good()})}), "une archive zip"
    yield "tableau.xlsx", zipped({"Index/Document.iwa": "x"}), "Numbers"
    yield "note.xls", ole({"WordDocument": b"x"}), "un document Word"
    yield "inconnu.xls", ole({"Truc": b"x"}), BROKEN


def broken_files() -> Iterator[tuple[str, bytes, str]]:
    whole = good()
    for share in (10, 50, 90, 99):
        yield f"tronque-{share}.xlsx", whole[: len(whole) * share // 100], BROKEN
    middle = len(whole) // 2
    yield "troue.xlsx", whole[: middle - 40] + bytes(80) + whole[middle + 40 :], BROKEN
    yield "vide-zip.xlsx", b"PK\x05\x06" + bytes(18), NOT_TABLE
    yield "sans-feuille.xlsx", zipped(frame()), BROKEN
    yield "faux.xls", ole({"Workbook": BEGINNING + bytes(400)}), NO_TABLE
    yield "xml-ouvert.xlsx", xlsx(f"{OPENING}<row r='1'><c r='A1'>"), BROKEN
    yield "profond.xlsx", xlsx(OPENING + "<a>" * 100_000 + CLOSING), NO_TABLE


def locked_files() -> Iterator[tuple[str, bytes, str]]:
    package = {"EncryptionInfo": b"\x04\x00\x04\x00", "EncryptedPackage": bytes(600)}
    yield "secret.xlsx", ole(package), LOCKED
    pass_record = b"\x2f\x00\x06\x00\x00\x00\x01\x02\x03\x04"
    yield "secret.xls", ole({"Workbook": BEGINNING + pass_record}), LOCKED
    yield "secret-zip.xlsx", with_flag(good()), LOCKED
    manifest = '<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/>'
    parts = {"mimetype": OPEN_SHEET, "META-INF/manifest.xml": manifest, "content.xml": "x"}
    yield "secret.ods", zipped(parts), LOCKED


def with_flag(package: bytes) -> bytes:
    """Every part declared encrypted, in its own header and in the directory."""
    marked = bytearray(package)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(mark)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(mark, at + 4)
    return bytes(marked)


def odd_workbooks() -> Iterator[tuple[str, bytes, str]]:
    yield "macros.xlsm", xlsx(sheet(), {"xl/vbaProject.bin": b"\x00VBA"}, MACROS), READ
    yield "evasion.xlsx", xlsx(sheet(), {"../../../etc/passwd": "x", "/absolu": "x"}), READ
    yield "lien.xlsx", xlsx(sheet(), {"xl/externalLinks/externalLink1.xml": "<a/>"}), READ
    yield "formules.xlsx", with_formulas(), READ
    yield "milliard-de-rires.xlsx", xlsx(entities(laughs(), "&l9;")), BROKEN
    outside = '<!ENTITY dehors SYSTEM "file:///etc/passwd">'
    yield "entite-externe.xlsx", xlsx(entities(outside, "&dehors;")), BROKEN
    yield "graphique.xlsx", chart_only(), NO_TABLE
    yield "cachee.xlsx", hidden_sheet(), READ
    yield "titres.xlsx", xlsx_of_rows(GOOD_ROWS.split("</row>", maxsplit=1)[0] + "</row>"), READ
    yield "lignes-vides.xlsx", xlsx_of_rows('<row r="1"/><row r="2"><c r="A2"/></row>'), NO_TABLE
    wide = "".join(f'<c r="{letters(n)}1"><v>1</v></c>' for n in range(10_000))
    yield "large.xlsx", xlsx_of_rows(f'<row r="1">{wide}</row>'), TOO_WIDE
    long = f'<row r="1">{text_cell("A1", "x" * 5_000_000)}{text_cell("B1", "y")}</row>'
    yield "longue.xlsx", xlsx_of_rows(long + random_rows(40_000, cells=8)), TOO_LONG
    corner = GOOD_ROWS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield "coins.xlsx", xlsx_of_rows(corner), TOO_HEAVY
    far = GOOD_ROWS + '<row r="900000"><c r="A900000"><v>1</v></c></row>'
    yield "loin.xlsx", xlsx_of_rows(far), "tout en bas"
    lost = '<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>x</v></c></row>'
    yield "index-perdu.xlsx", xlsx_of_rows(lost), BROKEN


def sheet() -> str:
    return f"{OPENING}{GOOD_ROWS}{CLOSING}"


def letters(column: int) -> str:
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def laughs() -> str:
    grown = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!ENTITY l0 "ha">{grown}'


def entities(declared: str, used: str) -> str:
    cells = text_cell("A1", used) + text_cell("B1", "x")
    return (
        f'<?xml version="1.0"?><!DOCTYPE worksheet [{declared}]>'
        f'<worksheet xmlns="{SPACE}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    )


def with_formulas() -> bytes:
    """Texts that would be formulas if anything let them."""
    cells = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")')
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", text.replace("&", "&amp;"))}</row>'
        for n, text in enumerate(cells, start=1)
    )
    return xlsx_of_rows(rows)


def chart_only() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Vide")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Vide!$A$1:$A$3"})
        book.add_chartsheet("Graphique").set_chart(chart)
    return file.getvalue()


def hidden_sheet() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Vue").write_row(0, 0, ["Objet", "Montant"])
        secret = book.add_worksheet("Dessous")
        secret.write_row(0, 0, ["Objet", "Montant"])
        secret.very_hidden()
    return file.getvalue()


def odd_texts() -> Iterator[tuple[str, bytes, str]]:
    text = HEADINGS + LINE * 3
    yield "formules.csv", f"{HEADINGS}=cmd|' /C calc'!A0;+1;@x\n-2;=1+1;x\n".encode(), READ
    yield "hasard.csv", random.Random(77).randbytes(4_000), NOT_TEXT
    no_zero = bytes(byte or 1 for byte in random.Random(78).randbytes(4_000))
    yield "hasard-sans-nul.csv", no_zero, NOT_TEXT
    yield "sans-marque.csv", text.encode("utf-16-le"), READ
    yield "melange.csv", (HEADINGS + LINE).encode() + LINE.encode("cp1252"), READ
    yield "moitie-utf16.csv", text.encode("utf-16") + b"\x00", NOT_TEXT
    yield "nuls.csv", text.replace(";", ";\x00").encode(), NOT_TEXT
    yield "large.csv", (";".join("x" * 10_000) + "\n").encode(), TOO_WIDE
    yield "longue.csv", (HEADINGS + '"' + "x" * 5_000_000 + '";1;2\n').encode(), TOO_LONG
    yield "guillemet.csv", (HEADINGS + 'Écran 24";100;x\n' + 'Lot "B;2;y\n' + LINE).encode(), READ
    yield "titres.csv", HEADINGS.encode(), READ
    yield "lignes-vides.csv", b";;;\n;;;\n", NO_TABLE
    yield "retours-mac.csv", text.replace("\n", "\r").encode("mac-roman"), READ
    yield "inverse.csv", f"{HEADINGS}\u202eexe.fdp;1;2\n".encode(), READ


def odd_names() -> Iterator[tuple[str, bytes, str]]:
    """A name decides nothing: the same good file under each."""
    for name in (
        "../../etc/passwd",
        "C:\\Windows\\con.xlsx",
        "x" * 300 + ".xlsx",
        "programme\u202exslx.exe",
        "deux\nlignes.xlsx",
        "nul\x00.xlsx",
        ";rm -rf ~.xlsx",
        "",
        ".htaccess",
        "e\u0301te\u0301.xlsx",
    ):
        yield name, good(), READ
