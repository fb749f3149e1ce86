"""French as it is printed: spaces, apostrophes, dates, small numbers in words."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

NARROW, WIDE = "\u202f", "\u00a0"
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
VOWELS = "ao"
"""With which the name of a month may begin."""
SMALL = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)


RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" +([;!?])"), rf"{NARROW}\1"),
    (re.compile(r" +(:)"), rf"{WIDE}\1"),
    (re.compile(rf"«[ {WIDE}]*"), f"«{WIDE}"),
    (re.compile(rf"[ {WIDE}]*»"), f"{WIDE}»"),
    (re.compile(r"(?<=\d) (?=(?:h|mois|jours|heures?|minutes?|ans)\b|[€%])"), WIDE),
    (re.compile(r"\b([Aa]rticles?|n°|[LRD]\.|annexe|lot|Lot) (?=\d)"), rf"\1{WIDE}"),
)
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
WORD = re.compile(r"\S+")


@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """No-break spaces and curly apostrophes; addresses (e-mail, web) are left as they are."""
    for wrong, right in RULES:
        text = wrong.sub(right, text)
    return WORD.sub(_curled, text)


def _curled(word: re.Match[str]) -> str:
    is_address = "@" in word[0] or "://" in word[0]
    return word[0] if is_address else APOSTROPHE.sub("’", word[0])


def in_full(day: date) -> str:
    """1er janvier 2027."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{WIDE}{MONTHS[day.month - 1]} {day.year}"


def month_in_full(day: date) -> str:
    """« octobre 2026 »: the month of that day."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def of_month(day: date) -> str:
    """« d’octobre 2026 », « de mars 2026 »."""
    named = month_in_full(day)
    return f"d’{named}" if named[0] in VOWELS else f"de {named}"


def in_words(number: int, *, feminine: bool = False) -> str:
    """Up to sixteen in words, figures beyond."""
    if number == 1 and feminine:
        return "une"
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}".replace(",", NARROW)


def listed(items: Sequence[str]) -> str:
    """« a, b et c »."""
    return " et ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
