"""How long: durations of contracts, in whole months, renewals included.

Renewals count in the length and in the value of a contract (Code de la commande publique,
R2121-1).
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from perenne.kit.french.duration_terms import (
    LONE,
    NUMBER,
    TERM,
    UNIT,
    decimal,
    piece_months,
    rounded,
    unit_months,
    with_digits,
)
from perenne.kit.french.moments import read_moment
from perenne.kit.french.plain import LONGEST, plain, quoted, says_nothing
from perenne.kit.french.readings import DurationReading
from perenne.kit.french.renewals import RENEWED, read_renewals
from perenne.values import months_between

RANGE = re.compile(rf"({NUMBER}) ?({UNIT})? ?(?:a|-|/|ou|et) ?({NUMBER}) ?({UNIT})")
NOT_ROUND = re.compile(r"jour|semaine|jrs|[0-9] ?j(?![a-z])|,|\.|scolaire")
DAY_OR_YEAR = re.compile(r"(?:19|20)[0-9]{2}|[0-9]/[0-9]")
BARE = re.compile(rf"({NUMBER})")
WORD = re.compile(r"[a-z]{2,}")
EXPECTED = {
    "an", "ans", "annee", "annees", "mois", "jour", "jours", "jrs", "semaine", "semaines",
    "sem", "semestre", "semestres", "trimestre", "trimestres", "et", "demi", "demie", "puis",
    "ferme", "fermes", "maximum", "max", "maxi", "total", "totale", "duree", "de", "la", "du",
    "soit", "environ", "pour", "calendaires", "scolaire", "scolaires", "jusqu", "au",
}  # fmt: skip
LONGEST_MONTHS = 1_200
YEARS_PERHAPS = 5
HOW_LONG = "Quelle est la durée totale, en mois, reconductions comprises ?"


def read_duration(text: str, *, unit_factor: int | None = None) -> DurationReading:
    """Never raises. `unit_factor`: months in the unit that the heading names (12 for years)."""
    words = without_detail(with_digits(plain(text[:LONGEST])))
    if says_nothing(words):
        return DurationReading(text, question=HOW_LONG)
    reading = (
        read_dates(text, words)
        or read_renewed(text, words)
        or read_range(text, words)
        or read_sum(text, words, unit_factor)
        or read_bare(text, words, unit_factor)
    )
    if reading is None or not 0 < (reading.months or 0) <= LONGEST_MONTHS:
        return unreadable(text)
    return reading


def without_detail(words: str) -> str:
    """« 24 mois (1 an + 1 an) »: what stands before the bracket says it already."""
    before, _, detail = words.partition("(")
    if not TERM.search(before) or RENEWED.search(words) or detail.lstrip().startswith("+"):
        return words
    return f"{before} {LONE.sub('', detail).replace('+', ' ')}"


def unreadable(text: str) -> DurationReading:
    return DurationReading(
        text, question=f"La durée {quoted(text)} n’a pas été comprise. {HOW_LONG}"
    )


def read_dates(text: str, words: str) -> DurationReading | None:
    """« du 01/01/2027 au 31/12/2029 », « 2027-2029 », « mars à juin 2027 »."""
    if not DAY_OR_YEAR.search(words):
        return None
    moment = read_moment(text)
    if moment.start is None or moment.end is None or moment.start == moment.end:
        return None
    past = moment.end + timedelta(days=1)
    whole = months_between(moment.start, past)
    months = whole + (1 if (past.day - moment.start.day) % 31 >= 15 else 0)
    said = f"Durée comptée du {moment.start:%d/%m/%Y} au {moment.end:%d/%m/%Y} : {months} mois."
    return DurationReading(text, months, months, 0, (said,), moment.question)


def read_renewed(text: str, words: str) -> DurationReading | None:
    """« 1 an reconductible 3 fois », « 12 mois + 3 reconductions de 12 mois »."""
    found = read_renewals(words)
    if found is None:
        return None
    said = f"{found.firm} mois, portés à {found.total} mois par les reconductions."
    hypotheses = (said,) if found.total > found.firm else ()
    return DurationReading(text, found.total, found.firm, found.times, hypotheses, found.question)


def read_range(text: str, words: str) -> DurationReading | None:
    """« 12 à 18 mois »: the shorter one, and a question. « 2 ans et 6 mois » is a sum."""
    found = RANGE.search(words)
    if found is None or (found[2] and found[2][0] != found[4][0]):
        return None
    first, second = decimal(found[1]), decimal(found[3])
    low = rounded(min(first, second) * unit_months(found[4]))
    high = rounded(max(first, second) * unit_months(found[4]))
    asked = f"De {low} à {high} mois : quelle durée retenir ?"
    return DurationReading(text, low, low, 0, (), asked)


def read_sum(text: str, words: str, unit_factor: int | None) -> DurationReading | None:
    """« 48 mois », « 2 ans et 6 mois », « 12 mois + 3 x 12 mois », « 1 an + 1 »."""
    pieces = [piece for piece in re.split(r"\+|(?<![a-z])puis(?![a-z])", words) if piece.strip()]
    unit = lone_unit(pieces, unit_factor)
    terms = [piece_months(piece) or lone_months(piece, unit) for piece in pieces]
    known = [term for term in terms if term]
    if not known or len(known) < len(terms) or not (len(known) > 1 or TERM.search(words)):
        return None
    firm = known[0][0]
    total = sum((months for months, _ in known), Decimal(0))
    renewals = sum(times for _, times in known[1:])
    return DurationReading(
        text, rounded(total), rounded(firm), renewals, sum_hypotheses(words, firm, total)
    )


def sum_hypotheses(words: str, firm: Decimal, total: Decimal) -> tuple[str, ...]:
    said = []
    if NOT_ROUND.search(words):
        said.append(f"Durée comptée pour {rounded(total)} mois.")
    if total > firm:
        said.append(f"{rounded(firm)} mois, portés à {rounded(total)} mois par ce qui suit.")
    comment = " ".join(word for word in WORD.findall(words) if word not in EXPECTED)
    if comment:
        said.append(f"{quoted(comment)} n’a pas été interprété.")
    return tuple(said)


def lone_unit(pieces: list[str], unit_factor: int | None) -> Decimal:
    """The unit of the bare numbers of a sum: « 1 an + 1 », « 1+1+1+1 », « 12+12 »."""
    units = [term[2] for piece in pieces for term in TERM.finditer(piece)]
    if units:
        return unit_months(units[-1])
    numbers = [decimal(found[0]) for piece in pieces for found in LONE.finditer(piece)]
    small = bool(numbers) and max(numbers) < YEARS_PERHAPS
    return Decimal(unit_factor or (12 if small else 1))


def lone_months(piece: str, unit: Decimal) -> tuple[Decimal, int] | None:
    found = BARE.fullmatch(piece.strip())
    return (decimal(found[1]) * unit, 1) if found else None


def read_bare(text: str, words: str, unit_factor: int | None) -> DurationReading | None:
    """« 48 » is months; « 4 » could be years, unless the heading says."""
    found = BARE.fullmatch(words)
    if found is None:
        return None
    number = decimal(found[1])
    if unit_factor:
        months = rounded(number * unit_factor)
        return DurationReading(text, months, months, 0)
    months = rounded(number)
    asked = f"{quoted(text)} : est-ce {months} mois ou {months} ans ?"
    doubtful = number < YEARS_PERHAPS or "," in words or "." in words
    said = f"{quoted(text)} a été lu comme {months} mois."
    return DurationReading(text, months, months, 0, (said,), asked if doubtful else None)
