"""A document becomes the bytes of a Word file (.docx)."""

from collections.abc import Callable
from datetime import UTC
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile

from perenne.kit.docx.documents import Blank, Bullets, Document, Heading, Paragraph, Table
from perenne.kit.docx.dressing import RULE, dress
from perenne.kit.docx.elements import content_control, counter, element, readable


def render(document: Document) -> bytes:
    """The .docx of a document; the same document always gives the same bytes."""
    word = docx.Document()
    dress(word)
    _describe(word, document)
    _head_and_foot(word, document)
    word.add_paragraph(readable(document.title), style="Title")
    for block in document.blocks:
        WRITERS[type(block)](word, block)
    return _packed(word)


def _describe(word: WordFile, document: Document) -> None:
    known = word.core_properties
    known.title = readable(document.title)
    known.author = known.last_modified_by = readable(document.author)
    known.subject = readable(document.subject)
    known.language = "fr-FR"
    known.comments = known.keywords = ""
    known.created = known.modified = document.made_at.astimezone(UTC).replace(tzinfo=None)


def _head_and_foot(word: WordFile, document: Document) -> None:
    section = word.sections[0]
    section.header.paragraphs[0].text = readable(document.running_head)
    line = section.footer.paragraphs[0]
    line.text = readable(f"{document.foot} – page " if document.foot else "Page ")
    line._p.append(counter("PAGE"))
    line.add_run(" / ")
    line._p.append(counter("NUMPAGES"))


def _heading(word: WordFile, block: Heading) -> None:
    word.add_heading(readable(block.text), level=block.level)


def _paragraph(word: WordFile, block: Paragraph) -> None:
    word.add_paragraph(readable(block.text))


def _bullets(word: WordFile, block: Bullets) -> None:
    for item in block.items:
        word.add_paragraph(readable(item), style="List Bullet")


def _blank(word: WordFile, block: Blank) -> None:
    line = word.add_paragraph(readable(f"{block.label}\u00a0: "))
    line._p.append(content_control(block.label, f"[{block.hint}]"))


def _table(word: WordFile, block: Table) -> None:
    if block.caption:
        word.add_paragraph(readable(block.caption), style="Caption")
    table = word.add_table(rows=1, cols=len(block.header), style="Table Grid")
    _rule(table)
    for cell, title in zip(table.rows[0].cells, block.header, strict=True):
        cell.paragraphs[0].add_run(readable(title)).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for texts in block.rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, text, title in zip(row.cells, texts, block.header, strict=True):
            _fill(cell.paragraphs[0], text, title)
    word.add_paragraph()


def _fill(line: Any, text: str, title: str) -> None:
    if text:
        line.add_run(readable(text))
    else:
        line._p.append(content_control(title, "[à compléter]"))


def _rule(table: Any) -> None:
    """Thin grey lines, and the header row announced as such."""
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=RULE))
    properties = table._tbl.tblPr
    look = properties.find(f"{{{properties.nsmap['w']}}}tblLook")
    look.addprevious(borders)


WRITERS: dict[type, Callable[[WordFile, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Blank: _blank,
    Table: _table,
}


def _packed(word: WordFile) -> bytes:
    """The file, its parts stamped with the oldest date that a zip knows."""
    written, packed = BytesIO(), BytesIO()
    word.save(written)
    with ZipFile(written) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in parts.namelist():
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, parts.read(name))
    return packed.getvalue()
