"""Numbers as French people type them in a box. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']+")
MINUS = str.maketrans({"−": "-", "–": "-"})
UNIT = re.compile(r"(?:€|eur|euros?|%|h|heures?|ht)+$", re.IGNORECASE)
GROUPED_BY_DOTS = re.compile(r"-?\d{1,3}(\.\d{3})+")
PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,9})?")
CLOCK = re.compile(r"(\d{1,7})(?:h|heures?|:)([0-5]\d)(?:mn|min)?", re.IGNORECASE)


def read_number(text: str) -> Decimal:
    """« 1 200,50 », « 1.200,50 € », « 1200.5 » → 1200.5; ValueError when it is not a number.

    A dot followed by exactly three digits groups thousands (« 12.500 » is 12 500); the last
    of two different signs separates the decimals (« 1,200.00 » is 1 200).
    """
    bare = UNIT.sub("", SPACES.sub("", text.translate(MINUS)))
    if "," in bare and "." in bare:
        thousands = "," if bare.rfind(".") > bare.rfind(",") else "."
        bare = bare.replace(thousands, "")
    elif GROUPED_BY_DOTS.fullmatch(bare):
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".")
    if not bare.isascii() or not PLAIN.fullmatch(bare):
        raise ValueError(text)
    return Decimal(bare)


def read_minutes(text: str) -> int:
    """« 35 h 30 », « 35:30 », « 35,5 », « 35 h » → minutes, ValueError otherwise.

    An amount of hours that is not a whole number of minutes is rounded half up.
    """
    clock = CLOCK.fullmatch(SPACES.sub("", text))
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    return int((read_number(text) * 60 + Decimal("0.5")) // 1)


def write_number(number: Decimal) -> str:
    """1200.50 → « 1 200,5 », 12.00 → « 12 », with narrow no-break spaces."""
    whole, _, decimals = f"{number:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", "\u202f") + (f",{decimals}" if decimals else "")
