"""A typst template and its facts become one PDF, tagged (PDF/UA-1) and archivable (PDF/A-2a).

Facts travel as JSON beside the template and are only ever shown as text: nothing that a
person typed is read as typst markup.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import font_source_sans_pro
import typst

import perenne
from perenne.kit.pdf.printable import printable, without
from perenne.values import Euros, Hours, Share, Siret

ROOT = Path(perenne.__file__).parent
FONTS = font_source_sans_pro.font_directory

NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def compile_pdf(template: Path | str, facts: Mapping[str, object], *, made_at: datetime) -> bytes:
    """The PDF of a template that lies inside the package (relative paths start there).

    Facts are JSON values; Euros, Hours, Share, Siret and dates are written in French. `made_at`
    is an aware moment, kept in the metadata: with the same facts and the same moment, the bytes
    are the same. Characters that no font can draw are shown as □. ValueError when the template
    is elsewhere; TypeError for a fact that has no French form.
    """
    source = (ROOT / template).resolve()
    if not source.is_relative_to(ROOT):
        raise ValueError(f"{source.name} is outside the package: typst may not read there.")
    written: object = printable(json.loads(json.dumps(facts, default=_in_french)))
    while True:
        try:
            return _compile(source, written, made_at)
        except typst.TypstError as error:
            drawn = without(written, NO_GLYPH.findall(error.diagnostic))
            if drawn == written:
                raise
            written = drawn


def _compile(source: Path, facts: object, made_at: datetime) -> bytes:
    pdf: bytes = typst.compile(
        str(source),
        root=str(ROOT),
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"facts": json.dumps(facts)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=made_at.replace(microsecond=0),  # typst counts in seconds
    )
    return pdf


def _in_french(fact: object) -> str:
    if isinstance(fact, Euros | Hours | Share | Siret):
        return str(fact)
    if isinstance(fact, date):
        return f"{fact:%d/%m/%Y}"
    raise TypeError(f"Write this fact in words before printing it: {fact!r}")
