"""Can the people that the territory offers do the hours in the time of the contract?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from perenne.rules.calibration.rounding import up
from perenne.rules.calibration.working_time import WEEK, weeks_in
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import LEGAL_WEEK, PRACTICE
from perenne.values import Hours, Share

PRESENCE = parameter(
    "calibration.presence",
    "Part du temps de travail où une personne en insertion est présente",
    Share.percent(80),
    between=(Share.percent(50), Share.percent(100)),
)


@dataclass(frozen=True, slots=True)
class Capacity:
    """`possible`: what these people can do; `needed`: how many people the volume takes."""

    possible: Hours
    needed: int
    is_enough: bool
    reason: str


@cites(
    LEGAL_WEEK,
    PRACTICE,
    says="Les personnes disponibles suffisent-elles au volume ?",
    confidence=Confidence.VARIES,
)
def local_capacity(
    hours: Hours, *, persons: int, months: int, practice: Practice = USUAL
) -> Capacity:
    """Persons x 35 h x weeks x presence. ValueError, in French, when there is no month."""
    if months < 1:
        raise ValueError(typeset("La durée manque : donnez-la en mois, à partir de 1."))
    presence = practice.of(PRESENCE)
    each = Fraction(WEEK.value.minutes * presence.basis_points, 10_000) * weeks_in(months)
    possible, needed = Hours(int(persons * each)), up(hours.minutes / each)
    is_enough = hours.minutes <= persons * each
    said = f"{persons} personne(s) à {presence} de présence font {possible} en {months} mois"
    if is_enough:
        return Capacity(possible, needed, True, typeset(f"{said} : le volume est réalisable."))
    return Capacity(
        possible,
        needed,
        False,
        typeset(
            f"{said}, il en faudrait {needed} : baissez le volume, étalez-le ou ouvrez le "
            "recrutement à d'autres communes."
        ),
    )
