"""A cell as clean text: what the user sees, without float noise nor invisible characters."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
PLAIN = re.compile(r"[\x20-\x7e]*")
FIGURES_OF_EXCEL = ".15g"


def cell_text(value: object) -> str:
    """The text of a value as calamine gives it."""
    match value:
        case str():
            return clean(value)
        case bool():
            return "VRAI" if value else "FAUX"
        case int():
            return str(value)
        case float():
            return number_text(value)
        case date() | time():
            return moment_text(value)
    return hours_text(value) if isinstance(value, timedelta) else clean(str(value))


def clean(text: str) -> str:
    """NFC, one kind of line end, no control nor invisible character, no space around."""
    if PLAIN.fullmatch(text) and "_x" not in text:
        return text.strip()
    unescaped = ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    lines = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", unescaped))
    if lines.isprintable():
        return lines.strip()
    return "".join(letter for letter in lines if is_visible(letter)).strip()


def is_visible(letter: str) -> bool:
    """Control and format characters (NUL, zero width, right-to-left override) say nothing."""
    return letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")


def number_text(number: float) -> str:
    """The fifteen figures that a spreadsheet keeps: 0.1 + 0.2 is "0,3", 12.0 is "12"."""
    exact = Decimal(format(number, FIGURES_OF_EXCEL))
    if not exact.is_finite():
        return "#NOMBRE!"
    plain = f"{exact:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", ",")


def moment_text(moment: date | time) -> str:
    """« 01/02/2027 », « 01/02/2027 14:30 » or « 14:30 »."""
    if isinstance(moment, time):
        return f"{moment.hour:02d}:{moment.minute:02d}"
    day = f"{moment.day:02d}/{moment.month:02d}/{moment.year:04d}"
    if isinstance(moment, datetime) and (moment.hour or moment.minute):
        return f"{day} {moment_text(moment.time())}"
    return day


def hours_text(duration: timedelta) -> str:
    """A duration beyond the day, as hours and minutes: « 36:00 »."""
    minutes = round(duration.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else ''}{hours:02d}:{rest:02d}"


def place_name(row: int, column: int) -> str:
    """The name that the user sees: (0, 0) is « A1 »."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
