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
from perenne.kit.files.naming import fit
from perenne.kit.files.states import FileState
from perenne.kit.files.telling import lie_about, lie_in, notes_on, told
from perenne.kit.files.uses import Kind, Use
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.kit.scanner import Infected, ScannerDown, Unscannable, scanner

log = logging.getLogger(__name__)
EMPTY = "Ce fichier est vide : vérifiez que l’enregistrement s’est bien terminé, puis renvoyez-le."
TOO_BIG = "Ce fichier pèse {size} Mo et la limite est de {limit} Mo : allégez-le, puis renvoyez-le."
NOT_ACCEPTED = "Ce fichier {what}. Formats acceptés : {accepted}."
CONDEMNED = (
    "L’antivirus a reconnu une menace dans ce fichier ({threat}) : il a été supprimé et n’a été "
    "remis à personne. Faites vérifier votre poste, puis envoyez une copie saine."
)
CONDEMNED_SINCE = (
    "L’antivirus a reconnu une menace dans ce fichier ({threat}) : il a été supprimé. "
    "Faites vérifier le poste qui l’a préparé, puis demandez ou envoyez une copie saine."
)


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
    # As it was read: the journal keeps the threat, and no name that people gave.
    row = StoredFile.objects.get(pk=row.pk)
    record("file.condemn", row, by=HOUSE, threat=received.verdict, was_served=False)
