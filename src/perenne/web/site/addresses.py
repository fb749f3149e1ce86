"""Where each text of the library stands on the site."""

from django.urls import reverse

from perenne.domain.library.queries import Kind, Section, TextCard


class SectionConverter:
    """The first part of the address of a page: « acheteurs », « entreprises »…"""

    regex = "|".join(section.slug for section in Section)

    def to_python(self, value: str) -> Section:
        return next(section for section in Section if section.slug == value)

    def to_url(self, value: Section) -> str:
        return value.slug


def address_of(card: TextCard) -> str:
    return address(card.kind, card.section, card.slug)


def address(kind: Kind, section: Section, slug: str) -> str:
    if kind is Kind.QUESTION:
        return reverse("site:question", args=[slug])
    if kind is Kind.NEWS:
        return reverse("site:news_item", args=[slug])
    if slug == section.slug:
        return reverse("site:section", args=[section])
    return reverse("site:page", args=[section, slug])
