"""Which document a zip is: what its own table of contents says."""

from __future__ import annotations

import zipfile

from perenne.kit.files.inspecting.findings import ACTIVE, CORRUPTED, LOCKED, Stranger
from perenne.kit.files.magic import TWO_NATURES
from perenne.kit.files.uses import Kind
from perenne.kit.refusals import Refused

TYPES, MIMETYPE, MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
READ = 1_000_000
OFFICE = (
    (b"sheet.binary.macroEnabled", Kind.XLSB),
    (b"spreadsheetml.sheet.main", Kind.XLSX),
    (b"spreadsheetml.template.main", Kind.XLSX),
    (b"wordprocessingml.document.main", Kind.DOCX),
    (b"wordprocessingml.template.main", Kind.DOCX),
)
WITH_MACROS = (b"ms-excel.sheet.macroEnabled.main", b"ms-excel.template.macroEnabled.main",
               b"ms-word.document.macroEnabled", b"ms-word.template.macroEnabled")  # fmt: skip
OTHERS = ((b"presentationml", "un diaporama"), (b"ms-powerpoint", "un diaporama"),
          (b"visio", "un dessin Visio"))  # fmt: skip
OPEN = {
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
}


def kind_of(package: zipfile.ZipFile) -> Kind:
    names = set(package.namelist())
    if TYPES in names and MIMETYPE in names:
        raise Refused(TWO_NATURES.format(other="un second document"))
    if TYPES in names:
        return kind_of_office(opening(package, TYPES))
    if MIMETYPE in names:
        return kind_of_open_document(package, names)
    if any(name.endswith(".iwa") for name in names):
        raise Stranger("un document Numbers ou Pages")
    raise Stranger("une archive zip")


def kind_of_office(types: bytes) -> Kind:
    if any(mark in types for mark in WITH_MACROS):
        remedy = "Enregistrez-le sans macro (.xlsx ou .docx)"
        raise Refused(ACTIVE.format(what="des macros", remedy=remedy))
    for mark, kind in OFFICE:
        if mark in types:
            return kind
    for mark, what in OTHERS:
        if mark in types:
            raise Stranger(what)
    raise Refused(CORRUPTED)


def kind_of_open_document(package: zipfile.ZipFile, names: set[str]) -> Kind:
    kind = OPEN.get(opening(package, MIMETYPE).strip())
    if kind is None:
        raise Stranger("un document OpenDocument d’une autre sorte")
    if MANIFEST in names and b"encryption-data" in opening(package, MANIFEST):
        raise Refused(LOCKED)
    return kind


def opening(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(READ)
