"""Asks the process that looks inside, and understands its answer."""

from __future__ import annotations

from typing import Any

from perenne.kit.files.inspecting.findings import CORRUPTED, Finding, Stranger
from perenne.kit.files.magic import XML_SAID, Family, family_of, refuse_second_nature
from perenne.kit.files.uses import Kind, Use
from perenne.kit.refusals import Refused
from perenne.kit.sheets import sandbox

OPEN_THE_DOOR = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from perenne.kit.files.inspecting.child import main; main()"
)
OPENING = {b"[", b"{"}
TOO_SLOW = "Ce fichier est trop long à vérifier : allégez-le, puis renvoyez-le."


def finding_on(content: bytes, use: Use) -> Finding:
    """A text is told by its first bytes; whatever must be opened is opened in the sandbox."""
    family = family_of(content)
    if use is Use.DECP and family in {Family.TEXT, XML_SAID}:
        refuse_second_nature(content, family)
        return Finding(Kind.XML if family == XML_SAID else Kind.JSON)
    if not isinstance(family, Family):
        raise Stranger(family)
    if family is Family.TEXT:
        refuse_second_nature(content, family)
        is_json = use is Use.STRUCTURES and content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in OPENING
        return Finding(Kind.JSON if is_json else Kind.CSV)
    try:
        return understood(sandbox.ask_child(content, OPEN_THE_DOOR, use.value))
    except sandbox.TooSlow:
        raise Refused(TOO_SLOW) from None
    except sandbox.Broke:
        raise Refused(CORRUPTED) from None


def understood(told: dict[str, Any]) -> Finding:
    if "stranger" in told:
        raise Stranger(told["stranger"])
    if "refused" in told:
        raise Refused(told["refused"])
    pieces = [piece if isinstance(piece, str) else tuple(piece) for piece in told["pieces"]]
    return Finding(Kind(told["kind"]), pieces)
