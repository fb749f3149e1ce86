"""A text of the library made ready to be shown: its HTML, its blocks, its address, its dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from perenne.domain.library.queries import Block, TextCard, Word
from perenne.kit.markdown import html_of, parts_of, with_french_spaces, with_words
from perenne.rules.french import in_full
from perenne.web.site.addresses import address_of
from perenne.web.site.blocks.filling import html_of_block


@dataclass(frozen=True, slots=True)
class ShownText:
    title: str
    summary: str
    html: SafeString
    url: str
    since: str
    checked: str
    responsible: str
    published_on: date


def words() -> dict[str, str]:
    """The names that the settings give to this installation."""
    return {Word.CARRIER.value: settings.CARRIER, Word.COMMITTEE.value: settings.COMMITTEE}


def shown(card: TextCard, *, under: int = 1, with_blocks: bool = True) -> ShownText:
    """`under` is the level of the heading above; without blocks, no other query is made."""
    said = card.said
    return ShownText(
        title=with_french_spaces(said.title),
        summary=with_french_spaces(said.summary),
        html=rendered(said.body, under=under, with_blocks=with_blocks),
        url=address_of(card),
        since=in_full(said.valid_since),
        checked=in_full(said.checked_on),
        responsible=said.responsible,
        published_on=card.published_on or said.checked_on,
    )


def all_shown(cards: Iterable[TextCard], *, under: int = 1) -> list[ShownText]:
    return [shown(card, under=under, with_blocks=False) for card in cards]


def rendered(body: str, *, under: int = 1, with_blocks: bool = True) -> SafeString:
    """The whole text as HTML."""
    text = with_words(body, words())
    if not with_blocks:
        return html_of(text, under=under)
    pieces = [
        html_of_block(Block(part.block)) if part.block else part.html
        for part in parts_of(text, under=under)
    ]
    return mark_safe("".join(pieces))  # noqa: S308 - cleaned Markdown, and templates that escape


def whole_address(request: HttpRequest) -> str:
    """The address of this page for those who are elsewhere, without what was asked in it."""
    return f"{settings.ADDRESS}{request.path}"
