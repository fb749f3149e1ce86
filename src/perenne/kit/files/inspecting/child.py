"""The process that looks inside: it reads bytes, answers JSON, and can do nothing else.

It gives up memory, processor, files and sockets as the reader of tables does (decision 0002).
"""

from __future__ import annotations

import codecs
import io
import json
import sys
import zipfile

from perenne.kit.files.inspecting import compounds, images, packages, pdfs
from perenne.kit.files.inspecting.findings import CORRUPTED, Finding, Stranger
from perenne.kit.files.magic import Family, family_of, refuse_second_nature
from perenne.kit.files.uses import Kind, Use
from perenne.kit.refusals import Refused
from perenne.kit.sheets.child import renounce
from perenne.kit.sheets.workbook import LIMITS


def main() -> None:
    use = Use(sys.argv[2])
    rehearse(use)
    renounce(LIMITS)
    sys.stdout.buffer.write(json.dumps(told_of(sys.stdin.buffer.read(), use)).encode())


def rehearse(use: Use) -> None:
    """What Python loads at its first use, loaded while files can still be opened."""
    codecs.lookup("cp437")
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("é", "x" * 100)
    told_of(package.getvalue(), use)


def told_of(content: bytes, use: Use) -> dict[str, object]:
    """A kind with what to keep; what it is when nobody may send it; or a refusal."""
    try:
        found = found_in(content, use)
    except Stranger as what:
        return {"stranger": str(what)}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": CORRUPTED}
    return {"kind": found.kind.value, "pieces": found.pieces}


def found_in(content: bytes, use: Use) -> Finding:
    family = family_of(content)
    refuse_second_nature(content, family)
    if family is Family.ZIP:
        return packages.inspect(content, use.bounds)
    if family is Family.OLE:
        return compounds.inspect(content)
    if family is Family.PDF:
        return pdfs.inspect(content, use.bounds)
    if family is Family.PNG:
        return images.inspect_png(content, use.bounds)
    if family is Family.JPEG:
        return images.inspect_jpeg(content, use.bounds)
    if family is Family.TEXT:
        return Finding(Kind.CSV)
    raise Stranger(family)
