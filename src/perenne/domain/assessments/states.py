"""The life of a subscription to the forecast."""

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
