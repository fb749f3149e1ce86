"""What somebody who listens to a PDF needs of it (PDF/UA-1, ISO 14289-1), looked for in its bytes.

typst refuses by itself to write a file that it knows to break PDF/UA-1; this reads the file with
another program, and does not believe it: what it says it is, the order of its headings, its
tables, its pictures, and that no word of any page is outside of its structure.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

SHOWING = frozenset({"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "f*", "B", "B*", "b", "b*", "sh"})
"""Operators that put ink on the page."""
OPENING, CLOSING = frozenset({"BDC", "BMC"}), "EMC"


def faults_of(content: bytes) -> list[str]:
    """Sentences; none when everything that is looked for is there."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        nodes = list(_nodes(pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()), pdf))
        return [*_said(pdf), *_headings(nodes), *_tables(nodes, pdf), *_pictures(nodes), *_ink(pdf)]


def _said(pdf: pikepdf.Pdf) -> Iterator[str]:
    xmp = pdf.Root.Metadata.read_bytes().decode()
    if "<pdfuaid:part>1</pdfuaid:part>" not in xmp:
        yield "it does not say that it is PDF/UA-1"
    if not bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "it is not marked"
    if not str(pdf.Root.get("/Lang", "")).startswith("fr"):
        yield "its language is not said"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "it has no title"
    if not bool(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "its window is not named by its title"
    if len(pdf.pages) > 1 and any(str(page.get("/Tabs", "/S")) != "/S" for page in pdf.pages):
        yield "the order of its links is not that of its structure"


def _nodes(top: Any, pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure, in the order of reading."""
    waiting = [top.get("/K")]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(reversed(list(node)))  # type: ignore[call-overload]
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            waiting.append(node.get("/K"))


def _headings(nodes: list[Any]) -> Iterator[str]:
    roles = [str(node.S) for node in nodes]
    levels = [int(role[2:]) for role in roles if role[:2] == "/H" and role[2:].isdecimal()]
    if not levels or levels[0] != 1:
        yield "its first heading is not of the first level"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "a level of heading is skipped"


def _tables(nodes: list[Any], pdf: pikepdf.Pdf) -> Iterator[str]:
    for table in (node for node in nodes if str(node.S) == "/Table"):
        heads = [node for node in _nodes(table, pdf) if str(node.S) == "/TH"]
        if not heads:
            yield "a table has no heading cell"
        elif not all(_has_scope(head) for head in heads):
            yield "a heading cell does not say of what"


def _has_scope(head: Any) -> bool:
    said = head.get("/A", pikepdf.Array())
    many = said if isinstance(said, pikepdf.Array) else [said]
    return any("/Scope" in one for one in many)  # type: ignore[union-attr]


def _pictures(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        if str(node.S) in ("/Figure", "/Formula") and not str(node.get("/Alt", "")).strip():
            yield "a picture is told by no word"


def _ink(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        depth = 0
        for _operands, operator in pikepdf.parse_content_stream(page):
            depth += (str(operator) in OPENING) - (str(operator) == CLOSING)
            if not depth and str(operator) in SHOWING:
                yield f"page {number} shows what is neither in the structure nor an artifact"
                break
