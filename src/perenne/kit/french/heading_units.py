"""What a heading says beyond its name: « Montant annuel (k€ HT) », « Durée (années) »."""

from __future__ import annotations

import re

from perenne.kit.french.columns import Column
from perenne.kit.french.plain import plain
from perenne.kit.french.readings import Tax

THOUSANDS = re.compile(r"(?<![a-z])(?:k ?(?:€|euros?|eur|e)?|milliers?)(?![a-z])")
MILLIONS = re.compile(r"(?<![a-z])(?:m ?(?:€|euros?|eur|e)|millions?)(?![a-z])")
YEARS = re.compile(r"(?<![a-z])(?:ans?|annees?)(?![a-z])")
MONTHS = re.compile(r"(?<![a-z])mois(?![a-z])")
WITHOUT_TAX = re.compile(r"(?<![a-z])(?:h\.?t\.?|hors taxes?|hors-taxes?)(?![a-z])")
WITH_TAX = re.compile(r"(?<![a-z])(?:t\.?t\.?c\.?|toutes taxes)(?![a-z])")
PER_YEAR = re.compile(r"annuel|/ ?an(?![a-z])|par an(?![a-z])")
YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
AMOUNTS = (Column.AMOUNT, Column.AMOUNT_LOW, Column.AMOUNT_HIGH)


def unit_factor(text: str, column: Column) -> int | None:
    """Euros in one unit of an amount, months in one unit of a duration; None: not said."""
    words = plain(text)
    if column in AMOUNTS:
        if THOUSANDS.search(words):
            return 1_000
        return 1_000_000 if MILLIONS.search(words) else None
    if column is Column.DURATION:
        if MONTHS.search(words):
            return 1
        return 12 if YEARS.search(words) else None
    return None


def tax_of(text: str) -> Tax:
    words = plain(text)
    if WITHOUT_TAX.search(words):
        return Tax.HT
    return Tax.TTC if WITH_TAX.search(words) else Tax.UNSAID


def is_per_year(text: str) -> bool:
    return PER_YEAR.search(plain(text)) is not None


def title_year(title: str) -> int | None:
    """The year that a title names; None when it names none, or two different ones."""
    years = {int(year) for year in YEAR.findall(title)}
    return years.pop() if len(years) == 1 else None
