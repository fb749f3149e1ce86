"""Expressions looked for in the object of a purchase, whatever the accents, plurals, feminines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from perenne.values import fold

EMPTY = frozenset(
    fold(
        "a au aux avec ce ces cette chez d dans de des divers diverses du en et l la le les leur "
        "leurs n no notamment ou par pour s sa se ses son sous sur un une y"
    ).split()
)


class Rank(IntEnum):
    """How much an expression decides."""

    WEAK = 1  # decides only when nothing else speaks: « travaux », « études »
    GENERAL = 2  # a building in general: « réhabilitation »; a named trade refines it
    STRONG = 3  # names the trade
    LEADING = 4  # the nature of the contract, wherever it stands: « maîtrise d'œuvre »


@dataclass(frozen=True, slots=True)
class Expression:
    """Words as a dictionary writes them; « … » stands for any words in between."""

    words: str
    rank: Rank
    pattern: re.Pattern[str] = field(repr=False, compare=False)

    @classmethod
    def of(cls, words: str, rank: Rank) -> Expression:
        parts = [re.escape(stems(part)) for part in words.split("…")]
        return cls(words, rank, re.compile(rf"(?<!\S){'(?: .*)? '.join(parts)}(?!\S)"))


@dataclass(frozen=True, slots=True)
class Match:
    expression: Expression
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Match) -> bool:
        return self.start < other.end and other.start < self.end


def expressions(words: str, rank: Rank) -> tuple[Expression, ...]:
    return tuple(Expression.of(part.strip(), rank) for part in words.split(",") if part.strip())


def stems(text: str) -> str:
    """Folded, without empty words, plural and feminine marks taken off."""
    return " ".join(_stem(word) for word in fold(text).split() if word not in EMPTY)


def _stem(word: str) -> str:
    if len(word) <= 3:
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    return word.rstrip("sx").rstrip("e") or word
