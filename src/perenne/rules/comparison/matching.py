"""Two programmes brought together: each line ends in exactly one place.

The likest pairs are taken first; between equals the smallest keys decide, so that neither the
order of the lines nor which programme came first changes the answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from perenne.rules.comparison.changes import Change, changes_between
from perenne.rules.comparison.likeness import (
    LEAST_POINTS,
    MOST_WITHOUT_WORDS,
    REFERENCE,
    WORDS,
    Likeness,
    likeness,
)
from perenne.rules.comparison.lines import PlannedLine
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import NEEDS, PRACTICE


@dataclass(frozen=True, slots=True)
class Pair:
    """The same purchase in both: `changes` is empty when it is kept as it was."""

    before: PlannedLine
    after: PlannedLine
    likeness: Likeness
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    pairs: tuple[Pair, ...]
    removed: tuple[PlannedLine, ...]
    added: tuple[PlannedLine, ...]


@cites(
    NEEDS,
    PRACTICE,
    says="Quels achats sont repris, modifiés, ajoutés ou retirés d’une programmation à l’autre ?",
    confidence=Confidence.VARIES,
)
def compare(
    before: Sequence[PlannedLine], after: Sequence[PlannedLine], *, practice: Practice = USUAL
) -> Comparison:
    """Both in any order; each line is in one pair, or removed, or added."""
    found = sorted(_candidates(before, after, practice), key=_rank)
    taken: set[int] = set()
    pairs = []
    for old, new, alike in found:
        if old.key in taken or new.key in taken:
            continue
        taken |= {old.key, new.key}
        pairs.append(Pair(old, new, alike, changes_between(old, new)))
    return Comparison(tuple(pairs), _left(before, taken), _left(after, taken))


def _rank(found: tuple[PlannedLine, PlannedLine, Likeness]) -> tuple[int, list[int]]:
    old, new, alike = found
    return -alike.points, sorted((old.key, new.key))


def _left(lines: Iterable[PlannedLine], taken: set[int]) -> tuple[PlannedLine, ...]:
    return tuple(sorted((it for it in lines if it.key not in taken), key=lambda it: it.key))


def _candidates(
    before: Sequence[PlannedLine], after: Sequence[PlannedLine], practice: Practice
) -> Iterator[tuple[PlannedLine, PlannedLine, Likeness]]:
    """Pairs that may reach the threshold: most of two long programmes is never compared."""
    index: dict[str, list[PlannedLine]] = defaultdict(list)
    for old in before:
        for clue in _clues(old):
            index[clue].append(old)
    lines, least = {old.key: old for old in before}, practice.of(LEAST_POINTS)
    for new in after:
        shared = Counter(old.key for clue in _clues(new) for old in index[clue])
        for key, number in shared.items():
            old = lines[key]
            if _may_reach(old, new, number, least):
                alike = likeness(old, new, practice=practice)
                if alike.sureness is not None:
                    yield old, new, alike


def _clues(line: PlannedLine) -> frozenset[str]:
    reference = {f"={line.folded_reference}"} if line.folded_reference else set()
    return line.words | reference


def _may_reach(old: PlannedLine, new: PlannedLine, shared: int, least: int) -> bool:
    same = bool(old.folded_reference) and old.folded_reference == new.folded_reference
    words = 2 * WORDS * (shared - same) // (len(old.words) + len(new.words) or 1)
    return words + MOST_WITHOUT_WORDS - (0 if same else REFERENCE) >= least
