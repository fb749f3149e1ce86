"""What a file really is, told by its bytes and never by its name, before anything opens it."""

from __future__ import annotations

import re

from perenne.kit.refusals import Refused
from perenne.kit.sheets import ole, packages
from perenne.kit.sheets.workbook import LIMITS, Limits

FORMATS = "au format Excel (.xlsx), LibreOffice (.ods) ou CSV"
EMPTY = "Ce fichier est vide : vérifiez que l’enregistrement s’est bien terminé, puis renvoyez-le."
TOO_BIG = (
    "Ce fichier pèse {size} Mo et la limite est de {limit} Mo. "
    "Gardez la seule feuille du tableau, sans image, et renvoyez-la."
)
NOT_A_TABLE = (
    "Ce fichier est {what}, pas un tableau. "
    f"Enregistrez le tableau d’origine {FORMATS}, puis renvoyez-le."
)
DISGUISED = (
    "Ce fichier porte le nom d’un classeur mais contient {what}. "
    "Ouvrez-le dans votre tableur, enregistrez-le au format Excel (.xlsx), puis renvoyez-le."
)
OTHERS = (
    (b"%PDF-", "un document PDF"),
    (b"\x89PNG\r\n", "une image"),
    (b"\xff\xd8\xff", "une image"),
    (b"GIF8", "une image"),
    (b"II*\x00", "une image"),
    (b"MM\x00*", "une image"),
    (b"MZ", "un programme"),
    (b"\x7fELF", "un programme"),
    (b"{\\rtf", "un document texte"),
    (b"\x1f\x8b", "une archive compressée"),
    (b"7z\xbc\xaf", "une archive compressée"),
    (b"Rar!", "une archive compressée"),
    (b"From: ", "un courriel"),
)
WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)


def tell_kind(content: bytes, limits: Limits = LIMITS) -> str:
    """xlsx, xlsm, xlsb, xls, ods or csv; Refused, in French, for anything else."""
    check_size(content, limits)
    if content.startswith(b"PK\x03\x04") or content.startswith(b"PK\x05\x06"):
        return packages.kind_of(content, limits)
    if content.startswith(ole.MAGIC):
        return ole.kind_of(content)
    for magic, what in OTHERS:
        if content.startswith(magic):
            raise Refused(NOT_A_TABLE.format(what=what))
    refuse_markup(content[:2_000])
    return "csv"


def check_size(content: bytes, limits: Limits = LIMITS) -> None:
    """Refused when there is nothing, or more bytes than the limit."""
    if not content.strip(b"\x00\t\r\n ") or content in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        raise Refused(EMPTY)
    if len(content) > limits.file_bytes:
        size = -(-len(content) // 1_000_000)
        raise Refused(TOO_BIG.format(size=size, limit=limits.file_bytes // 1_000_000))


def refuse_markup(opening: bytes) -> None:
    """Many business tools export a web page and call it .xls."""
    bare = opening.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \r\n\t")
    if WEB_PAGE.match(bare) or (XML.match(bare) and WEB_PAGE.search(bare)):
        raise Refused(DISGUISED.format(what="une page web"))
    if XML.match(bare):
        raise Refused(DISGUISED.format(what="du XML"))
