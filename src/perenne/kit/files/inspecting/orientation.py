"""Which way up a photograph is: the one fact of its metadata that is kept."""

from __future__ import annotations

import struct

EXIF = b"Exif\x00\x00"
ORIENTATION = 0x0112
TURNED = range(2, 9)
MOST_FIELDS = 200


def orientation_in(segment: bytes) -> int:
    """2 to 8 (Exif 2.32, 4.6.4) when an APP1 segment says that the picture is turned; else 0."""
    tiff = segment[4 + len(EXIF) :]
    if segment[4 : 4 + len(EXIF)] != EXIF or tiff[:4] not in {b"II*\x00", b"MM\x00*"}:
        return 0
    order: str = "<" if tiff.startswith(b"II") else ">"
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for rank in range(min(count, MOST_FIELDS)):
            tag, _, _, said = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * rank)
            if tag == ORIENTATION:
                return said if said in TURNED else 0
    except struct.error:
        return 0
    return 0


def saying(orientation: int) -> bytes:
    """The smallest APP1 segment that says it, and nothing else."""
    tiff = b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, orientation, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(EXIF) + len(tiff)) + EXIF + tiff
