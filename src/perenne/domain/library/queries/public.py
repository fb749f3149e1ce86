"""What everybody reads: the revisions that are shown, one query each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet

from perenne.domain.library.models import Kind, Revision, Section
from perenne.domain.library.policy import TEXTS
from perenne.domain.library.queries.cards import TextCard, card_of
from perenne.kit.actors import VISITOR
from perenne.kit.refusals import NotFound


def shown(kind: Kind | None = None) -> "QuerySet[Revision]":
    """The revision of each published text that visitors read, in the order of the site."""
    texts = TEXTS.rows("text.read", VISITOR)
    if kind is not None:
        texts = texts.filter(kind=kind)
    return (
        Revision.objects.filter(text__in=texts, number=F("text__shown_number"))
        .select_related("text")
        .order_by("text__section", "text__position", "text_id")
    )


def published() -> list[TextCard]:
    return [card_of(row) for row in shown()]


def pages_of(section: Section) -> list[TextCard]:
    """Its front page first where there is one: its slug is that of the section."""
    rows = [card_of(row) for row in shown(Kind.PAGE).filter(text__section=section)]
    return sorted(rows, key=lambda card: card.slug != section.slug)


def page_called(section: Section, slug: str) -> TextCard:
    return _one(shown(Kind.PAGE).filter(text__section=section, text__slug=slug))


def text_called(kind: Kind, slug: str) -> TextCard:
    return _one(shown(kind).filter(text__slug=slug))


def questions() -> list[TextCard]:
    return [card_of(row) for row in shown(Kind.QUESTION)]


def edition_of(kind: Kind) -> tuple[Any, ...]:
    """What changes when anything that visitors read of this kind does, and nothing but that.

    Revisions never change: where a text stands and the number that is shown say it all.
    """
    texts = TEXTS.rows("text.read", VISITOR).filter(kind=kind)
    rows = texts.order_by("section", "position", "pk")
    return tuple(rows.values_list("pk", "shown_number", "section", "position", "slug"))


def questions_called(slugs: Iterable[str]) -> dict[str, TextCard]:
    """Those of them that are published, by their slug: one query."""
    rows = shown(Kind.QUESTION).filter(text__slug__in=set(slugs))
    return {row.text.slug: card_of(row) for row in rows}


def latest_news(most: int) -> list[TextCard]:
    rows = shown(Kind.NEWS).order_by("-text__published_on", "-text_id")
    return [card_of(row) for row in rows[:most]]


def _one(rows: "QuerySet[Revision]") -> TextCard:
    row = rows.first()
    if row is None:
        raise NotFound("text")
    return card_of(row)
