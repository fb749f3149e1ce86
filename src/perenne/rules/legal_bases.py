"""Which of the five possibilities of the Code de la commande publique fits a lot."""

from enum import StrEnum


class LegalBasis(StrEnum):
    """The devices on which a clause may stand."""

    PERFORMANCE_CONDITION = "performance_condition"
    CONDITION_AND_CRITERION = "condition_and_criterion"
    SUBJECT_MATTER = "subject_matter"
    RESERVED_INCLUSION = "reserved_inclusion"
    RESERVED_SOCIAL_ECONOMY = "reserved_social_economy"
