"""The pieces of a duration: numbers, units, products."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "dix-huit": 18,
    "vingt-quatre": 24, "trente-six": 36, "quarante-huit": 48,
}  # fmt: skip
NAMES = re.compile(rf"(?<![a-z-])(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?![a-z-])")
DAYS_OF_A_MONTH = Decimal("30.4375")
STEMS = (
    ("semestre", Decimal(6)),
    ("trimestre", Decimal(3)),
    ("an", Decimal(12)),
    ("m", Decimal(1)),
    ("s", 7 / DAYS_OF_A_MONTH),
    ("j", 1 / DAYS_OF_A_MONTH),
)
NUMBER = r"(?<![0-9.,])[0-9]{1,4}(?:[.,][0-9]{1,2})?(?![0-9])"
UNIT = r"(?:semestres?|trimestres?|ans?|annees?|mois|m|semaines?|sem|jours?|jrs?|j)(?![a-z0-9])"
TERM = re.compile(rf"({NUMBER}) ?({UNIT})( scolaires?)?( et demie?)?")
BEFORE = re.compile(rf"({NUMBER}) ?[x×*] ?({NUMBER}) ?({UNIT})")
AFTER = re.compile(rf"({NUMBER}) ?({UNIT}) ?[x×*] ?({NUMBER})")
LONE = re.compile(NUMBER)
SCHOOL_YEAR = Decimal(10)


def with_digits(words: str) -> str:
    """« deux ans » is « 2 ans »."""
    return NAMES.sub(lambda word: str(WORDS[word[0]]), words)


def decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def unit_months(unit: str) -> Decimal:
    """Months in one unit; a month lasts 30.4375 days."""
    return next(months for stem, months in STEMS if unit.startswith(stem))


def term_months(term: re.Match[str]) -> Decimal:
    """« 1 an et demi » is 18; a school year lasts ten months."""
    number, unit = decimal(term[1]), unit_months(term[2])
    if term[3]:
        unit = SCHOOL_YEAR
    return (number + (Decimal("0.5") if term[4] else 0)) * unit


def piece_months(piece: str) -> tuple[Decimal, int] | None:
    """The months of one piece of a sum, and how many periods it is made of."""
    product = BEFORE.search(piece)
    if product:
        return decimal(product[1]) * decimal(product[2]) * unit_months(product[3]), count(
            product[1]
        )
    product = AFTER.search(piece)
    if product:
        return decimal(product[3]) * decimal(product[1]) * unit_months(product[2]), count(
            product[3]
        )
    months = sum((term_months(term) for term in TERM.finditer(piece)), Decimal(0))
    return (months, 1) if months else None


def count(text: str) -> int:
    return int(decimal(text))


def rounded(months: Decimal) -> int:
    """Whole months, half up, one at least."""
    return max(1, int(months.to_integral_value(ROUND_HALF_UP))) if months > 0 else 0
