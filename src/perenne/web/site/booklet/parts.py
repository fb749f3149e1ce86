"""The parts of a chapter, in the shapes that `kit/pdf/booklet.typ` draws (see its first lines)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from perenne.rules.french import typeset
from perenne.values import Share

Part: TypeAlias = dict[str, Any]
Rows: TypeAlias = Iterable[Sequence[object]]


def chapter(title: str, lede: str, parts: Iterable[Part]) -> Part:
    told: Part = in_french({"title": title, "lede": lede, "parts": list(parts)})
    return told


def in_french(fact: Any) -> Any:
    """The same facts, every text with the spaces and apostrophes of French typography."""
    match fact:
        case str():
            return typeset(fact)
        case dict():
            return {key: in_french(value) for key, value in fact.items()}
        case list() | tuple():
            return [in_french(value) for value in fact]
    return fact


def heading(text: str) -> Part:
    return {"kind": "heading", "level": 2, "runs": [_run(text)]}


def paragraph(text: str) -> Part:
    return {"kind": "paragraph", "runs": [_run(text)]}


def listing(items: Iterable[str], *, ordered: bool = False) -> Part:
    return {"kind": "list", "ordered": ordered, "items": [[paragraph(item)] for item in items]}


def note(text: str, *, tone: str = "info", label: str = "À savoir") -> Part:
    return {"kind": "note", "tone": tone, "label": label, "text": text}


def table(caption: str, columns: Sequence[float], header: Sequence[str], rows: Rows) -> Part:
    return {
        "kind": "table",
        "caption": caption,
        "columns": list(columns),
        "header": list(header),
        "rows": [[str(cell) for cell in row] for row in rows],
    }


def card(title: str, *lines: str, mark: str = "", small: str = "") -> Part:
    return {"mark": mark, "title": title, "small": small, "lines": [it for it in lines if it]}


def cards(all_cards: Iterable[Part]) -> Part:
    return {"kind": "cards", "cards": list(all_cards)}


def flow(alt: str, steps: Iterable[tuple[str, str]]) -> Part:
    """Numbered steps down a line; the second text of each is small, and may be empty."""
    told = [{"label": label, "small": small} for label, small in steps]
    return {"kind": "flow", "alt": alt, "steps": told}


def bar(label: str, low: Share, usual: Share, high: Share) -> Part:
    return {
        "label": label,
        "small": f"{low} à {high}",
        **{name: share.basis_points / 100 for name, share in
           (("low", low), ("usual", usual), ("high", high))},
    }  # fmt: skip


def contact(name: str, *lines: str) -> Part:
    return {"kind": "contact", "name": name, "lines": [line for line in lines if line]}


def figures(*pairs: tuple[object, str]) -> Part:
    told = [{"value": str(value), "label": label} for value, label in pairs]
    return {"kind": "figures", "figures": told}


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _run(text: str) -> Part:
    return {"text": text, "bold": False, "italic": False, "link": ""}
