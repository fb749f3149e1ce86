"""The fourteen purchase segments of the committee, and how a planned purchase is told to be one."""

from enum import StrEnum


class Segment(StrEnum):
    """Closed list: the seed of the project names these fourteen."""

    WORKS = "works"
    GREEN_SPACES = "green_spaces"
    CLEANING = "cleaning"
    STREET_CLEANING = "street_cleaning"
    ENVIRONMENT = "environment"
    SECURITY = "security"
    WASTE = "waste"
    CATERING = "catering"
    RECEPTION = "reception"
    PRINT = "print"
    DELEGATED_FACILITIES = "delegated_facilities"
    IT_SUPPORT = "it_support"
    SURVEYS = "surveys"
    ENGINEERING = "engineering"
