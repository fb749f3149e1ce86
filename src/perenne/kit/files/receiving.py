"""A file at the door: what it is, whether it is a trap, whether a scanner knows it as a threat."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from hashlib import sha256

from django.db.models.functions import Now

from perenne.kit.actors import HOUSE
from perenne.kit.files.inspecting.asking import finding_on
from perenne.kit.files.inspecting.findings import Finding, Stranger
from perenne.kit.files.models import StoredFile
from perenne.kit.files.naming import extension_of, fit
from perenne.kit.files.states import FileState
from perenne.kit.files.uses import MEDIA_TYPES, Kind, Use
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.kit.scanner import Infected, ScannerDown, Unscannable, scanner

log = logging.getLogger(__name__)
EMPTY = "Ce fichier est vide : vérifiez que l’enregistrement s’est bien terminé, puis renvoyez-le."
TOO_BIG = "Ce fichier pèse {size} Mo et la limite est de {limit} Mo : allégez-le, puis renvoyez-le."
NOT_ACCEPTED = "Ce fichier {what}. Formats acceptés : {accepted}."
MISNAMED = "Ce fichier {what} : il est gardé avec l’extension « .{extension} »."
CONDEMNED = (
    "L’antivirus a reconnu une menace dans ce fichier ({threat}) : il a été supprimé et n’a été "
    "remis à personne. Faites vérifier votre poste, puis envoyez une copie saine."
)
OTHER_EXTENSIONS = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "txt": "csv", "tsv": "csv"}
KNOWN_EXTENSIONS = {kind.value for kind in Kind}
SAID_OF_ANYTHING = {"", "application/octet-stream", "application/vnd.ms-excel", "text/plain"}
"""What browsers declare when they do not know, or know too little (Windows calls CSV an Excel)."""


@dataclass(frozen=True, slots=True)
class Received:
    """Looked at, and fit to be kept."""

    content: bytes
    name: str
    use: Use
    kind: Kind
    state: FileState
    engine: str = ""
    verdict: str = ""
    notes: tuple[str, ...] = field(default=())
    """What the person is told of it, in French."""


def receive(content: bytes, name: str, use: Use, declared: str = "") -> Received:
    """Refused, in French, for anything that this use does not accept.

    `declared`: the type that the browser gave. Neither it nor the name decides anything. To be
    called outside of any transaction: the scanner may take seconds, and the line that says what
    was infected must outlive the refusal.
    """
    check_size(content, use)
    try:
        found = finding_on(content, use)
    except Stranger as stranger:
        what = told(str(stranger), lie_in(name, declared))
        raise Refused(NOT_ACCEPTED.format(what=what, accepted=use.accepted)) from None
    if found.kind not in use.kinds:
        what = told(found.kind.label, lie_about(found.kind, name, declared))
        raise Refused(NOT_ACCEPTED.format(what=what, accepted=use.accepted))
    kept = pieced_together(content, found)
    state, engine, verdict = scanned(kept)
    received = Received(
        kept, name, use, found.kind, state, engine, verdict, notes_on(found.kind, name, declared)
    )
    if state is FileState.INFECTED:
        keep_its_line(received)
        raise Refused(CONDEMNED.format(threat=verdict))
    return received


def check_size(content: bytes, use: Use) -> None:
    limit = use.bounds.file_bytes
    if not content.strip(b"\x00\t\r\n "):
        raise Refused(EMPTY)
    if len(content) > limit:
        size = -(-len(content) // 1_000_000)
        raise Refused(TOO_BIG.format(size=size, limit=limit // 1_000_000))


def pieced_together(content: bytes, found: Finding) -> bytes:
    """The file without what was left out of it: the metadata of an image."""
    if not found.pieces:
        return content
    return b"".join(
        bytes.fromhex(piece) if isinstance(piece, str) else content[slice(*piece)]
        for piece in found.pieces
    )


def scanned(content: bytes) -> tuple[FileState, str, str]:
    """State, engine and verdict; a scanner that does not answer leaves the file in quarantine."""
    asked = scanner()
    if asked is None:
        return FileState.UNSCANNED, "", ""
    try:
        verdict = asked.scan(content)
    except ScannerDown as trouble:
        log.warning("the scanner does not answer, a file waits: %s", trouble)
        return FileState.RECEIVED, "", ""
    except Unscannable as trouble:
        state = FileState.UNREADABLE if trouble.for_good else FileState.RECEIVED
        return state, "", str(trouble)
    if isinstance(verdict, Infected):
        return FileState.INFECTED, verdict.engine, verdict.threat
    return FileState.CLEAN, verdict.engine, ""


def keep_its_line(received: Received) -> None:
    """The bytes are already gone; what they were is remembered."""
    row = StoredFile.objects.create(
        name=fit(received.name),
        use=received.use,
        kind=received.kind,
        size=len(received.content),
        sha256=sha256(received.content).hexdigest(),
        place="",
        state=FileState.INFECTED,
        engine=received.engine,
        verdict=received.verdict,
        scanned_at=Now(),
    )
    record("file.condemn", row, by=HOUSE, threat=received.verdict)


def notes_on(kind: Kind, name: str, declared: str) -> tuple[str, ...]:
    lie = lie_about(kind, name, declared)
    if not lie:
        return ()
    return (MISNAMED.format(what=told(kind.label, lie), extension=kind.value),)


def told(what: str, lie: str) -> str:
    """« est un document PDF », or « porte l’extension « .png » mais c’est un document PDF »."""
    return f"{lie} mais c’est {what}" if lie else f"est {what}"


def lie_in(name: str, declared: str) -> str:
    """What the name, else the browser, says that a stranger is."""
    extension = extension_of(name)
    if extension in KNOWN_EXTENSIONS or extension in OTHER_EXTENSIONS:
        return f"porte l’extension « .{extension} »"
    return declared_as(declared)


def lie_about(kind: Kind, name: str, declared: str) -> str:
    """The same, when it is not true of this kind; empty when it is, or when nothing is said."""
    extension = extension_of(name)
    meant = OTHER_EXTENSIONS.get(extension, extension)
    if meant in KNOWN_EXTENSIONS:
        return "" if meant == kind.value else f"porte l’extension « .{extension} »"
    said = declared.lower()
    return declared_as(said) if said != MEDIA_TYPES[kind] else ""


def declared_as(declared: str) -> str:
    said = declared.partition(";")[0].strip().lower()
    known = next((kind for kind, media in MEDIA_TYPES.items() if media == said), None)
    if known is None or said in SAID_OF_ANYTHING:
        return ""
    return f"est annoncé comme {known.label}"
