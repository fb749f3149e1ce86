"""The old binary container of Microsoft Office: .xls, but also .doc, and locked .xlsx."""

from __future__ import annotations

from perenne.kit.refusals import Refused
from perenne.kit.sheets.packages import CORRUPTED, LOCKED, NOT_A_SHEET

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEGINNING_OF_WORKBOOK = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")
FILE_PASS = 0x002F
RECORDS_LOOKED_AT = 6
OTHERS = (
    ("WordDocument", "un document Word"),
    ("PowerPoint Document", "un diaporama"),
    ("__properties_version1.0", "un courriel"),
)


def kind_of(content: bytes) -> str:
    """Always xls; Refused for anything else. Stream names are UTF-16 in the directory."""
    if holds(content, "EncryptedPackage"):
        raise Refused(LOCKED)
    for stream, what in OTHERS:
        if holds(content, stream):
            raise Refused(NOT_A_SHEET.format(what=what))
    if not (holds(content, "Workbook") or holds(content, "Book")):
        raise Refused(CORRUPTED)
    if is_locked(content):
        raise Refused(LOCKED)
    return "xls"


def holds(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") + b"\x00\x00" in content


def is_locked(content: bytes) -> bool:
    """A locked workbook carries a FilePass record right after its beginning (MS-XLS 2.4.117)."""
    at = max(content.find(mark) for mark in BEGINNING_OF_WORKBOOK)
    for _ in range(RECORDS_LOOKED_AT if at >= 0 else 0):
        if int.from_bytes(content[at : at + 2], "little") == FILE_PASS:
            return True
        at += 4 + int.from_bytes(content[at + 2 : at + 4], "little")
    return False
