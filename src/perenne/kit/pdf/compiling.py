"""A typst template and its facts become one PDF, tagged (PDF/UA-1) and archivable (PDF/A-2a).

A template of one page may also become a picture.

Facts travel as JSON beside the template and are only ever shown as text: nothing that a
person typed is read as typst markup.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

import perenne
from perenne.kit.pdf.printable import printable, without
from perenne.values import Euros, Hours, Share, Siret

ROOT = Path(perenne.__file__).parent
POINTS_PER_INCH = 72
FONTS = font_source_sans_pro.font_directory

PAGE_TREE = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)")
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def compile_pdf(template: Path | str, facts: Mapping[str, object], *, made_at: datetime) -> bytes:
    """The PDF of a template that lies inside the package (relative paths start there).

    Facts are JSON values; Euros, Hours, Share, Siret and dates are written in French. `made_at`
    is an aware moment, kept in the metadata: with the same facts and the same moment, the bytes
    are the same. Characters that no font can draw are shown as □. ValueError when the template
    is elsewhere; TypeError for a fact that has no French form.
    """
    options = {
        "format": "pdf",
        "pdf_standards": ["ua-1", "a-2a"],
        "timestamp": made_at.replace(microsecond=0),  # typst counts in seconds
    }
    return _drawn(template, facts, options)


def compile_png(template: Path | str, facts: Mapping[str, object]) -> bytes:
    """The picture of a template of one page, a pixel for each of its points; as `compile_pdf`."""
    return _drawn(template, facts, {"format": "png", "ppi": POINTS_PER_INCH})


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF made here has: the greatest count of its tree of pages."""
    return max((int(count) for count in PAGE_TREE.findall(pdf)), default=0)


def _drawn(template: Path | str, facts: Mapping[str, object], options: Mapping[str, Any]) -> bytes:
    source = (ROOT / template).resolve()
    if not source.is_relative_to(ROOT):
        raise ValueError(f"{source.name} is outside the package: typst may not read there.")
    written: object = printable(json.loads(json.dumps(facts, default=_in_french)))
    while True:
        try:
            return _compile(source, written, options)
        except typst.TypstError as error:
            drawn = without(written, NO_GLYPH.findall(error.diagnostic))
            if drawn == written:
                raise
            written = drawn


def _compile(source: Path, facts: object, options: Mapping[str, Any]) -> bytes:
    made: bytes = typst.compile(
        str(source),
        root=str(ROOT),
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"facts": json.dumps(facts)},
        **options,
    )
    return made


def _in_french(fact: object) -> str:
    if isinstance(fact, Euros | Hours | Share | Siret):
        return str(fact)
    if isinstance(fact, date):
        return f"{fact:%d/%m/%Y}"
    raise TypeError(f"Write this fact in words before printing it: {fact!r}")
