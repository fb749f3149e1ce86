"""A text as it is read: where it stands, what it says, since when and who answers for it."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.library.models import Kind, Revision, Section, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one revision says: everything that the coordination may write."""

    title: str
    body: str
    valid_since: date
    checked_on: date
    responsible: str
    summary: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class TextCard:
    id: int
    kind: Kind
    section: Section
    slug: str
    number: int
    said: Said
    published_on: date | None


def said_in(revision: Revision) -> Said:
    return Said(
        title=revision.title,
        body=revision.body,
        valid_since=revision.valid_since,
        checked_on=revision.checked_on,
        responsible=revision.responsible,
        summary=revision.summary,
        keywords=revision.keywords,
    )


def card_of(revision: Revision) -> TextCard:
    """Its text must have come with it (`select_related`)."""
    text: Text = revision.text
    return TextCard(
        id=text.pk,
        kind=Kind(text.kind),
        section=Section(text.section),
        slug=text.slug,
        number=revision.number,
        said=said_in(revision),
        published_on=text.published_on,
    )
