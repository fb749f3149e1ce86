"""What a text is, and for whom: closed lists that addresses are made of."""

from enum import StrEnum


class Kind(StrEnum):
    PAGE = "page"
    QUESTION = "question"
    NEWS = "news"

    @property
    def label(self) -> str:
        return KIND_LABELS[self]


class Section(StrEnum):
    """Whom a text speaks to; `slug` is the first part of the address of its pages."""

    BUYERS = "buyers"
    COMPANIES = "companies"
    STRUCTURES = "structures"
    PEOPLE = "people"
    COMMITTEE = "committee"
    LEGAL = "legal"

    @property
    def slug(self) -> str:
        return SLUGS[self]

    @property
    def label(self) -> str:
        return SECTION_LABELS[self]


KIND_LABELS = {Kind.PAGE: "Page", Kind.QUESTION: "Question", Kind.NEWS: "Actualité"}
SLUGS = {
    Section.BUYERS: "acheteurs",
    Section.COMPANIES: "entreprises",
    Section.STRUCTURES: "structures",
    Section.PEOPLE: "personnes",
    Section.COMMITTEE: "comite",
    Section.LEGAL: "informations",
}
SECTION_LABELS = {
    Section.BUYERS: "Je suis acheteur",
    Section.COMPANIES: "Je suis une entreprise",
    Section.STRUCTURES: "Je suis une structure d’insertion ou du handicap",
    Section.PEOPLE: "Je cherche un emploi",
    Section.COMMITTEE: "Le comité",
    Section.LEGAL: "Informations légales",
}
