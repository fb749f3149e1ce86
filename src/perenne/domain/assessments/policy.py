"""Who publishes the forecast, who subscribes to it; who steers by the boards."""

from django.db.models import Q

from perenne.domain.assessments.models import Forecast, Subscription
from perenne.domain.assessments.states import SUBSCRIPTION_LIFE
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement import policy as of_contracts
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY
CLOCKS = {Role.HOUSE, Role.COMMAND}


def the_house(actor: Actor) -> Q:
    return EVERYBODY if actor.role in CLOCKS else NOBODY


def anybody(actor: Actor) -> Q:
    """What they may act on is told by the address that they were sent, which is signed."""
    return NOBODY if actor.role in CLOCKS else EVERYBODY


FORECAST_GRANTS: dict[str, Grant] = {"forecast.publish": the_house}
SUBSCRIPTION_GRANTS: dict[str, Grant] = {
    "subscription.ask": anybody,
    "subscription.confirm": lambda actor: (
        anybody(actor) & Q(state__in=SUBSCRIPTION_LIFE.sources("subscription.confirm"))
    ),
    "subscription.end": anybody,
}

BOARD_GRANTS: dict[str, Grant] = {
    "board.view": lambda actor: (
        of_contracts.at_its_facilitator(actor) | of_contracts.the_coordination(actor)
    ),
}

GRANTS = FORECAST_GRANTS | SUBSCRIPTION_GRANTS | BOARD_GRANTS
FORECASTS = Policy(Forecast, FORECAST_GRANTS)
SUBSCRIPTIONS = Policy(Subscription, SUBSCRIPTION_GRANTS)
BOARDS = Policy(EligibilityFile, BOARD_GRANTS)
"""On persons to verify: the coordination counts them, and reads the file of none."""
