"""Among the clauses that may count the same hours, which one comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.french import in_full
from perenne.rules.globalisation.facts import Commitment
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import PRACTICE


class Order(StrEnum):
    FIRST_TO_END = "first_to_end"
    DEAREST = "dearest"
    MOST_OWED = "most_owed"

    @property
    def label(self) -> str:
        return ORDERS[self].label


@dataclass(frozen=True, slots=True)
class Ordering:
    """`rank`: the smaller comes first; `because`: what the explanation says of a clause."""

    code: Order
    label: str
    rank: Callable[[Commitment], int]
    because: Callable[[Commitment], str]
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES


def _end(commitment: Commitment) -> int:
    return commitment.performance.end.toordinal()


def _penalty(commitment: Commitment) -> int:
    return -commitment.penalty.cents


def _owed(commitment: Commitment) -> int:
    return -commitment.owed.minutes


ORDERS = Table(
    "globalisation_orders",
    "Ordre de préférence entre les clauses, après celle du marché où les heures sont travaillées",
    (
        Ordering(
            Order.FIRST_TO_END,
            "le marché qui finit le premier",
            _end,
            lambda clause: f"fin le {in_full(clause.performance.last_day)}",
        ),
        Ordering(
            Order.DEAREST,
            "le marché dont l’heure manquante coûte le plus",
            _penalty,
            lambda clause: f"pénalité de {clause.penalty} par heure",
        ),
        Ordering(
            Order.MOST_OWED,
            "le marché qui doit encore le plus d’heures",
            _owed,
            lambda clause: f"{clause.owed} encore dues",
        ),
    ),
)
ORDER = choice(
    "globalisation.order",
    "Ordre de préférence entre les clauses",
    Order.FIRST_TO_END,
    Order.DEAREST,
    Order.MOST_OWED,
)


@cites(PRACTICE, says="Quelle clause sert-on d’abord ?", confidence=Confidence.VARIES)
def in_order(
    commitments: Sequence[Commitment], *, practice: Practice = USUAL
) -> tuple[Commitment, ...]:
    """The committee's order; at equal rank, the oldest clause first."""
    rank = ORDERS[practice.of(ORDER)].rank
    return tuple(sorted(commitments, key=lambda clause: (rank(clause), clause.clause_id)))
