"""In which employment basin a contract is carried out: no official list is read here.

The committee holds that the territory of its facilitator is one, or that each intercommunality is.
"""

from __future__ import annotations

from enum import StrEnum

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import AQUAREEL_2025


class Basin(StrEnum):
    TERRITORY = "territory"
    INTERCOMMUNALITY = "intercommunality"

    @property
    def label(self) -> str:
        return {
            Basin.TERRITORY: "le territoire du facilitateur",
            Basin.INTERCOMMUNALITY: "l’intercommunalité",
        }[self]


BASIN = choice(
    "globalisation.basin",
    "Bassin d’emploi dans lequel les heures se globalisent",
    Basin.TERRITORY,
    Basin.INTERCOMMUNALITY,
)


@cites(
    AQUAREEL_2025,
    says="Dans quel bassin d’emploi ce marché est-il exécuté ?",
    confidence=Confidence.VARIES,
)
def basin_of(epci: str, *, practice: Practice = USUAL) -> str:
    """A name to compare, empty when it opposes nothing. `epci`: its code, empty if not known."""
    return epci if practice.of(BASIN) is Basin.INTERCOMMUNALITY else ""
