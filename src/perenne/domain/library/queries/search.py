"""Questions found by words that may be misspelt: PostgreSQL compares them three letters at a time.

A question counts for the words that it contains, the rarer the more: « heures » is everywhere and
says little, « globalisation » says all.
"""

from math import sqrt

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import FloatField, Value
from django.db.models.functions import Greatest

from perenne.domain.library.models import Kind
from perenne.domain.library.queries.cards import TextCard, card_of
from perenne.domain.library.queries.public import shown
from perenne.values import fold

SAID_FOR_NOTHING = """
a ai alors apres au aux avec avoir ca ce ces cet cette c ceux comme comment d dans de des dois doit
du elle en est et etre eu fait faire faut il ils j je l la le les leur lui m ma mais me mes mon n ne
nos notre nous on ont ou par pas peut peux plus pour qu que quel quelle quels quelles qui quoi s sa
se sera ses si son sont sur t ta te tes ton tu un une va vais veut veux vos votre vous y
"""
EMPTY = frozenset(SAID_FOR_NOTHING.split())
MOST_WORDS = 8
LONGEST_WORD = 40
IN_TITLE, IN_BODY = 1.0, 0.6
ALIKE = 0.5
"""From this likeness on, a word is taken for the one that was meant."""
ENOUGH = 0.45
"""What share of the weight of the words asked must be found in a question."""


def words_of(asked: str) -> list[str]:
    """The words that mean something, once each, as they are compared."""
    said = [word[:LONGEST_WORD] for word in fold(asked[:400]).split()]
    kept = [word for word in said if word not in EMPTY] or said
    return list(dict.fromkeys(kept))[:MOST_WORDS]


def search_questions(asked: str, *, most: int = 8) -> list[TextCard]:
    """The best first; nothing when nothing resembles. One query."""
    words = words_of(asked)
    if not words:
        return []
    likeness = {f"word_{number}": _likeness(word) for number, word in enumerate(words)}
    rows = list(shown(Kind.QUESTION).annotate(**likeness))
    found = {name: [_counted(getattr(row, name)) for row in rows] for name in likeness}
    weight = {name: _rarity(scores) for name, scores in found.items()}
    whole = sum(weight.values())
    ranked = sorted(
        (
            (sum(weight[name] * found[name][at] for name in likeness) / whole, -at, row)
            for at, row in enumerate(rows)
        ),
        key=lambda scored: scored[:2],
        reverse=True,
    )
    return [card_of(row) for score, _, row in ranked[:most] if score >= ENOUGH]


def _likeness(word: str) -> Greatest:
    return Greatest(
        TrigramWordSimilarity(word, "folded_title") * Value(IN_TITLE, FloatField()),
        TrigramWordSimilarity(word, "folded_body") * Value(IN_BODY, FloatField()),
        output_field=FloatField(),
    )


def _counted(likeness: float) -> float:
    return likeness if likeness >= ALIKE * IN_BODY else 0.0


def _rarity(scores: list[float]) -> float:
    """1 for a word that one question alone contains, towards 0 for one that all of them do."""
    holding = sum(1 for score in scores if score)
    return 1.0 / sqrt(max(1, holding))
