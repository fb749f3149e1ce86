"""Hours told as people and months: companies do not think in hours."""

from __future__ import annotations

from fractions import Fraction

from perenne.rules.calibration.working_time import MONTH, WEEK
from perenne.rules.french import in_words, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import LEGAL_WEEK, PRACTICE
from perenne.values import Hours

_BY_MONTH, _BY_WEEK = "(151,67 h par mois)", "(35 h par semaine)"


@cites(
    LEGAL_WEEK,
    PRACTICE,
    says="Que représentent ces heures en personnes et en mois ?",
    confidence=Confidence.SURE,
)
def in_people(hours: Hours, months: int | None) -> str:
    """« soit une personne à temps plein pendant cinq mois et demi (151,67 h par mois) »."""
    if hours.minutes < WEEK.value.minutes:
        return typeset("soit moins d'une semaine de travail d'une personne (35 h par semaine)")
    halves_of_month = _halves(Fraction(hours.minutes, MONTH.value.minutes))
    if months and halves_of_month > 2 * months:
        persons = _halves(Fraction(hours.minutes, MONTH.value.minutes * months))
        return typeset(
            f"soit {_persons(persons)} à temps plein pendant {_months(2 * months)} {_BY_MONTH}"
        )
    if halves_of_month < 2:
        weeks = _halves(Fraction(hours.minutes, WEEK.value.minutes)) // 2
        spell = "une semaine" if weeks == 1 else f"{in_words(weeks)} semaines"
        return typeset(f"soit une personne à temps plein pendant {spell} {_BY_WEEK}")
    return typeset(
        f"soit une personne à temps plein pendant {_months(halves_of_month)} {_BY_MONTH}"
    )


def _halves(exact: Fraction) -> int:
    """Rounded half up to the nearest half, counted in halves."""
    return int(exact * 2 + Fraction(1, 2))


def _persons(halves: int) -> str:
    whole, half = divmod(halves, 2)
    name = "personne" if whole == 1 else "personnes"
    return f"{in_words(whole, feminine=True)} {name}{' et demie' if half else ''}"


def _months(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{in_words(whole)} mois{' et demi' if half else ''}"
