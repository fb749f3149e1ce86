"""A piece of wording, or another paper in sections, as a Word file or a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from perenne.kit import docx
from perenne.kit.pdf import compile_pdf
from perenne.rules.kick_off import Paper
from perenne.rules.wording import Blank, Grid, Listing, Paragraph, Piece
from perenne.web.clauses.wording.document import blocks_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEMPLATE = "web/tools/piece.typ"


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


def pdf_of(piece: Piece | Paper, *, made_at: datetime) -> bytes:
    facts: Mapping[str, Any] = {
        "title": piece.title,
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "sections": [
            {"title": part.title, "paragraphs": list(map(_fact, part.paragraphs))}
            for part in piece.sections
        ],
    }
    return compile_pdf(TEMPLATE, facts, made_at=made_at)


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _fact(paragraph: Paragraph) -> dict[str, Any]:
    match paragraph:
        case str():
            return {"kind": "text", "text": paragraph}
        case Listing(items):
            return {"kind": "list", "items": list(items)}
        case Blank(label, hint):
            return {"kind": "blank", "label": label, "hint": hint}
        case Grid(header, rows, caption):
            return {
                "kind": "table",
                "header": list(header),
                "rows": [list(row) for row in rows],
                "caption": caption,
            }
