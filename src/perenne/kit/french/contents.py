"""What the cells of a column look like: amounts, codes, durations, dates, long texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from perenne.kit.french.amounts import read_amount
from perenne.kit.french.columns import Column
from perenne.kit.french.cpv import full_codes, read_cpv
from perenne.kit.french.durations import read_duration
from perenne.kit.french.moments import read_moment
from perenne.kit.french.plain import plain, says_nothing

SAMPLES = 25
OBJECT_LETTERS = 14
WITH_UNIT = re.compile(r"[0-9] ?(?:mois|ans?|annees?|m|jours?|semaines?)(?![a-z])")
MONEY = re.compile(r"€|euros?|[0-9] ?k|[0-9][ .,'][0-9]{3}|[0-9]{4,}|[0-9],[0-9]{2}$")
ONLY_FIGURES = re.compile(r"[0-9]+")


def looks_like_amount(text: str) -> bool:
    words = plain(text)
    return (
        bool(MONEY.search(words))
        and not looks_like_cpv(text)
        and bool(read_amount(text).amount and read_amount(text).question is None)
    )


def looks_like_cpv(text: str) -> bool:
    return bool(full_codes(plain(text))) and read_cpv(text).code is not None


def looks_like_duration(text: str) -> bool:
    words = plain(text)
    if not WITH_UNIT.search(words) and not (ONLY_FIGURES.fullmatch(words) and len(words) < 3):
        return False
    return read_duration(text).months is not None


def looks_like_moment(text: str) -> bool:
    words = plain(text)
    if WITH_UNIT.search(words) or len(words) > 40:
        return False
    return read_moment(text, default_year=2000).precision is not None


def looks_like_object(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    return letters >= OBJECT_LETTERS and letters * 2 > len(text)


LOOKS: dict[Column, Callable[[str], bool]] = {
    Column.CPV: looks_like_cpv,
    Column.AMOUNT: looks_like_amount,
    Column.DURATION: looks_like_duration,
    Column.LAUNCH: looks_like_moment,
    Column.OBJECT: looks_like_object,
}
SAME_LOOK = {
    Column.AMOUNT_LOW: Column.AMOUNT,
    Column.AMOUNT_HIGH: Column.AMOUNT,
    Column.NOTIFICATION: Column.LAUNCH,
}


def samples_of(rows: Sequence[Sequence[str]], index: int) -> tuple[str, ...]:
    """The first cells of a column that say something."""
    found: list[str] = []
    for row in rows:
        text = row[index] if index < len(row) else ""
        if text and not says_nothing(plain(text)):
            found.append(text)
        if len(found) == SAMPLES:
            break
    return tuple(found)


def share(samples: Sequence[str], column: Column) -> float | None:
    """The part of the samples that look like this column; None when no look is expected."""
    look = LOOKS.get(SAME_LOOK.get(column, column))
    if look is None or not samples:
        return None
    return sum(look(text) for text in samples) / len(samples)
