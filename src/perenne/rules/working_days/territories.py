"""The places of France whose public holidays differ."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import LOCAL_HOLIDAYS, OVERSEAS_HOLIDAYS


class Territory(StrEnum):
    """Where a delay is counted. Good Friday is a fact of the commune, hence a value of its own."""

    METROPOLE = "metropole"
    ALSACE_MOSELLE = "alsace_moselle"
    ALSACE_MOSELLE_GOOD_FRIDAY = "alsace_moselle_good_friday"
    GUADELOUPE = "guadeloupe"
    MARTINIQUE = "martinique"
    GUYANE = "guyane"
    REUNION = "reunion"
    MAYOTTE = "mayotte"
    SAINT_BARTHELEMY = "saint_barthelemy"
    SAINT_MARTIN = "saint_martin"

    @property
    def label(self) -> str:
        return TERRITORY_LABELS[self]


TERRITORY_LABELS = {
    Territory.METROPOLE: "France métropolitaine",
    Territory.ALSACE_MOSELLE: "Alsace et Moselle, commune sans temple",
    Territory.ALSACE_MOSELLE_GOOD_FRIDAY: "Alsace et Moselle, commune ayant un temple",
    Territory.GUADELOUPE: "Guadeloupe",
    Territory.MARTINIQUE: "Martinique",
    Territory.GUYANE: "Guyane",
    Territory.REUNION: "La Réunion",
    Territory.MAYOTTE: "Mayotte",
    Territory.SAINT_BARTHELEMY: "Saint-Barthélemy",
    Territory.SAINT_MARTIN: "Saint-Martin",
}

# Code of the department in the official geographical code; 6AE is the European collectivity.
BY_DEPARTMENT: Mapping[str, Territory] = {
    "57": Territory.ALSACE_MOSELLE,
    "67": Territory.ALSACE_MOSELLE,
    "68": Territory.ALSACE_MOSELLE,
    "6AE": Territory.ALSACE_MOSELLE,
    "971": Territory.GUADELOUPE,
    "972": Territory.MARTINIQUE,
    "973": Territory.GUYANE,
    "974": Territory.REUNION,
    "976": Territory.MAYOTTE,
    "977": Territory.SAINT_BARTHELEMY,
    "978": Territory.SAINT_MARTIN,
}


@cites(
    LOCAL_HOLIDAYS,
    OVERSEAS_HOLIDAYS,
    says="Quels jours fériés locaux ce département a-t-il ?",
    confidence=Confidence.SURE,
)
def territory_of(department_code: str, *, protestant_church: bool = False) -> Territory:
    """Of the commune where the contract is performed; a mixed church counts as a Protestant one."""
    territory = BY_DEPARTMENT.get(department_code, Territory.METROPOLE)
    if protestant_church and territory is Territory.ALSACE_MOSELLE:
        return Territory.ALSACE_MOSELLE_GOOD_FRIDAY
    return territory
