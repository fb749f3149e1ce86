"""A name or a declared type that lies: told, in French, and never believed."""

from __future__ import annotations

from perenne.kit.files.naming import extension_of
from perenne.kit.files.uses import MEDIA_TYPES, Kind

MISNAMED = "Ce fichier {what} : il est gardé avec l’extension « .{extension} »."
OTHER_EXTENSIONS = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "txt": "csv", "tsv": "csv"}
KNOWN_EXTENSIONS = {kind.value for kind in Kind}
SAID_OF_ANYTHING = {"", "application/octet-stream", "application/vnd.ms-excel", "text/plain"}
"""What browsers declare when they do not know, or know too little (Windows calls CSV an Excel)."""


def notes_on(kind: Kind, name: str, declared: str = "") -> tuple[str, ...]:
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
