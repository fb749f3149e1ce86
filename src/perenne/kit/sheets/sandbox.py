"""Reading a stranger's file in a process that can be lost without harm."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from perenne.kit.refusals import Refused
from perenne.kit.sheets.guard import check_size
from perenne.kit.sheets.shape import squared
from perenne.kit.sheets.workbook import LIMITS, Sheet, Workbook

SOURCES = Path(__file__).parents[3]
OPEN_THE_DOOR = (
    "import sys; sys.path.insert(0, sys.argv[1]);from perenne.kit.sheets.child import main; main()"
)
TOO_SLOW = (
    "Ce fichier est trop long à lire. Copiez les lignes utiles dans un nouveau classeur, "
    "puis renvoyez-le."
)
BROKE = (
    "Ce fichier n’a pas pu être lu : il est abîmé, ou bien trop lourd. "
    "Copiez les lignes utiles dans un nouveau classeur, puis renvoyez-le."
)
ONE_SHEET = "Feuille 1"


class TooSlow(Refused):
    """The child was stopped by the clock."""


class Broke(Refused):
    """The child died, or did not answer."""


def read(content: bytes, filename: str) -> Workbook:
    """The sheets of a file; Refused, with a French sentence, when it cannot or must not be read.

    The name serves only to call the sheet of a text file: it is not trusted.
    """
    check_size(content)
    told = ask_child(content, OPEN_THE_DOOR)
    if "refused" in told:
        raise Refused(told["refused"])
    sheets = tuple(
        Sheet(name or sheet_name(filename), squared(rows), hidden)
        for name, hidden, rows in told["sheets"]
    )
    return Workbook(sheets, told["kind"], tuple(told["notes"]))


def ask_child(content: bytes, door: str, *arguments: str) -> dict[str, Any]:
    """What a process of its own says of these bytes: `door` is the Python that it runs.

    The child reads everything before it answers, so the two pipes cannot block each other.
    """
    late = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-I", "-c", door, str(SOURCES), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
    ) as child:
        watch = threading.Timer(LIMITS.wall_seconds, give_up, (child, late))
        watch.start()
        try:
            told = exchange(child, content)
        finally:
            watch.cancel()
            child.kill()
    if late.is_set():
        raise TooSlow(TOO_SLOW)
    return understand(told)


def give_up(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def exchange(child: subprocess.Popen[bytes], content: bytes) -> bytes:
    if child.stdin is None or child.stdout is None:
        return b""
    with suppress(BrokenPipeError):
        child.stdin.write(content)
        child.stdin.close()
    return child.stdout.read(LIMITS.answer_bytes + 1)


def understand(told: bytes) -> dict[str, Any]:
    """A child that died leaves half an answer, or none."""
    try:
        answer = json.loads(told)
    except ValueError:
        raise Broke(BROKE) from None
    if not isinstance(answer, dict):
        raise Broke(BROKE)
    return answer


def sheet_name(filename: str) -> str:
    """The last part of the name, without extension nor invisible letters; 80 letters at most."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    visible = "".join(letter for letter in last if letter.isprintable()).strip()
    return visible[:80] or ONE_SHEET
