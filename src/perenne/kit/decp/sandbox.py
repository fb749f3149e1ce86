"""A stranger's file is cut into contracts by a process that can be lost; they come one by one.

Bytes go in by a thread while lines come out: neither the file nor its contracts are ever held
whole. Bounds: `items.LIMITS`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TypeAlias

from perenne.kit.decp.items import LIMITS, Item, Source
from perenne.kit.refusals import Refused

Pieces: TypeAlias = Iterable[bytes]
SOURCES = Path(__file__).parents[3]
OPEN_THE_DOOR = (
    "import sys; sys.path.insert(0, sys.argv[1]);from perenne.kit.decp.child import main; main()"
)
PIECE = 262_144
LONGEST_LINE = 8 * LIMITS.contract_characters
TOO_SLOW = "Ce fichier est trop long à lire : envoyez-le en plusieurs fichiers plus courts."
BROKE = (
    "Ce fichier n’a pas pu être lu jusqu’au bout : il est abîmé, ou bien trop lourd. "
    "Téléchargez-le de nouveau, ou envoyez-le en plusieurs fichiers plus courts."
)


@dataclass(slots=True)
class Told:
    """What the child says beside the contracts."""

    source: Source = Source.JSON
    notes: list[str] = field(default_factory=list)


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def items_of(pieces: Pieces, told: Told) -> Iterator[Item]:
    """Every contract of the file, as it is read. Refused, in French, when it cannot be."""
    late = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-I", "-c", OPEN_THE_DOOR, str(SOURCES)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
    ) as child:
        watch = threading.Timer(LIMITS.wall_seconds, give_up, (child, late))
        feeder = threading.Thread(target=feed, args=(child, pieces), daemon=True)
        watch.start()
        feeder.start()
        try:
            yield from understood(child, told)
        except Broke:
            raise Refused(TOO_SLOW if late.is_set() else BROKE) from None
        finally:
            watch.cancel()
            child.kill()
            feeder.join()


class Broke(ValueError):  # noqa: N818 - as in kit.sheets
    """The child died before its last word, or said what cannot be understood."""


def give_up(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def feed(child: subprocess.Popen[bytes], pieces: Pieces) -> None:
    if child.stdin is None:
        return
    with suppress(BrokenPipeError, OSError):
        for piece in pieces:
            child.stdin.write(piece)
    with suppress(BrokenPipeError, OSError):
        child.stdin.close()


def understood(child: subprocess.Popen[bytes], told: Told) -> Iterator[Item]:
    if child.stdout is None:
        raise Broke
    while line := child.stdout.readline(LONGEST_LINE):
        said = word(line)
        if "refused" in said:
            raise Refused(said["refused"])
        if "over" in said:
            told.notes[:] = said["notes"]
            return
        if "source" in said:
            told.source = Source(said["source"])
            continue
        yield Item(said["n"], said["kind"], said["raw"], said["trouble"])
    raise Broke


def word(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except ValueError:
        raise Broke from None
    if not isinstance(said, dict):
        raise Broke
    return said
