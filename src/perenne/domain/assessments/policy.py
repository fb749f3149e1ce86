"""Who publishes the forecast, who subscribes to it; who may read the bilan of what, the boards."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.assessments.models import Forecast, Subscription
from perenne.domain.assessments.scopes import ScopeKind
from perenne.domain.assessments.states import SUBSCRIPTION_LIFE
from perenne.domain.organisations.models import Kind
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.states import PartyRole
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


def reads_everything(actor: Actor) -> Q:
    """Of the committee: its figures name nobody."""
    return EVERYBODY if actor.role in {Role.COORDINATION, *CLOCKS} else NOBODY


def a_member_of_it(actor: Actor) -> Q:
    """On contracts: a party that answers for it to the buyer, not a subcontractor."""
    theirs = Party.objects.filter(
        contract=OuterRef("pk"), organisation_id=actor.organisation_id or 0
    ).exclude(role=PartyRole.SUBCONTRACTOR.value)
    return of_contracts.a_party_to_it(actor) & Q(Exists(theirs))


def a_buyer_one_follows(actor: Actor) -> Q:
    """On organisations: itself; those whose contracts the facilitator follows."""
    if actor.role is Role.BUYER:
        return Q(kind=Kind.BUYER, pk=actor.organisation_id)
    followed = Contract.objects.filter(of_contracts.at_its_facilitator(actor), buyer=OuterRef("pk"))
    return Q(kind=Kind.BUYER) & (Q(Exists(followed)) | reads_everything(actor))


def a_party_one_follows(actor: Actor) -> Q:
    """On parties: those of its own space; those of the contracts that the facilitator follows."""
    if actor.role in of_contracts.CARRYING_OUT:
        return Q(organisation_id=actor.organisation_id or 0)
    followed = of_contracts.at_its_facilitator(actor, "contract__")
    return followed | reads_everything(actor)


def a_body(actor: Actor) -> Q:
    if actor.role is Role.FACILITATOR:
        return Q(kind=Kind.FACILITATOR, pk=actor.organisation_id)
    return Q(kind=Kind.FACILITATOR) & reads_everything(actor)


def reads_territories(actor: Actor) -> bool:
    """Bilans of an EPCI and of the département: for those who do the work of the committee."""
    return actor.role in of_contracts.FOLLOWING | CLOCKS


BILAN_GRANTS: dict[ScopeKind, Grant] = {
    ScopeKind.CONTRACT: lambda actor: (
        of_contracts.its_people(actor) | a_member_of_it(actor) | reads_everything(actor)
    ),
    ScopeKind.BUYER: a_buyer_one_follows,
    ScopeKind.COMPANY: a_party_one_follows,
    ScopeKind.FACILITATOR: a_body,
}
"""On contracts, organisations, parties, organisations."""

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
