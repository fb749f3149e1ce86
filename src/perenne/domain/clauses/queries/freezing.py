"""A piece as plain JSON, to be kept with a version and given back as it was."""

from typing import Any

from perenne.rules.wording import Blank, Grid, Listing, Paragraph, Piece, PieceCode, Section


def plain_piece(piece: Piece) -> dict[str, Any]:
    """`text` beside the structure: what two versions are compared by."""
    return {
        "code": piece.code.value,
        "title": piece.title,
        "text": piece.as_text(),
        "points": list(piece.points_of_vigilance),
        "sections": [
            {
                "heading": section.heading,
                "number": section.number,
                "paragraphs": [plain_paragraph(one) for one in section.paragraphs],
            }
            for section in piece.sections
        ],
    }


def piece_from(kept: dict[str, Any]) -> Piece:
    return Piece(
        PieceCode(kept["code"]),
        kept["title"],
        tuple(
            Section(
                section["heading"],
                tuple(_paragraph(one) for one in section["paragraphs"]),
                section["number"],
            )
            for section in kept["sections"]
        ),
        tuple(kept["points"]),
    )


def plain_paragraph(paragraph: Paragraph) -> dict[str, Any]:
    """By its kind: text, list, blank or table."""
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


def _paragraph(kept: dict[str, Any]) -> Paragraph:
    match kept["kind"]:
        case "text":
            return str(kept["text"])
        case "list":
            return Listing(tuple(kept["items"]))
        case "blank":
            return Blank(kept["label"], kept["hint"])
        case _:
            rows = tuple(tuple(row) for row in kept["rows"])
            return Grid(tuple(kept["header"]), rows, kept["caption"])
