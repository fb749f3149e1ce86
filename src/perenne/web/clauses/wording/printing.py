"""A piece of wording as an accessible PDF."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from perenne.domain.clauses.queries import plain_paragraph
from perenne.kit.pdf import compile_pdf
from perenne.rules.kick_off import Paper
from perenne.rules.wording import Piece

TEMPLATE = "web/clauses/wording/piece.typ"


def pdf_of(piece: Piece | Paper, *, made_at: datetime) -> bytes:
    facts: Mapping[str, Any] = {
        "title": piece.title,
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "sections": [
            {"title": part.title, "paragraphs": list(map(plain_paragraph, part.paragraphs))}
            for part in piece.sections
        ],
    }
    return compile_pdf(TEMPLATE, facts, made_at=made_at)
