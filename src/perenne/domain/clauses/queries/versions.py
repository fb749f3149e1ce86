"""The versions of a clause, and what two of them say differently."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from perenne.domain.clauses.models import ClauseVersion
from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.queries.snapshots import REQUIREMENTS, TERMS
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.quality import REQUIREMENTS as KINDS

WORD = re.compile(r"\s+|[^\s]+")
SAME, GONE, ADDED = "same", "gone", "added"


@dataclass(frozen=True, slots=True)
class VersionRow:
    number: int
    made_on: date
    organisation: str


@dataclass(frozen=True, slots=True)
class ChangedTerm:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of both (`same`), of the older one alone (`gone`), of the newer one (`added`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PieceDiff:
    code: str
    title: str
    paragraphs: tuple[tuple[Run, ...], ...]
    """Those that changed; empty when the piece did not."""


@dataclass(frozen=True, slots=True)
class Redline:
    older: VersionRow
    newer: VersionRow
    terms: tuple[ChangedTerm, ...]
    pieces: tuple[PieceDiff, ...]


def versions_of(clause_id: int, *, seen_by: Actor) -> tuple[VersionRow, ...]:
    """The last one first. One query; empty for who may not see the clause."""
    return tuple(map(_row, _versions(clause_id, seen_by)))


def redline(clause_id: int, older: int, newer: int, *, seen_by: Actor) -> Redline:
    """One query. Not found unless both versions are there, and are two."""
    rows = {row.number: row for row in _versions(clause_id, seen_by, numbers=(older, newer))}
    if older == newer or set(rows) != {older, newer}:
        raise NotFound(clause_id)
    before, after = rows[older], rows[newer]
    return Redline(
        _row(before),
        _row(after),
        tuple(_changed(before.terms, after.terms)),
        tuple(_pieces(before.texts, after.texts)),
    )


def words_changed(before: str, after: str) -> tuple[Run, ...]:
    """Word by word; spaces go with the words that they follow."""
    old, new = WORD.findall(before), WORD.findall(after)
    runs: list[Run] = []
    for act, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            runs.append(Run(SAME, "".join(old[i:j])))
            continue
        if i < j:
            runs.append(Run(GONE, "".join(old[i:j])))
        if k < m:
            runs.append(Run(ADDED, "".join(new[k:m])))
    return tuple(runs)


def _versions(clause_id: int, seen_by: Actor, numbers: tuple[int, ...] = ()) -> list[ClauseVersion]:
    seen = CLAUSES.rows("clause.view", seen_by).filter(pk=clause_id)
    rows = ClauseVersion.objects.filter(clause__in=seen).select_related("organisation")
    return list(rows.filter(number__in=numbers) if numbers else rows.defer("terms", "texts"))


def _row(row: ClauseVersion) -> VersionRow:
    return VersionRow(row.number, row.made_on, row.organisation.name)


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[ChangedTerm]:
    for name, told in TERMS.items():
        was, now = before.get(name), after.get(name)
        if was != now:
            yield ChangedTerm(told.label, told.says(was), told.says(now))
    was, now = before.get(REQUIREMENTS, {}), after.get(REQUIREMENTS, {})
    for row in KINDS:
        code = row.code.value
        if was.get(code) != now.get(code):
            yield ChangedTerm(row.label, *(_asked(row.unit, side.get(code)) for side in (was, now)))


def _asked(unit: str, quantity: int | None) -> str:
    return f"{quantity} {unit}" if quantity else ""


def _pieces(before: list[dict[str, str]], after: list[dict[str, str]]) -> Iterator[PieceDiff]:
    old = {piece["code"]: piece for piece in before}
    new = {piece["code"]: piece for piece in after}
    for code in dict.fromkeys([*new, *old]):
        title = (new.get(code) or old[code])["title"]
        texts = (side[code]["text"] if code in side else "" for side in (old, new))
        yield PieceDiff(code, title, tuple(_paragraphs(*texts)))


def _paragraphs(before: str, after: str) -> Iterator[tuple[Run, ...]]:
    """Paragraphs that changed, word by word where one took the place of another."""
    old, new = before.split("\n\n"), after.split("\n\n")
    for act, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            continue
        gone, added = old[i:j], new[k:m]
        for pair in zip(gone, added, strict=False):
            yield words_changed(*pair)
        yield from ((Run(GONE, text),) for text in gone[len(added) :])
        yield from ((Run(ADDED, text),) for text in added[len(gone) :])
