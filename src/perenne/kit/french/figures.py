"""Numbers as people type them: which of the dots and commas is the decimal one?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

FIGURE = (
    r"(?:[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,3}(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)*)"
)
MOST_DIGITS = 13


@dataclass(frozen=True, slots=True)
class Figure:
    """A number; `other` is the second way of reading it when the first is not sure."""

    text: str
    value: Decimal
    other: Decimal | None = None


def read_figure(text: str) -> Figure | None:
    """« 1.017.450,00 », « 1,200,000.00 », « 12.500 » (12 500 rather than 12,5)."""
    spaced = " " in text or "'" in text
    bare = text.replace(" ", "").replace("'", "")
    signs = [sign for sign in bare if sign in ".,"]
    if len(bare) - len(signs) > MOST_DIGITS + 15:
        return None
    if len(set(signs)) == 2:
        value = with_both_signs(bare, signs)
    elif len(signs) > 1:
        value = with_thousands(bare, signs[0])
    elif signs and not spaced and is_group(bare, signs[0]):
        return Figure(text, Decimal(bare.replace(signs[0], "")), Decimal(bare.replace(",", ".")))
    else:
        value = Decimal(bare.replace(",", "."))
    return None if value is None or value >= 10**MOST_DIGITS else Figure(text, value)


def is_group(bare: str, sign: str) -> bool:
    """« 12.500 »: one sign, three digits after, one to three before and not a zero."""
    before, after = bare.split(sign)
    return len(after) == 3 and len(before) <= 3 and before[0] != "0"


def with_both_signs(bare: str, signs: list[str]) -> Decimal | None:
    """The last sign is the decimal one, if it comes once; the other one parts thousands."""
    decimal, thousands = signs[-1], signs[0]
    if signs.count(decimal) > 1:
        return None
    whole, cents = bare.split(decimal)
    value = with_thousands(whole, thousands)
    return None if value is None else Decimal(f"{value}.{cents}")


def with_thousands(bare: str, sign: str) -> Decimal | None:
    first, *groups = bare.split(sign)
    if len(first) > 3 or any(len(group) != 3 for group in groups):
        return None
    return Decimal(first + "".join(groups))
