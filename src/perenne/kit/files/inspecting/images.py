"""Images: their size before anybody draws them, and what of them is kept: no metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perenne.kit.files.inspecting.findings import CORRUPTED, Finding
from perenne.kit.files.inspecting.orientation import orientation_in, saying
from perenne.kit.files.magic import TWO_NATURES, stranger_in
from perenne.kit.files.uses import Bounds, Kind
from perenne.kit.refusals import Refused

FLOOD = (
    "Cette image ferait {width} × {height} points : c’est trop. "
    "Réduisez-la (8 000 points de large suffisent), puis renvoyez-la."
)
ANIMATED = "Cette image est animée : envoyez une image fixe."
PNG_START = 8
PNG_NEEDED = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
PNG_KEPT = PNG_NEEDED | {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs"}
SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers that give the size of a JPEG (ITU-T T.81, table B.1)."""
SCAN, END, COMMENT = 0xDA, 0xD9, 0xFE
APPLICATION = range(0xE0, 0xF0)
AFTER_A_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def check_size(width: int, height: int, bounds: Bounds) -> None:
    if not width or not height:
        raise Refused(CORRUPTED)
    if width * height > bounds.pixels:
        raise Refused(FLOOD.format(width=width, height=height))


def check_rest(rest: bytes) -> None:
    """What follows the end of an image is cut off; Refused when it is a file of its own."""
    if rest.startswith((b"PK", b"%PDF", b"<")) or (rest.strip(b"\x00") and hidden_in(rest)):
        raise Refused(TWO_NATURES.format(other="un autre fichier"))


def hidden_in(rest: bytes) -> bool:
    return stranger_in(rest) not in {"", "un fichier binaire inconnu"}


def inspect_png(content: bytes, bounds: Bounds) -> Finding:
    """Chunk by chunk (W3C PNG, 5.3): those that draw are kept, the others left out."""
    pieces: list[tuple[int, int] | str] = [(0, PNG_START)]
    names: list[bytes] = []
    for name, start, end in chunks_of(content):
        if not names:
            size = content[start + 8 : start + 16]
            check_size(int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big"), bounds)
        if name == b"acTL":
            raise Refused(ANIMATED)
        if not name[0] & 0x20 and name not in PNG_NEEDED:
            raise Refused(CORRUPTED)
        if name in PNG_KEPT:
            pieces.append((start, end))
        names.append(name)
    if names[:1] != [b"IHDR"] or names[-1] != b"IEND" or b"IDAT" not in names:
        raise Refused(CORRUPTED)
    check_rest(content[end:])
    return Finding(Kind.PNG, joined(pieces))


def chunks_of(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = PNG_START
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        name = content[at + 4 : at + 8]
        if end > len(content):
            break
        yield name, at, end
        if name == b"IEND":
            return
        at = end
    raise Refused(CORRUPTED)


def inspect_jpeg(content: bytes, bounds: Bounds) -> Finding:
    """Segment by segment (ITU-T T.81, B.1): comments and what applications say are left out.

    The way up of the picture is kept: it is said again, alone.
    """
    pieces: list[tuple[int, int] | str] = [(0, 2)]
    sized = False
    end = 0
    for marker, start, end in segments_of(content):
        segment = content[start:end]
        if marker in SIZES:
            height, width = (int.from_bytes(segment[n : n + 2], "big") for n in (5, 7))
            check_size(width, height, bounds)
            sized = True
        turned = orientation_in(segment) if marker == APPLICATION[1] else 0
        if turned:
            pieces.append(saying(turned).hex())
        if is_kept(marker, segment):
            pieces.append((start, end))
    if not sized or content[end - 2 : end] != b"\xff\xd9":
        raise Refused(CORRUPTED)
    check_rest(content[end:])
    return Finding(Kind.JPG, joined(pieces))


def is_kept(marker: int, segment: bytes) -> bool:
    """Of what applications add: JFIF, colour profiles, and Adobe's note on colours."""
    if marker == COMMENT:
        return False
    if marker in APPLICATION:
        return segment[4:].startswith((b"JFIF\x00", b"ICC_PROFILE\x00", b"Adobe"))
    return True


def segments_of(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start, end; what was scanned belongs to the segment that announced it."""
    at = 2
    while at + 2 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == END:
            yield marker, at, at + 2
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == SCAN:
            following = AFTER_A_SCAN.search(content, end)
            end = following.start() if following else len(content)
        if end > len(content) or end < at + 4:
            break
        yield marker, at, end
        at = end
    raise Refused(CORRUPTED)


def joined(pieces: list[tuple[int, int] | str]) -> list[tuple[int, int] | str]:
    """Slices that touch become one."""
    whole: list[tuple[int, int] | str] = []
    for piece in pieces:
        last = whole[-1] if whole else ""
        if not isinstance(piece, str) and not isinstance(last, str) and last[1] == piece[0]:
            whole[-1] = (last[0], piece[1])
        else:
            whole.append(piece)
    return whole
