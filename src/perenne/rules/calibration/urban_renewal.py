"""The hours that the national insertion charter of the ANRU asks of an urban renewal operation.

The charter covered 2014 to 2024. Operations go on: the rate is then that of their convention,
which the buyer or the committee holds as a parameter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.calibration.formulas import hours_of_production
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, Default, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import ANRU
from perenne.values import Hours, Share

_ADOPTED = date(2015, 3, 24)
WORKS_RATE = Dated(
    {_ADOPTED: Share.percent(5)},
    ANRU,
    Confidence.SURE,
    meaning="Charte de l’ANRU : part des heures travaillées, travaux et ingénierie des travaux",
)
UPKEEP_RATE = Dated(
    {_ADOPTED: Share.percent(10)},
    ANRU,
    Confidence.SURE,
    meaning="Charte de l’ANRU : part des heures travaillées, gestion urbaine de proximité",
)
CHARTER_LAST_DAY = Default.single(
    date(2024, 12, 31),
    ANRU,
    Confidence.LIKELY,
    meaning="Dernier jour de la période que la charte de l’ANRU annonce",
)


CONVENTION_WORKS_RATE = parameter(
    "calibration.convention_works_rate",
    "Convention de renouvellement urbain : part des heures travaillées, travaux et ingénierie",
    Share.percent(5),
    between=(Share.percent(1), Share.percent(25)),
    source=ANRU,
)
CONVENTION_UPKEEP_RATE = parameter(
    "calibration.convention_upkeep_rate",
    "Convention de renouvellement urbain : part des heures travaillées, gestion de proximité",
    Share.percent(10),
    between=(Share.percent(1), Share.percent(50)),
    source=ANRU,
)


class UrbanRenewal(StrEnum):
    WORKS = "works"
    UPKEEP = "upkeep"

    @property
    def label(self) -> str:
        return {"works": "Travaux et ingénierie", "upkeep": "Gestion urbaine de proximité"}[self]


@dataclass(frozen=True, slots=True)
class UrbanRenewalHours:
    rate: Share
    hours: Hours
    reason: str


@cites(
    ANRU,
    says="Combien d’heures une opération financée par l’ANRU doit-elle au moins ?",
    confidence=Confidence.LIKELY,
)
def urban_renewal_hours(
    production: Hours, kind: UrbanRenewal, *, on: date, practice: Practice = USUAL
) -> UrbanRenewalHours:
    """For the residents of the QPV. LookupError, in French, before the charter."""
    is_works, is_over = kind is UrbanRenewal.WORKS, on > CHARTER_LAST_DAY.value
    if is_over:
        rate = practice.of(CONVENTION_WORKS_RATE if is_works else CONVENTION_UPKEEP_RATE)
    else:
        rate = (WORKS_RATE if is_works else UPKEEP_RATE).on(on)
    hours = hours_of_production(production, rate)
    said = f"{kind.label} : au moins {rate} des {production} travaillées, soit {hours}."
    if is_over:
        said += (
            f" La charte annonçait une période close le {in_full(CHARTER_LAST_DAY.value)} : "
            "vérifiez le taux écrit dans la convention de l'opération."
        )
    return UrbanRenewalHours(rate, hours, typeset(said))
