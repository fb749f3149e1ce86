"""Which grounds are told of together: no public figure speaks of health, of justice, of asylum."""

from __future__ import annotations

from enum import StrEnum

from perenne.rules.eligibility.categories import EligibilityCategory
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import INSEE_SECRECY, STATISTICAL_SECRECY


class Family(StrEnum):
    STRUCTURE = "structure"
    UNEMPLOYED = "unemployed"
    ALLOWANCE = "allowance"
    YOUNG = "young"
    SENIOR = "senior"
    PLACE = "place"
    OTHER = "other"
    UNKNOWN = "?"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Family.STRUCTURE: "Salariés d’une structure d’insertion, d’un GEIQ, d’une régie de quartier",
    Family.UNEMPLOYED: "Demandeurs d’emploi de longue durée",
    Family.ALLOWANCE: "Allocataires de minima sociaux",
    Family.YOUNG: "Jeunes de moins de 26 ans",
    Family.SENIOR: "Personnes de 50 ans et plus",
    Family.PLACE: "Habitants d’un quartier prioritaire ou d’une zone rurale",
    Family.OTHER: "Autres situations",
    Family.UNKNOWN: "Non renseigné",
}
_ = EligibilityCategory
FAMILIES = {
    Family.STRUCTURE: {
        _.IAE_EI, _.IAE_ACI, _.IAE_ETTI, _.IAE_AI, _.IAE_EITI, _.FORMER_IAE, _.GEIQ, _.REGIE,
        _.EPIDE, _.E2C, _.PLIE,
    },
    Family.UNEMPLOYED: {_.DELD, _.DETLD},
    Family.ALLOWANCE: {_.RSA, _.ASS, _.INSERTION_ALLOWANCE},
    Family.YOUNG: {_.UNQUALIFIED_YOUTH, _.GRADUATE_YOUTH, _.FOLLOWED_YOUTH},
    Family.SENIOR: {_.SENIOR},
    Family.PLACE: {_.QPV, _.RURAL_ZONE},
}  # fmt: skip


@cites(
    STATISTICAL_SECRECY,
    INSEE_SECRECY,
    says="Sous quelle famille de publics une personne est-elle comptée en public ?",
    confidence=Confidence.VARIES,
)
def family_of(ground: str) -> Family:
    """Of the main ground of a person; whatever is sensitive is « autres situations »."""
    if ground not in set(EligibilityCategory):
        return Family.UNKNOWN
    of = EligibilityCategory(ground)
    return next((family for family, grounds in FAMILIES.items() if of in grounds), Family.OTHER)
