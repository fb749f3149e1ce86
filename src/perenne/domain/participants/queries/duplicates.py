"""Who may be the same person under another spelling: proposed to a human, never merged alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from perenne.domain.participants.models import Participant
from perenne.values import fold

NEAR = 0.4
"""Trigrams in common, from which two names look alike."""
MOST = 10
SOUNDS = (
    ("ph", "f"), ("eau", "o"), ("aud", "o"), ("ault", "o"), ("au", "o"), ("ou", "u"), ("qu", "k"),
    ("ch", "s"), ("gn", "n"), ("ai", "e"), ("ei", "e"), ("y", "i"), ("ck", "k"), ("c", "k"),
    ("z", "s"), ("h", ""), ("x", "s"),
)  # fmt: skip
SILENT = re.compile(r"(?<=\w\w)[estdx]+\b")
DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Named:
    """What two persons are compared by; `name` is folded."""

    name: str
    born_on: date | None
    likeness: float = 0.0

    @property
    def words(self) -> list[str]:
        return sorted(self.name.split())

    @property
    def sounds(self) -> list[str]:
        return sorted(map(sound_of, self.name.split()))


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another person who may be this one, and why."""

    id: int
    code: str
    name: str
    born_on: date
    why: str


Key: TypeAlias = Callable[[Named, Named], bool]


def sound_of(word: str) -> str:
    """As it is heard in French, roughly: « Dupond », « Dupont », « Dupons » → "dupon"."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return DOUBLED.sub(r"\1", SILENT.sub("", word))


def one_slip(one: date | None, other: date | None) -> bool:
    """One of day, month and year differs, or day and month are the other way round."""
    if one is None or other is None:
        return False
    parts = zip((one.day, one.month, one.year), (other.day, other.month, other.year), strict=True)
    return sum(a != b for a, b in parts) == 1 or (
        one.year == other.year and (one.day, one.month) == (other.month, other.day)
    )


KEYS: tuple[tuple[str, Key], ...] = (
    (
        "Mêmes nom, prénom et date de naissance",
        lambda one, other: one.born_on == other.born_on and one.name == other.name,
    ),
    (
        "Nom et prénom intervertis, même date de naissance",
        lambda one, other: one.born_on == other.born_on and one.words == other.words,
    ),
    (
        "Noms qui se prononcent de même, même date de naissance",
        lambda one, other: one.born_on == other.born_on and one.sounds == other.sounds,
    ),
    (
        "Noms voisins, même date de naissance",
        lambda one, other: one.born_on == other.born_on and other.likeness >= NEAR,
    ),
    (
        "Mêmes nom et prénom, date de naissance à un chiffre près",
        lambda one, other: one.words == other.words and one_slip(one.born_on, other.born_on),
    ),
)


def why_same(one: Named, other: Named) -> str:
    """The first key by which they may be one person; "" when there is none."""
    return next((why for why, holds in KEYS if holds(one, other)), "")


def folded_name(last_name: str, first_name: str) -> str:
    return fold(f"{last_name} {first_name}")


def duplicates_of(participant: Participant) -> tuple[Duplicate, ...]:
    """Two queries at most; those already merged or erased are left out."""
    if participant.born_on is None:
        return ()
    this = Named(participant.folded_name, participant.born_on)
    rows = (
        Participant.objects.filter(merged_into=None, erased_on=None)
        .exclude(pk=participant.pk)
        .filter(Q(born_on=participant.born_on) | Q(folded_name__in=_orders(this.words)))
        .annotate(likeness=TrigramSimilarity("folded_name", participant.folded_name))
        .order_by("-likeness", "pk")[: MOST * 10]
    )
    found = (
        (row, why_same(this, Named(row.folded_name, row.born_on, row.likeness))) for row in rows
    )
    return tuple(
        Duplicate(row.pk, row.code, f"{row.first_name} {row.last_name}", row.born_on, why)
        for row, why in found
        if why and row.born_on
    )[:MOST]


def _orders(words: Iterable[str]) -> set[str]:
    """The same words begun by each of them: « dupont jean » and « jean dupont »."""
    row = list(words)
    turns = {" ".join(row[place:] + row[:place]) for place in range(len(row))}
    return turns | {" ".join(reversed(row))}
