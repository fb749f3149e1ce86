"""A subscription, behind the signed address that its holder was sent."""

from dataclasses import dataclass

from perenne.domain.assessments.models import Subscription
from perenne.domain.assessments.states import SubscriptionState
from perenne.domain.rights.queries.links import behind, key_of
from perenne.domain.territories.models import Epci
from perenne.kit.refusals import NotFound
from perenne.rules.segments import Segment

CONFIRM, END = "assessments.confirm", "assessments.end"
CONFIRM_WITHIN = 72 * 3600


@dataclass(frozen=True, slots=True)
class SubscriptionCard:
    id: int
    state: SubscriptionState
    segments: tuple[str, ...]
    epcis: tuple[str, ...]


def key_for(purpose: str, subscription_id: int) -> str:
    return key_of(purpose, subscription_id)


def subscription_behind(purpose: str, key: str) -> SubscriptionCard:
    """NotFound for a key that is forged or too old, and once the subscription is over."""
    row = Subscription.objects.filter(pk=number_behind(purpose, key)).first()
    if row is None:
        raise NotFound(key)
    names = Epci.objects.filter(code__in=row.epcis).order_by("name").values_list("name", flat=True)
    return SubscriptionCard(
        row.pk,
        SubscriptionState(row.state),
        tuple(Segment(code).label for code in row.segments),
        tuple(names),
    )


def number_behind(purpose: str, key: str) -> int:
    """An address that ends a subscription never grows old: its mail may be read years later."""
    return behind(purpose, key, within=CONFIRM_WITHIN if purpose == CONFIRM else None)
