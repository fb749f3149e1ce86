"""The old binary container of Microsoft Office (MS-CFB): .xls is all that is accepted of it."""

from __future__ import annotations

from perenne.kit.files.inspecting.findings import ACTIVE, CORRUPTED, LOCKED, Finding, Stranger
from perenne.kit.files.uses import Kind
from perenne.kit.refusals import Refused
from perenne.kit.sheets.ole import holds, is_locked

STRANGERS = (
    ("WordDocument", "un ancien document Word (.doc)"),
    ("PowerPoint Document", "un diaporama"),
    ("__properties_version1.0", "un courriel Outlook"),
    ("VisioDocument", "un dessin Visio"),
    ("SummaryInformation.msi", "un programme d’installation"),
)
ACTIVES = (
    ("_VBA_PROJECT", "des macros", "Enregistrez-le sans macro, au format .xlsx"),
    ("_VBA_PROJECT_CUR", "des macros", "Enregistrez-le sans macro, au format .xlsx"),
    ("\x01Ole10Native", "un autre fichier", "Retirez l’objet incorporé"),
)
EMBEDDED = "MBD0".encode("utf-16-le")


def inspect(content: bytes) -> Finding:
    check_kind(content)
    for stream, what, remedy in ACTIVES:
        if holds(content, stream):
            raise Refused(ACTIVE.format(what=what, remedy=remedy))
    if EMBEDDED in content:
        raise Refused(ACTIVE.format(what="un autre fichier", remedy="Retirez l’objet incorporé"))
    return Finding(Kind.XLS)


def check_kind(content: bytes) -> None:
    if holds(content, "EncryptedPackage"):
        raise Refused(LOCKED)
    for stream, what in STRANGERS:
        if holds(content, stream):
            raise Stranger(what)
    if not (holds(content, "Workbook") or holds(content, "Book")):
        raise Refused(CORRUPTED)
    if is_locked(content):
        raise Refused(LOCKED)
