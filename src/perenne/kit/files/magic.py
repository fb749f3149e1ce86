"""What the first bytes say: nothing is opened here, and no name is believed."""

from __future__ import annotations

import re
from enum import StrEnum

from perenne.kit.refusals import Refused

LOOKED_AT = 65_536
HEAD_OF_A_PDF = 1_024
TAIL_OF_A_ZIP = 65_557


class Family(StrEnum):
    """What the bytes must be opened as, to know more."""

    TEXT = "text"
    ZIP = "zip"
    OLE = "ole"
    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"


OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAMILIES = (
    (b"PK\x03\x04", Family.ZIP),
    (b"PK\x05\x06", Family.ZIP),
    (OLE_MAGIC, Family.OLE),
    (b"%PDF-", Family.PDF),
    (b"\x89PNG\r\n\x1a\n", Family.PNG),
    (b"\xff\xd8\xff", Family.JPEG),
)
PROGRAM, ARCHIVE, XML_SAID = "un programme", "une archive compressée", "du XML"
STRANGERS = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "un raccourci Windows"),
    (b"#!", "un programme"),
    (b"GIF8", "une image GIF"),
    (b"II*\x00", "une image TIFF"),
    (b"MM\x00*", "une image TIFF"),
    (b"\x89PNG", "une image PNG abîmée"),
    (b"{\\rtf", "un document RTF"),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"Rar!", ARCHIVE),
    (b"MSCF", ARCHIVE),
    (b"ITSF", "un fichier d’aide Windows"),
    (b"\xe4R\\{", "un carnet OneNote"),
    (b"From: ", "un courriel"),
    (b"Received: ", "un courriel"),
    (b"%!PS", "un fichier PostScript"),
)
INSIDE = (
    (8, b"WEBP", "une image WebP"),
    (4, b"ftyphei", "une photographie HEIC"),
    (4, b"ftypmif1", "une photographie HEIC"),
    (4, b"ftyp", "une vidéo"),
    (257, b"ustar", ARCHIVE),
    (32_769, b"CD001", "une image de disque"),
)
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|meta|script|svg|iframe)\b", re.IGNORECASE
)
XML = re.compile(rb"<(?:\?xml|!doctype|!entity)\b", re.IGNORECASE)
BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def family_of(content: bytes) -> Family | str:
    """How to open it; or, in French, what it is when it is nothing that anybody may send."""
    for magic, family in FAMILIES:
        if content.startswith(magic):
            return family
    return stranger_in(content) or Family.TEXT


def stranger_in(content: bytes) -> str:
    """« un programme », « une archive compressée »…; empty when the first bytes say nothing."""
    for magic, what in STRANGERS:
        if content.startswith(magic):
            return what
    for offset, magic, what in INSIDE:
        if content.startswith(magic, offset):
            return what
    bare = content[:LOOKED_AT].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x0c")
    if MARKUP.match(bare) or (XML.match(bare) and MARKUP.search(bare)):
        return "une page web"
    if XML.match(bare):
        return XML_SAID
    return "" if looks_like_text(content[:LOOKED_AT]) else "un fichier binaire inconnu"


def looks_like_text(head: bytes) -> bool:
    """No control character; zeros only where each letter takes two bytes."""
    wide = head.startswith(WIDE_MARKS) or head[1:200:2].count(0) > len(head[:200]) // 3
    if wide:
        return head.count(0) <= len(head) // 2 + 1
    return b"\x00" not in head and not BINARY.search(head)


def refuse_second_nature(content: bytes, family: Family | str) -> None:
    """Refused when the same bytes are something else too, for who reads them otherwise."""
    if family is not Family.PDF and b"%PDF-" in content[:HEAD_OF_A_PDF]:
        raise Refused(TWO_NATURES.format(other="un document PDF"))
    tail = content[-TAIL_OF_A_ZIP:]
    if family is not Family.ZIP and b"PK\x05\x06" in tail and b"PK\x01\x02" in content:
        raise Refused(TWO_NATURES.format(other="une archive zip"))


TWO_NATURES = (
    "Ce fichier cache {other} : il n’est pas reçu, par précaution. "
    "Ouvrez-le, enregistrez-le sous un autre nom, puis renvoyez la copie."
)
