"""A bilan as it is kept: one JSON text, always the same for the same figures, and its print."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.assessments.queries.bilan_cards import Bilan, Breakdown, Line, Measure
from perenne.domain.assessments.queries.measures import Unit
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.states import Block
from perenne.values import Period

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote; `number` grows each time, 0 while nobody has."""

    block: Block
    text: str = ""
    author: str = ""
    organisation: str = ""
    on: date | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A bilan, its texts in the order of their blocks, and that of each contract it adds up."""

    bilan: Bilan
    texts: tuple[Text, ...] = ()
    annexes: tuple[Bilan, ...] = ()


def written(kept: Kept) -> str:
    """Keys sorted, no space: the print of the same figures is the same."""
    said = {
        "format": FORMAT,
        "bilan": _bilan(kept.bilan),
        "texts": [_text(text) for text in kept.texts if text.text],
        "annexes": [_bilan(one, whole=False) for one in kept.annexes],
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def print_of(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def read(content: str) -> Kept:
    said: dict[str, Any] = json.loads(content)
    return Kept(
        bilan=_read_bilan(said["bilan"]),
        texts=tuple(_read_text(one) for one in said["texts"]),
        annexes=tuple(_read_bilan(one) for one in said["annexes"]),
    )


def in_order(texts: Sequence[Text]) -> tuple[Text, ...]:
    """One of each block, empty where nobody wrote."""
    by_block = {text.block: text for text in texts}
    return tuple(by_block.get(block, Text(block)) for block in Block)


def _bilan(bilan: Bilan, *, whole: bool = True) -> dict[str, object]:
    return {
        "scope": [bilan.scope.kind.value, bilan.scope.key],
        "title": bilan.title,
        "months": [bilan.months.start.isoformat(), bilan.months.end.isoformat()],
        "known_on": bilan.on.isoformat(),
        "measures": [
            [one.code, one.label, one.unit.value, one.value, one.note] for one in bilan.measures
        ],
        "breakdowns": [_breakdown(one) for one in bilan.breakdowns] if whole else [],
    }


def _breakdown(one: Breakdown) -> dict[str, object]:
    lines = [[line.code, line.label, line.persons, line.minutes] for line in one.lines]
    return {"code": one.code, "label": one.label, "lines": lines, "note": one.note}


def _text(text: Text) -> dict[str, object]:
    return {
        "block": text.block.value,
        "text": text.text,
        "author": text.author,
        "organisation": text.organisation,
        "on": text.on.isoformat() if text.on else None,
        "number": text.number,
    }


def _read_bilan(said: dict[str, Any]) -> Bilan:
    kind, key = said["scope"]
    start, end = map(date.fromisoformat, said["months"])
    return Bilan(
        scope=Scope(ScopeKind(kind), key),
        title=said["title"],
        months=Period(start, end),
        on=date.fromisoformat(said["known_on"]),
        measures=tuple(
            Measure(code, label, Unit(unit), value, note)
            for code, label, unit, value, note in said["measures"]
        ),
        breakdowns=tuple(
            Breakdown(
                one["code"], one["label"], tuple(Line(*line) for line in one["lines"]), one["note"]
            )
            for one in said["breakdowns"]
        ),
    )


def _read_text(said: dict[str, Any]) -> Text:
    return Text(
        block=Block(said["block"]),
        text=said["text"],
        author=said["author"],
        organisation=said["organisation"],
        on=date.fromisoformat(said["on"]) if said["on"] else None,
        number=said["number"],
    )
