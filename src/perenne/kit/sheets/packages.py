"""Zip packages: the kind is in the directory, and so is the size once unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from perenne.kit.refusals import Refused
from perenne.kit.sheets.workbook import Limits

CORRUPTED = (
    "Ce fichier est abîmé ou incomplet. Ouvrez-le dans votre tableur, "
    "enregistrez-le sous un autre nom, puis renvoyez-le."
)
LOCKED = (
    "Ce fichier est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe "
    "(dans Excel : Fichier, Informations, Protéger le classeur), puis renvoyez-le."
)
BOMB = (
    "Une fois décompressé, ce fichier pèserait {size} Mo : c’est trop pour un tableau. "
    "Copiez les lignes utiles dans un nouveau classeur, puis renvoyez-le."
)
TOO_MANY_PARTS = (
    "Ce fichier est fait de {count} morceaux : ce n’est pas un classeur ordinaire. "
    "Copiez les lignes utiles dans un nouveau classeur, puis renvoyez-le."
)
NOT_A_SHEET = (
    "Ce fichier est {what}, pas un tableau. Enregistrez le tableau d’origine "
    "au format Excel (.xlsx), LibreOffice (.ods) ou CSV, puis renvoyez-le."
)
OFFICE = (
    (b"sheet.binary.macroEnabled", "xlsb"),
    (b"ms-excel.sheet.macroEnabled.main", "xlsm"),
    (b"ms-excel.template.macroEnabled.main", "xlsm"),
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"spreadsheetml.template.main", "xlsx"),
)
OTHER_OFFICE = (
    (b"wordprocessingml", "un document Word"),
    (b"ms-word", "un document Word"),
    (b"presentationml", "un diaporama"),
    (b"ms-powerpoint", "un diaporama"),
)
OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
END_OF_DIRECTORY = b"PK\x05\x06"
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError)


def kind_of(content: bytes, limits: Limits) -> str:
    """The kind of spreadsheet in this zip; Refused when there is none, or when it is a trap."""
    check_count(announced_parts(content), limits)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            check_directory(package.infolist(), len(content), limits)
            return kind_of_package(package)
    except (*UNREADABLE, RuntimeError, KeyError, UnicodeError) as trouble:
        raise Refused(CORRUPTED) from trouble


def announced_parts(content: bytes) -> int:
    """How many parts the end of the directory announces: cheap to read, before the rest."""
    end = content.rfind(END_OF_DIRECTORY)
    return int.from_bytes(content[end + 10 : end + 12], "little") if end >= 0 else 0


def check_count(count: int, limits: Limits) -> None:
    if count > limits.zip_entries:
        raise Refused(TOO_MANY_PARTS.format(count=count))


def check_directory(parts: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    """The sandbox bounds what a lying directory would hide."""
    check_count(len(parts), limits)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED)
    unpacked = sum(part.file_size for part in parts)
    dense = unpacked > 10_000_000 and unpacked > packed * limits.unpacked_ratio
    if dense or unpacked > limits.unpacked_bytes:
        raise Refused(BOMB.format(size=-(-unpacked // 1_000_000)))


def kind_of_package(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if "[Content_Types].xml" in names:
        return kind_of_office(opening(package, "[Content_Types].xml"))
    if "mimetype" in names:
        return kind_of_open_document(package, names)
    if any(name.endswith(".iwa") for name in names):
        raise Refused(NOT_A_SHEET.format(what="un document Numbers ou Pages"))
    raise Refused(NOT_A_SHEET.format(what="une archive zip"))


def kind_of_office(types: bytes) -> str:
    for mark, kind in OFFICE:
        if mark in types:
            return kind
    for mark, what in OTHER_OFFICE:
        if mark in types:
            raise Refused(NOT_A_SHEET.format(what=what))
    raise Refused(CORRUPTED)


def kind_of_open_document(package: zipfile.ZipFile, names: set[str]) -> str:
    if not opening(package, "mimetype").strip().startswith(OPEN_SHEET):
        raise Refused(NOT_A_SHEET.format(what="un document, une image ou un diaporama"))
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in opening(package, manifest):
        raise Refused(LOCKED)
    return "ods"


def opening(package: zipfile.ZipFile, name: str) -> bytes:
    """The first million bytes of a part."""
    with package.open(name) as part:
        return part.read(1_000_000)
