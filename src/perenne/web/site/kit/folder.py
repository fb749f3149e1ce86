"""The kit as one folder: the PDF, a Word file of clauses for each segment, the workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings

from perenne.kit import docx
from perenne.web.clauses.wording.document import blocks_of
from perenne.web.site.kit.checklist import workbook_of
from perenne.web.site.kit.reckoning import Chosen, Kit
from perenne.web.tools.devices import pieces_of
from perenne.web.tools.picks import slug_of

PDF, WORKBOOK = "kit-de-l-acheteur.pdf", "liste-a-cocher.xlsx"


def folder_of(kit: Kit, pdf: bytes, *, made_at: datetime) -> bytes:
    files = [(PDF, pdf), (WORKBOOK, workbook_of(kit))]
    files += [
        (f"clauses/{slug_of(one.segment.label)}.docx", clauses_of(one, made_at=made_at))
        for one in kit.segments
    ]
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as folder:
        for name, content in files:
            folder.writestr(ZipInfo(name, made_at.timetuple()[:6]), content, ZIP_DEFLATED)
    return whole.getvalue()


def clauses_of(one: Chosen, *, made_at: datetime) -> bytes:
    title = f"Clause sociale d’insertion – {one.segment.label}"
    return docx.render(
        docx.Document(
            title=title,
            author=settings.CARRIER,
            subject="Clause sociale d’insertion",
            made_at=made_at,
            blocks=tuple(_blocks(one)),
            running_head=title[:100],
            foot=settings.COMMITTEE,
        )
    )


def _blocks(one: Chosen) -> Iterator[docx.Block]:
    """Every piece under its title, then what its author must check."""
    for piece in pieces_of(one.terms):
        yield docx.Heading(piece.title)
        for block in blocks_of(piece):
            yield docx.Heading(block.text, 2) if isinstance(block, docx.Heading) else block
        if piece.points_of_vigilance:
            yield docx.Heading("Points de vigilance, à retirer avant publication", 2)
            yield docx.Bullets(piece.points_of_vigilance)
