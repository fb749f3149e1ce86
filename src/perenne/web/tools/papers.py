"""A piece of wording, or another paper in sections, as a Word file or a PDF."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpResponse

from perenne.kit import docx
from perenne.rules.kick_off import Paper
from perenne.rules.wording import Piece
from perenne.web.clauses.wording.document import blocks_of
from perenne.web.clauses.wording.printing import pdf_of

__all__ = ["WORD", "download", "pdf_of", "word_of"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_of(piece: Piece | Paper, *, made_at: datetime) -> bytes:
    return docx.render(
        docx.Document(
            title=piece.title,
            author=settings.CARRIER,
            subject="Clause sociale d’insertion",
            made_at=made_at,
            blocks=tuple(blocks_of(piece)),
            running_head=piece.title[:100],
            foot=settings.COMMITTEE,
        )
    )


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
