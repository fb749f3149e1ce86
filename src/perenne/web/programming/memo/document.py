"""The memo on paper: the same words as a Word file and as an accessible PDF."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from perenne.domain.programming.queries import MemoCard
from perenne.kit import docx
from perenne.rules.french import in_full

SIGNATURE = ("Nom et qualité du signataire", "Date et signature")


def document_of(card: MemoCard, *, made_at: datetime) -> docx.Document:
    blocks: list[docx.Block] = []
    for title, paragraphs in _sections(card):
        blocks.append(docx.Heading(title))
        blocks += [docx.Paragraph(text) for text in paragraphs]
    blocks.append(docx.Heading("Signature"))
    blocks.append(docx.Paragraph(card.signed))
    blocks += [docx.Blank(label) for label in SIGNATURE]
    return docx.Document(
        title=card.title,
        author=card.buyer,
        subject=card.object,
        made_at=made_at,
        blocks=tuple(blocks),
        running_head=card.object[:100],
        foot=card.buyer[:100],
    )


def facts_of(card: MemoCard) -> Mapping[str, Any]:
    """As `web/clauses/wording/piece.typ` reads them."""
    sections = [
        {"title": title, "paragraphs": [{"kind": "text", "text": text} for text in paragraphs]}
        for title, paragraphs in _sections(card)
    ]
    signed: list[dict[str, str]] = [{"kind": "text", "text": card.signed}]
    signed += [{"kind": "blank", "label": label, "hint": "à compléter"} for label in SIGNATURE]
    return {
        "title": card.title,
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "sections": [*sections, {"title": "Signature", "paragraphs": signed}],
    }


def _sections(card: MemoCard) -> list[tuple[str, tuple[str, ...]]]:
    said = [(question, (answer,)) for question, answer in card.answers]
    return [
        ("Marché", (card.object, f"Acheteur : {card.buyer}.")),
        ("Obligation et motif invoqué", (*card.duty_reasons, card.basis)),
        *said,
        ("Motif", (card.reason,)),
        ("Ce qui reste possible", (card.remaining,)),
        ("Conservation", (card.recorded, f"Écrit le {in_full(card.written_on)}. Textes : "
                          f"{' ; '.join(card.articles)}.")),
    ]  # fmt: skip
