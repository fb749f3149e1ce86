"""The ready clauses on their shelf, and the articles of them in which words are found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.segments import find_segment
from perenne.rules.segments.matching import stems
from perenne.rules.wording import ClauseTerms, Piece, Section
from perenne.web.tools.clause.form import BUYER, CONTRACT, NOBODY, SEGMENT
from perenne.web.tools.devices import DEVICES, DeviceCard, pieces_of
from perenne.web.tools.picks import slug_of

MODEL = ClauseTerms(BUYER, CONTRACT, SEGMENT, LegalBasis.PERFORMANCE_CONDITION, None, NOBODY)


@dataclass(frozen=True, slots=True)
class Article:
    """Where words are found: a section of a piece, and the piece to go to."""

    piece: str
    piece_title: str
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    device: DeviceCard
    articles: tuple[Article, ...]


def found_on_shelf(*, device: str, words: str) -> tuple[Found, ...]:
    """Without words, every clause; with them, those that hold them all, and where.

    A trade is in no text: when words name one and nothing more, every clause suits it.
    """
    kept = [card for card in DEVICES if device in ("", card.slug)]
    wanted = frozenset(stems(words).split())
    if not wanted:
        return tuple(Found(card, ()) for card in kept)
    found = [Found(card, _articles(card, wanted)) for card in kept]
    holding = [it for it in found if it.articles or wanted <= _words_of_card(it.device)]
    if not holding and segment_in(words):
        return tuple(found)
    return tuple(holding)


def segment_in(words: str) -> tuple[str, str] | None:
    """The segment that these words name, as an address says it, and its label."""
    found = find_segment(words, None).segment if words else None
    return (slug_of(found.label), found.label) if found else None


@cache
def _pieces(basis: LegalBasis) -> tuple[Piece, ...]:
    return pieces_of(replace(MODEL, basis=basis))


@cache
def _indexed(basis: LegalBasis) -> tuple[tuple[Article, frozenset[str]], ...]:
    return tuple(
        (Article(piece.code, piece.title, section.title), _words_in(piece, section))
        for piece in _pieces(basis)
        for section in piece.sections
    )


def _words_in(piece: Piece, section: Section) -> frozenset[str]:
    text = Piece(piece.code, "", (section,)).as_text()
    return frozenset(stems(text).split())


@cache
def _words_of_card(card: DeviceCard) -> frozenset[str]:
    return frozenset(stems(f"{card.label} {card.why} {card.when}").split())


def _articles(card: DeviceCard, wanted: frozenset[str]) -> tuple[Article, ...]:
    return tuple(article for article, words in _indexed(card.basis) if wanted <= words)
