"""Zip packages: the directory first, then every part, unpacked within what the use allows."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator

from perenne.kit.files.inspecting.findings import ACTIVE, CORRUPTED, LOCKED, Finding
from perenne.kit.files.inspecting.offices import kind_of
from perenne.kit.files.magic import TWO_NATURES
from perenne.kit.files.uses import Bounds
from perenne.kit.refusals import Refused

BOMB = (
    "Une fois décompressé, ce fichier pèserait {size} Mo : c’est trop. "
    "Retirez ce qui l’alourdit (images, feuilles inutiles), puis renvoyez-le."
)
TOO_MANY_PARTS = "Ce fichier est fait de {count} morceaux : ce n’est pas un document ordinaire."
TRAP = (
    "Ce fichier contient des noms de fichiers dangereux : il n’est pas reçu, par précaution. "
    "Ouvrez-le, enregistrez-le sous un autre nom, puis renvoyez la copie."
)
END = b"PK\x05\x06"
DESCRIPTOR = 24  # bytes that a writer may leave after a part
COMMENT = 256
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError, KeyError
)  # fmt: skip
A_PDF, THUMBNAILS = "un PDF", "Thumbnails/"
"""Office suites on a Mac put a picture of the first page there, as a PDF that nothing opens."""
NESTED = (
    (b"PK\x03\x04", "une archive"),
    (b"\xd0\xcf\x11\xe0", "un autre fichier"),
    (b"%PDF-", A_PDF),
    (b"MZ", "un programme"),
    (b"\x7fELF", "un programme"),
    (b"Rar!", "une archive"),
    (b"7z\xbc\xaf", "une archive"),
    (b"\x1f\x8b", "une archive"),
)
MACROS = re.compile(
    r"(?:^|/)(?:vbaProject\w*\.bin|vbaData\.xml|macrosheets/.*|intlMacrosheets/.*)$"
    r"|^(?:Basic|Scripts)/.",
    re.IGNORECASE,
)
CONTROLS = re.compile(r"(?:^|/)activeX/", re.IGNORECASE)
EMBEDDED = re.compile(r"(?:^|/)(?:embeddings/.|oleObject\w*\.bin$)", re.IGNORECASE)
LIVE = re.compile(rb"<(?:\w+:)?ddeLink\b|\bDDEAUTO\b|<!ENTITY|attachedTemplate\"[^>]*External")


def inspect(content: bytes, bounds: Bounds) -> Finding:
    """Stranger for a zip that is no document; Refused for a broken, locked or hostile one."""
    end = content.rfind(END)
    if end < 0:
        raise Refused(CORRUPTED)
    check_count(int.from_bytes(content[end + 10 : end + 12], "little"), bounds)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            check_directory(package.infolist(), len(content), bounds)
            kind = kind_of(package)
            check_edges(package, content, end)
            check_parts(package)
    except UNREADABLE as trouble:
        raise Refused(CORRUPTED) from trouble
    return Finding(kind)


def check_count(count: int, bounds: Bounds) -> None:
    if count > bounds.zip_entries:
        raise Refused(TOO_MANY_PARTS.format(count=count))


def check_directory(parts: list[zipfile.ZipInfo], packed: int, bounds: Bounds) -> None:
    check_count(len(parts), bounds)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED)
    if any(is_trap(part) for part in parts) or len({part.filename for part in parts}) < len(parts):
        raise Refused(TRAP)
    unpacked = sum(part.file_size for part in parts)
    dense = unpacked > 10_000_000 and unpacked > packed * bounds.unpacked_ratio
    if dense or unpacked > bounds.unpacked_bytes:
        raise Refused(BOMB.format(size=-(-unpacked // 1_000_000)))


def is_trap(part: zipfile.ZipInfo) -> bool:
    """A name that would leave its folder, or a link to elsewhere."""
    name = part.orig_filename
    steps = name.replace("\\", "/").split("/")
    outside = ".." in steps or steps[0] == "" or ":" in steps[0] or "\\" in name or "\x00" in name
    return outside or stat.S_ISLNK(part.external_attr >> 16)


def check_edges(package: zipfile.ZipFile, content: bytes, end: int) -> None:
    """Nothing before the first part, between two, nor after the end: no room to hide in."""
    comment = int.from_bytes(content[end + 20 : end + 22], "little")
    if end + 22 + comment != len(content) or comment > COMMENT:
        raise Refused(TWO_NATURES.format(other="autre chose"))
    at = 0
    for part in sorted(package.infolist(), key=lambda part: part.header_offset):
        start = part.header_offset
        lengths = content[start + 26 : start + 30]
        name, extra = (int.from_bytes(lengths[n : n + 2], "little") for n in (0, 2))
        if not 0 <= start - at <= (DESCRIPTOR if at else 0):
            raise Refused(TWO_NATURES.format(other="autre chose"))
        at = start + 30 + name + extra + part.compress_size
    if package.start_dir - at > DESCRIPTOR:
        raise Refused(TWO_NATURES.format(other="autre chose"))


def check_parts(package: zipfile.ZipFile) -> None:
    for part in package.infolist():
        for what, remedy in forbidden_in(part.filename, package):
            raise Refused(ACTIVE.format(what=what, remedy=remedy))


def forbidden_in(name: str, package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """What makes a part unwelcome, with what to do about it."""
    if MACROS.search(name):
        yield "des macros", "Enregistrez-le sans macro (.xlsx, .ods ou .docx)"
    if CONTROLS.search(name):
        yield "des contrôles ActiveX", "Retirez-les"
    text = package.read(name)  # whole: a lying directory, or a broken part, is an error here
    nested = next((what for magic, what in NESTED if text.startswith(magic)), "")
    if nested == A_PDF and name.startswith(THUMBNAILS):
        nested = ""
    if nested or EMBEDDED.search(name):
        yield nested or "un autre fichier", "Retirez l’objet incorporé"
    if LIVE.search(text) and name.endswith((".xml", ".rels")):
        yield "des liens actifs", "Retirez les liaisons vers d’autres logiciels"
