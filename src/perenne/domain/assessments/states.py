"""The life of a subscription to the forecast; what a bilan says in words."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class SubscriptionState(StrEnum):
    ASKED = "asked"
    ACTIVE = "active"

    @property
    def label(self) -> str:
        return {
            SubscriptionState.ASKED: "À confirmer",
            SubscriptionState.ACTIVE: "En cours",
        }[self]


ASKED, ACTIVE = SubscriptionState

SUBSCRIPTION_LIFE = Machine(
    {"subscription.confirm": Move(frozenset({ASKED}), ACTIVE, "Confirmer l’abonnement")},
    start=ASKED,
)


class Block(StrEnum):
    """What a bilan says in words, in the order in which it is read."""

    CONTEXT = "context"
    HIGHLIGHTS = "highlights"
    DIFFICULTIES = "difficulties"
    PERSPECTIVES = "perspectives"

    @property
    def label(self) -> str:
        return BLOCK_LABELS[self]


BLOCK_LABELS = {
    Block.CONTEXT: "Contexte",
    Block.HIGHLIGHTS: "Faits marquants",
    Block.DIFFICULTIES: "Difficultés",
    Block.PERSPECTIVES: "Perspectives",
}
