"""« 1 an reconductible 3 fois »: the renewals of a contract, counted in its length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from perenne.kit.french.duration_terms import (
    NUMBER,
    TERM,
    UNIT,
    count,
    decimal,
    rounded,
    term_months,
    unit_months,
)

RENEWED = re.compile(r"reconduct\w*|reconduit\w*|renouvel\w*|prolong\w*")
COUNTED = re.compile(rf"({NUMBER}) ?(?:fois|x|×)(?![a-z])|[x×] ?({NUMBER})(?! ?{UNIT})")
ANNOUNCED = re.compile(rf"({NUMBER})[^0-9]*$")
PERIODS = re.compile(rf"({NUMBER}) (?:periodes?|reconductions?|annees? supplementaires?)")
CAP = re.compile(
    rf"(?:max\w*|limite|exceder|depasser|total\w*|jusqu'a)[^0-9]*({NUMBER}) ?({UNIT})"
    rf"|({NUMBER}) ?({UNIT}) (?:au )?(?:max\w*|total|au plus)"
)


@dataclass(frozen=True, slots=True)
class Renewals:
    """Months without, months with, and how many (None: not said)."""

    firm: int
    total: int
    times: int | None
    question: str | None = None


def read_renewals(words: str) -> Renewals | None:
    """None when the text speaks of no renewal, or gives no length to renew."""
    found = RENEWED.search(words)
    base = TERM.search(words[: found.start()]) if found else None
    if found is None or base is None:
        return None
    firm = term_months(base)
    tail = words[found.end() :]
    ceiling = cap_of(tail)
    tail = CAP.sub("", tail)
    times = times_of(words[base.end() : found.start()], tail)
    if times is None:
        return uncounted(firm, ceiling)
    step = TERM.search(tail)
    total = firm + times * (term_months(step) if step else firm)
    return Renewals(rounded(firm), rounded(min(total, ceiling or total)), times)


def cap_of(tail: str) -> Decimal | None:
    """« sans excéder 4 ans »."""
    found = CAP.search(tail)
    if found is None:
        return None
    number, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
    return decimal(number) * unit_months(unit)


def times_of(before: str, after: str) -> int | None:
    """« + 3 reconductions », « reconductible 3 fois », « renouvelable 1 an » (once)."""
    counted = COUNTED.search(after) or PERIODS.search(after)
    if counted:
        return count(next(filter(None, counted.groups())))
    announced = ANNOUNCED.search(before)
    if announced:
        return count(announced[1])
    return 1 if TERM.search(after) else None


def uncounted(firm: Decimal, ceiling: Decimal | None) -> Renewals:
    if ceiling:
        return Renewals(rounded(firm), rounded(ceiling), None)
    asked = "Combien de reconductions, et de quelle durée ?"
    return Renewals(rounded(firm), rounded(firm), None, asked)
