"""Real Word files: styles, language, headings, fields to fill."""

from perenne.kit.docx.documents import (
    Blank,
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
)
from perenne.kit.docx.rendering import render

__all__ = [
    "Blank",
    "Block",
    "Bullets",
    "Document",
    "Heading",
    "Paragraph",
    "Table",
    "render",
]
