"""PDF: names that act are looked for everywhere, object streams unpacked, nothing is followed.

Whatever cannot be looked at is refused. Source: ISO 32000-1, 7.3.5 (names), 7.5.7 (object
streams), 12.6 (actions).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from perenne.kit.files.inspecting.findings import ACTIVE, CORRUPTED, LOCKED, Finding
from perenne.kit.files.magic import TWO_NATURES
from perenne.kit.files.uses import Bounds, Kind
from perenne.kit.refusals import Refused

PRINTED = "Imprimez-le au format PDF (Fichier, Imprimer, « Enregistrer au format PDF »)"
TOO_LONG = (
    "Ce PDF a {pages} pages et la limite est de {limit}. Gardez les pages utiles, puis renvoyez-le."
)
HEAVY = (
    "Une fois décompressé, ce PDF est trop lourd pour être vérifié. "
    f"{PRINTED}, puis renvoyez la copie."
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTING = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA|Encrypt)"
    rb"(?=[\s/<>\[\]()%{}]|$)"
)
WORDS = {
    b"JavaScript": "un programme (JavaScript)",
    b"Launch": "une commande qui lance un programme",
    b"EmbeddedFile": "un autre fichier",
    b"EmbeddedFiles": "un autre fichier",
    b"GoToE": "un autre fichier",
    b"RichMedia": "un contenu multimédia",
    b"ImportData": "un formulaire actif",
    b"SubmitForm": "un formulaire actif",
    b"XFA": "un formulaire actif",
}
STREAM = re.compile(rb"\bstream\r?\n")
PACKED_OBJECTS = re.compile(rb"/ObjStm\b")
OTHER_FILTERS = re.compile(
    rb"/(?:ASCIIHex|ASCII85|LZW|RunLength|Crypt|JBIG2|DCT|JPX)\w*|/Predictor"
)
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
COUNT = re.compile(rb"/Count\s+(\d{1,9})\b")
OBJECTS_BEGIN = re.compile(rb"\s*[\d%]")
DICTIONARY = 4_096
MOST_UNPACKED = 60_000_000
TRAILING = 1_024


def inspect(content: bytes, bounds: Bounds) -> Finding:
    end = content.rfind(b"%%EOF")
    if end < 0 or not re.search(rb"\d+\s+\d+\s+obj\b", content):
        raise Refused(CORRUPTED)
    if len(content[end + 5 :].strip(b"\x00\r\n\t ")) > TRAILING:
        raise Refused(TWO_NATURES.format(other="autre chose"))
    pages = most = 0
    for text in texts_in(content):
        told = ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), text)
        refuse_acting(told)
        pages += len(PAGE.findall(told))
        most = max([most, *map(int, COUNT.findall(told))])
    if max(pages, most) > bounds.pages:
        raise Refused(TOO_LONG.format(pages=max(pages, most), limit=bounds.pages))
    return Finding(Kind.PDF)


def refuse_acting(text: bytes) -> None:
    found = ACTING.search(text)
    if found and found[1] == b"Encrypt":
        raise Refused(LOCKED)
    if found:
        raise Refused(ACTIVE.format(what=WORDS[found[1]], remedy=PRINTED))


def texts_in(content: bytes) -> Iterator[bytes]:
    """The file itself, then each packed stream that may hold objects."""
    yield content
    for packed in PACKED_OBJECTS.finditer(content):
        refuse_unusual(content, packed.start())
    left = MOST_UNPACKED
    for stream in STREAM.finditer(content):
        text = unpacked(content, stream.end(), left)
        left -= len(text)
        if left <= 0:
            raise Refused(HEAVY)
        if text:
            yield text


def refuse_unusual(content: bytes, at: int) -> None:
    """Objects are packed by one plain filter in every honest file: others would hide them."""
    start = max(content.rfind(b"obj", max(0, at - DICTIONARY), at), 0)
    end = content.find(b"stream", at, at + DICTIONARY)
    said = content[start : end if end >= 0 else at + DICTIONARY]
    plain = b"/Filter" not in said or said.count(b"/FlateDecode") == 1
    if not plain or OTHER_FILTERS.search(said):
        raise Refused(ACTIVE.format(what="des objets cachés", remedy=PRINTED))


def unpacked(content: bytes, at: int, most: int) -> bytes:
    """A packed stream that begins as a list of objects does, whole; else nothing."""
    unpacking = zlib.decompressobj()
    try:
        opening = unpacking.decompress(content[at : at + 256], 64)
        if not OBJECTS_BEGIN.match(opening):
            return b""
        return zlib.decompressobj().decompress(content[at:], most)
    except zlib.error:
        return b""
