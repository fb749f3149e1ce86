"""French as it is printed: spaces, apostrophes, dates, small numbers in words."""

import re
from collections.abc import Sequence
from datetime import date

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


def typeset(sentence: str) -> str:
    """Plain typing brought to French typography: « mot », 5 %, apostrophe, colon."""
    printed = sentence.replace("'", "’").replace("« ", f"«{WIDE}").replace(" »", f"{WIDE}»")
    printed = re.sub(r" ([:%€])", rf"{WIDE}\1", printed)
    printed = re.sub(r" ([;!?])", rf"{NARROW}\1", printed)
    return re.sub(r"(\d) (h|mois|ans|jours)\b", rf"\1{WIDE}\2", printed)


def in_full(day: date) -> str:
    """1er janvier 2027."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{WIDE}{MONTHS[day.month - 1]} {day.year}"


def in_words(number: int, *, feminine: bool = False) -> str:
    """Up to sixteen in words, figures beyond."""
    if number == 1 and feminine:
        return "une"
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}".replace(",", NARROW)


def listed(items: Sequence[str]) -> str:
    """« a, b et c »."""
    return " et ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
