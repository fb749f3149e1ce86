"""The catalogue of the rules as a lawyer reads it: French, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from perenne.rules.catalogue import Chapter, Number, chapters, held_by
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Dated, Default, Source, Table
from perenne.rules.practice import written
from perenne.values import Euros, Hours, Share

HEAD = """# Le droit et la doctrine, tels que Pérenne les applique

Ce catalogue est tiré du code des règles (`src/perenne/rules`) : chaque question à laquelle une
règle répond, les textes qu’elle cite, chaque nombre avec la date depuis laquelle il vaut, et la
confiance qu’on peut lui faire. Des exemples et des contre-exemples de chaque ligne de chaque table
sont dans `src/perenne/rules/cases`.

Un **paramètre** est un nombre que la pratique fixe et que le comité peut tenir autrement, entre
les bornes indiquées ; chaque changement ouvre une version, et une clause signée garde la sienne.

| Confiance | Ce que cela veut dire |
|---|---|
"""
NAME = re.compile(r"[a-z_]*")  # names that only the code reads
TRUST = {Confidence.SURE: "sûre", Confidence.LIKELY: "probable", Confidence.VARIES: "variable"}


def lawbook(*, chapter: str | None = None, on: date | None = None) -> str:
    """The whole catalogue, or one chapter; with `on`, only the values in force that day.

    LookupError, in French, when there is no such chapter.
    """
    found = [it for it in chapters() if chapter in (None, it.code)]
    if not found:
        known = ", ".join(it.code for it in chapters())
        raise LookupError(f"Aucun chapitre « {chapter} » : choisissez parmi {known}.")
    parts = [] if chapter else [HEAD + "\n".join(f"| {TRUST[it]} | {it.label} |" for it in TRUST)]
    parts += ["\n\n".join(_chapter(it, on)) for it in found]
    return "\n\n".join(parts) + "\n"


def _chapter(chapter: Chapter, on: date | None) -> Iterator[str]:
    yield f"## {chapter.title}"
    if chapter.rulings:
        yield _table(
            ("Question", "Textes", "Confiance", "Règle"),
            [
                (it.says, _sources(it.sources), TRUST[it.confidence], f"`{it.name}`")
                for it in chapter.rulings
            ],
        )
    if chapter.numbers:
        yield _table(
            ("Nombre", "Valeur", "Source", "Confiance", "Paramètre"),
            [_number(it, on) for it in chapter.numbers],
        )
    for table in chapter.tables:
        yield f"### {table.meaning}"
        yield _rows(table, on)


def _number(number: Number, on: date | None) -> tuple[str, ...]:
    held = number.held
    code = f"`{held.code}`" if isinstance(held, Default) and held.code else ""
    return held.meaning, _held(held, on), str(held.source), TRUST[held.confidence], code


def _held(held: Dated[Any] | Default[Any], on: date | None) -> str:
    if isinstance(held, Dated):
        return _dated(held, on)
    value = written(held.value, held.unit)
    if held.choices:
        return f"{value} (au choix : {', '.join(written(it, held.unit) for it in held.choices)})"
    if held.low == held.high:
        return value
    return f"{value} (de {written(held.low, held.unit)} à {written(held.high, held.unit)})"


def _dated(held: Dated[Any], on: date | None) -> str:
    known = sorted(held.values.items())
    if on is not None:
        known = [(since, value) for since, value in known if since <= on][-1:]
    told = [f"{written(value, held.unit)} depuis le {since:%d/%m/%Y}" for since, value in known]
    return " ; ".join(told) or "aucune valeur connue à cette date"


def _rows(table: Table[Any], on: date | None) -> str:
    told = [" ; ".join((*_details(row), *_numbers_of(row, on))) or "–" for row in table]
    return _table(
        ("Ligne", "Ce qu’elle dit", "Source", "Confiance", "Code"),
        [
            (it.label, said, str(it.source), TRUST[it.confidence], f"`{it.code}`")
            for it, said in zip(table, told, strict=True)
        ],
    )


def _details(row: Any) -> Iterator[str]:
    """What a row says beyond its label: French texts, named choices, amounts, CPV codes."""
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name in {"code", "label"} or isinstance(value, Confidence):
            continue
        if field.name == "cpv" and value:
            yield f"CPV {', '.join(value)}"
        elif isinstance(value, Enum):
            yield from (str(value.label),) if hasattr(value, "label") else ()
        elif isinstance(value, str | Euros | Hours | Share) and not NAME.fullmatch(str(value)):
            yield typeset(str(value)).removesuffix(".")


def _numbers_of(row: Any, on: date | None) -> Iterator[str]:
    for held in held_by(row):
        yield f"{held.meaning} : {_held(held, on)}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines)


def _sources(sources: Sequence[Source]) -> str:
    """The articles of one text together, texts in the order of their first article."""
    by_text: dict[str, list[str]] = {}
    for source in sources:
        by_text.setdefault(source.text, []).append(source.article)
    return " ; ".join(f"{text}, {', '.join(articles)}" for text, articles in by_text.items())
