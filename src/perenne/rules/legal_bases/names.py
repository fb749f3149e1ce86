"""The five possibilities of the Code de la commande publique: names and articles."""

from enum import StrEnum

from perenne.rules import texts
from perenne.rules.law import Source


class LegalBasis(StrEnum):
    """The devices on which a clause may stand."""

    PERFORMANCE_CONDITION = "performance_condition"
    CONDITION_AND_CRITERION = "condition_and_criterion"
    SUBJECT_MATTER = "subject_matter"
    RESERVED_INCLUSION = "reserved_inclusion"
    RESERVED_SOCIAL_ECONOMY = "reserved_social_economy"

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def articles(self) -> tuple[Source, ...]:
        """The texts of a public contract; concessions and private contracts have their own."""
        return ARTICLES[self]


LABELS = {
    LegalBasis.PERFORMANCE_CONDITION: "Condition d’exécution",
    LegalBasis.CONDITION_AND_CRITERION: "Condition d’exécution et critère d’attribution",
    LegalBasis.SUBJECT_MATTER: "Marché de services d’insertion et de qualification",
    LegalBasis.RESERVED_INCLUSION: "Marché ou lot réservé à l’insertion et au handicap",
    LegalBasis.RESERVED_SOCIAL_ECONOMY: "Marché réservé à l’économie sociale et solidaire",
}

ARTICLES = {
    LegalBasis.PERFORMANCE_CONDITION: (texts.CONDITION,),
    LegalBasis.CONDITION_AND_CRITERION: (texts.CONDITION, texts.CRITERION, texts.CRITERION_LIST),
    LegalBasis.SUBJECT_MATTER: (texts.NEEDS, texts.SOCIAL_SERVICES),
    LegalBasis.RESERVED_INCLUSION: (
        texts.RESERVED_DISABLED,
        texts.RESERVED_INCLUSION,
        texts.RESERVED_BOTH,
        texts.RESERVED_SHARE,
    ),
    LegalBasis.RESERVED_SOCIAL_ECONOMY: (texts.RESERVED_ESS, texts.RESERVED_ESS_LIMITS),
}
