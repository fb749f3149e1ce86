"""A piece of the law's wording as the blocks of a document."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from perenne.domain.clauses.queries import ClauseCard
from perenne.kit import docx
from perenne.rules.kick_off import Paper
from perenne.rules.wording import Blank, Grid, Listing, Paragraph, Piece


def document_of(piece: Piece, clause: ClauseCard, *, made_at: datetime) -> docx.Document:
    return docx.Document(
        title=piece.title,
        author=clause.facilitator.organisation,
        subject=clause.object,
        made_at=made_at,
        blocks=tuple(blocks_of(piece)),
        running_head=clause.object[:100],
        foot=settings.COMMITTEE,
    )


def blocks_of(piece: Piece | Paper) -> Iterator[docx.Block]:
    for section in piece.sections:
        yield docx.Heading(section.title)
        yield from map(_block, section.paragraphs)


def _block(paragraph: Paragraph) -> docx.Block:
    match paragraph:
        case str():
            return docx.Paragraph(paragraph)
        case Listing(items):
            return docx.Bullets(items)
        case Blank(label, hint):
            return docx.Blank(label, hint)
        case Grid(header, rows, caption):
            return docx.Table(header, rows, caption)
