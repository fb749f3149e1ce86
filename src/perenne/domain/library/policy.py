"""Who may do what to a text: everybody reads what is published, the coordination writes."""

from django.db.models import Q

from perenne.domain.library.models import Text
from perenne.domain.library.states import TEXT_LIFE, TextState
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYTHING = ~NOBODY


def the_coordination(actor: Actor) -> Q:
    return EVERYTHING if actor.role is Role.COORDINATION else NOBODY


def the_house(actor: Actor) -> Q:
    return EVERYTHING if actor.role is Role.HOUSE else NOBODY


def ripe(act: str) -> Q:
    return Q(state__in=TEXT_LIFE.sources(act))


GRANTS: dict[str, Grant] = {
    "text.read": lambda _actor: Q(state=TextState.PUBLISHED),
    "text.edit": the_coordination,
    "text.open": the_coordination,
    "text.write": the_coordination,
    "text.restore": the_coordination,
    "text.publish": lambda actor: the_coordination(actor) & ripe("text.publish"),
    "text.withdraw": lambda actor: the_coordination(actor) & ripe("text.withdraw"),
    "text.load": the_house,
}
TEXTS = Policy(Text, GRANTS)
