"""A text in Markdown as plain facts for a printed page: no HTML, no markup, only what is said.

A block is one of: {kind: "heading", level, runs}, {kind: "paragraph", runs},
{kind: "list", ordered, items: [[block]]}, {kind: "rows", header: [runs], rows: [[runs]]},
{kind: "quote", blocks}, {kind: "block", name}. A run is {text, bold, italic, link}.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from markdown_it.tree import SyntaxTreeNode

from perenne.kit.markdown.reading import BLOCK, READER
from perenne.kit.markdown.spaces import with_french_spaces

Fact: TypeAlias = dict[str, Any]
WEIGHTS = {"strong": "bold", "em": "italic"}
PLAIN: Fact = {"text": "", "bold": False, "italic": False, "link": ""}


def printed(text: str, *, site: str = "") -> list[Fact]:
    """The blocks in their order; links that begin with / are those of `site`."""
    found: list[Fact] = []
    last = 0
    for live in BLOCK.finditer(text):
        found += _blocks(text[last : live.start()], site)
        found.append({"kind": "block", "name": live[1]})
        last = live.end()
    return [*found, *_blocks(text[last:], site)]


def _blocks(text: str, site: str) -> list[Fact]:
    return list(_told(SyntaxTreeNode(READER.parse(text)).children, site))


def _told(nodes: list[SyntaxTreeNode], site: str) -> Iterator[Fact]:
    for node in nodes:
        match node.type:
            case "heading":
                yield {"kind": "heading", "level": int(node.tag[1]), "runs": _runs(node, site)}
            case "paragraph":
                yield {"kind": "paragraph", "runs": _runs(node, site)}
            case "bullet_list" | "ordered_list":
                items = [list(_told(item.children, site)) for item in node.children]
                yield {"kind": "list", "ordered": node.type == "ordered_list", "items": items}
            case "table":
                yield _rows(node, site)
            case "blockquote":
                yield {"kind": "quote", "blocks": list(_told(node.children, site))}
            case "fence" | "code_block":
                yield {"kind": "paragraph", "runs": [PLAIN | {"text": node.content}]}


def _rows(table: SyntaxTreeNode, site: str) -> Fact:
    """The row of headings, then the others."""
    rows = [[_runs(cell, site) for cell in row.children] for part in table.children
            for row in part.children]  # fmt: skip
    return {"kind": "rows", "header": rows[0], "rows": rows[1:]}


def _runs(node: SyntaxTreeNode, site: str) -> list[Fact]:
    return [
        run
        for inline in node.children
        for child in inline.children or ()
        for run in _said(child, PLAIN, site)
    ]


def _said(node: SyntaxTreeNode, so_far: Fact, site: str) -> Iterator[Fact]:
    """The words of this piece of a sentence, in the weight of what they stand in."""
    if node.type in {"text", "code_inline"}:
        if node.content:
            yield so_far | {"text": with_french_spaces(node.content)}
    elif node.type in {"softbreak", "hardbreak"}:
        yield so_far | {"text": " "}
    elif node.type == "image":
        yield so_far | {"text": str(node.content)}
    elif node.type == "link":
        address = str(node.attrs.get("href", ""))
        inside = so_far | {"link": f"{site}{address}" if address.startswith("/") else address}
        yield from _inside(node, inside, site)
    else:
        weight = WEIGHTS.get(node.type)
        yield from _inside(node, so_far | ({weight: True} if weight else {}), site)


def _inside(node: SyntaxTreeNode, so_far: Fact, site: str) -> Iterator[Fact]:
    for child in node.children:
        yield from _said(child, so_far, site)
