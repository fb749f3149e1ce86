"""The process that opens the file: it reads bytes, answers JSON, and can do nothing else.

Before the first byte is looked at it gives up memory, processor time, files, sockets and
other processes. Without the `resource` module (not a Unix) only the clock bounds it.
"""

from __future__ import annotations

import codecs
import io
import json
import sys
import zipfile
from contextlib import suppress

from perenne.kit.refusals import Refused
from perenne.kit.sheets.encodings import MARKS, ONE_BYTE, TWO_BYTES
from perenne.kit.sheets.parsing import parse
from perenne.kit.sheets.workbook import LIMITS, Limits

try:
    import resource
except ImportError:  # pragma: no cover - not a Unix
    resource = None  # type: ignore[assignment]

TOO_HEAVY = (
    "Ce fichier demande trop de mémoire pour être lu. Copiez les lignes utiles "
    "dans un nouveau classeur, puis renvoyez-le."
)
TOO_MUCH_TEXT = (
    "Ce fichier contient trop de texte pour être lu d’un coup : "
    "envoyez-le en plusieurs fichiers plus courts."
)


def main() -> None:
    confine(LIMITS)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(), LIMITS))


def confine(limits: Limits) -> None:
    """A rehearsal loads what Python loads late: afterwards no file nor socket can be opened."""
    rehearse(limits)
    for name in (*(name for _, name in MARKS), *(name for name, _ in ONE_BYTE), *TWO_BYTES):
        codecs.lookup(name)
    renounce(limits)


def renounce(limits: Limits) -> None:
    """Memory, processor, files, sockets, other processes: what was not loaded yet never will be."""
    if resource is None:  # pragma: no cover - not a Unix
        return
    lower(resource.RLIMIT_AS, limits.memory_bytes)
    lower(resource.RLIMIT_CPU, limits.cpu_seconds)
    lower(resource.RLIMIT_NOFILE, 3)
    lower(resource.RLIMIT_NPROC, 0)
    lower(resource.RLIMIT_FSIZE, 0)
    lower(resource.RLIMIT_CORE, 0)


def rehearse(limits: Limits) -> None:
    """One text, one package: codecs and modules that are only loaded at their first use."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "spreadsheetml.sheet.main")
        archive.writestr("é", "x")
    codecs.lookup("cp437")
    for content in (b"a;b\n1;2\n", package.getvalue()):
        with suppress(Refused):
            parse(content, limits)


def lower(what: int, ceiling: int) -> None:
    """Never above what the process was given."""
    _, hard = resource.getrlimit(what)
    lowest = ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)
    resource.setrlimit(what, (lowest, lowest))


def answer(content: bytes, limits: Limits) -> bytes:
    try:
        told = json.dumps(parse(content, limits)).encode()
    except Refused as refusal:
        return refused(str(refusal))
    except MemoryError:
        return refused(TOO_HEAVY)
    return told if len(told) <= limits.answer_bytes else refused(TOO_MUCH_TEXT)


def refused(sentence: str) -> bytes:
    return json.dumps({"refused": sentence}).encode()


if __name__ == "__main__":
    main()
