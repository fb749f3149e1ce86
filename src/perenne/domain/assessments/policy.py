"""Who publishes the forecast, who subscribes to it; who may read the bilan of what, the boards."""

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast, Left

from perenne.domain.assessments.models import (
    Fact,
    Footing,
    Forecast,
    FrozenBilan,
    SegmentTally,
    Statistics,
    Subscription,
)
from perenne.domain.assessments.scopes import ScopeKind
from perenne.domain.assessments.states import SUBSCRIPTION_LIFE
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.policy import carried_by
from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy, is_void

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


def or_everything(actor: Actor, granted: Q) -> Q:
    """All of the committee for those who may read its figures, which name nobody; otherwise these.

    Not an « or » of both: it would read what the second is told by, for nothing.
    """
    return EVERYBODY if actor.role in {Role.COORDINATION, *CLOCKS} else granted


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
    return Q(kind=Kind.BUYER) & or_everything(actor, Q(Exists(followed)))


def a_party_one_follows(actor: Actor) -> Q:
    """On parties: those of its own space; those of the contracts that the facilitator follows."""
    if actor.role in of_contracts.CARRYING_OUT:
        return Q(organisation_id=actor.organisation_id or 0)
    return or_everything(actor, of_contracts.at_its_facilitator(actor, "contract__"))


def a_body(actor: Actor) -> Q:
    if actor.role is Role.FACILITATOR:
        return Q(kind=Kind.FACILITATOR, pk=actor.organisation_id)
    return Q(kind=Kind.FACILITATOR) & or_everything(actor, NOBODY)


def reads_territories(actor: Actor) -> bool:
    """Bilans of an EPCI and of the département: for those who do the work of the committee."""
    return actor.role in of_contracts.FOLLOWING | CLOCKS


BILAN_GRANTS: dict[ScopeKind, Grant] = {
    ScopeKind.CONTRACT: lambda actor: or_everything(
        actor, of_contracts.its_people(actor) | a_member_of_it(actor)
    ),
    ScopeKind.BUYER: a_buyer_one_follows,
    ScopeKind.COMPANY: a_party_one_follows,
    ScopeKind.FACILITATOR: a_body,
}
"""On contracts, organisations, parties, organisations."""


READERS = of_contracts.FOLLOWING | of_contracts.CARRYING_OUT | {Role.BUYER}


def has_bilans(actor: Actor) -> Q:
    """Of which scopes is told by `BILAN_GRANTS`."""
    return EVERYBODY if actor.role in READERS else NOBODY


def frozen_of(actor: Actor) -> Q:
    """On frozen bilans: those of the scopes whose living bilan they may read."""
    if actor.role not in READERS:
        return NOBODY
    number, siren = Cast("pk", CharField()), Left("siret", 9)
    things = {
        ScopeKind.CONTRACT: (Contract, number),
        ScopeKind.BUYER: (Organisation, number),
        ScopeKind.COMPANY: (Party, siren),
        ScopeKind.FACILITATOR: (Organisation, number),
    }
    found = NOBODY
    for kind, (model, key) in things.items():
        granted = BILAN_GRANTS[kind](actor)
        if not is_void(granted):
            keys = model._default_manager.filter(granted).values_list(key, flat=True)
            found |= Q(scope_kind=kind.value, scope_key__in=keys)
    if reads_territories(actor):
        found |= Q(scope_kind__in=[ScopeKind.EPCI.value, ScopeKind.DEPARTMENT.value])
    return found


def writes_bilans(actor: Actor) -> Q:
    return EVERYBODY if actor.role in of_contracts.FOLLOWING else NOBODY


FROZEN_GRANTS: dict[str, Grant] = {
    "bilan.list": has_bilans,
    "bilan.view": frozen_of,
    "bilan.write": writes_bilans,
    "bilan.freeze": writes_bilans,
    "bilan.sign": frozen_of,
}


def carried(actor: Actor) -> Q:
    """On what is kept of commitments: those of which it carries a part, and not below another."""
    theirs = carried_by(actor, members_only=True)
    if is_void(theirs):
        return NOBODY
    return Q(commitment__in=Commitment.objects.filter(theirs).values("pk"))


def the_committee(actor: Actor) -> Q:
    """The clock, or the coordination when it does not wait for the night."""
    return EVERYBODY if actor.role in {Role.COORDINATION, *CLOCKS} else NOBODY


CONSOLIDATION_GRANTS: dict[str, Grant] = {
    "bilan.consolidate": lambda actor: EVERYBODY if actor.role in of_contracts.FOLLOWING else NOBODY
}
BOARD_GRANTS: dict[str, Grant] = {
    "board.view": lambda actor: (
        of_contracts.at_its_facilitator(actor) | of_contracts.the_coordination(actor)
    ),
}
FOOTING_GRANTS: dict[str, Grant] = {
    "pace.view": lambda actor: of_contracts.seen_by_its_people(actor) | carried(actor),
    "exposure.view": of_contracts.seen_by_its_people,
}
"""Those of `compliance`, on what is kept of the same commitments."""
STATISTICS_GRANTS: dict[str, Grant] = {"statistics.publish": the_committee}
FOLDING_GRANTS: dict[str, Grant] = {"bilan.fold": the_house}
GRANTS = {
    **FORECAST_GRANTS,
    **SUBSCRIPTION_GRANTS,
    **FOLDING_GRANTS,
    **FROZEN_GRANTS,
    **STATISTICS_GRANTS,
    **CONSOLIDATION_GRANTS,
    **BOARD_GRANTS,
}
CONSOLIDATIONS_OF = Policy(Fact, CONSOLIDATION_GRANTS)
BILANS = Policy(Fact, FOLDING_GRANTS)
FOOTINGS = Policy(Footing, FOOTING_GRANTS)
FORECASTS = Policy(Forecast, FORECAST_GRANTS)
STATISTICS = Policy(Statistics, STATISTICS_GRANTS)
SUBSCRIPTIONS = Policy(Subscription, SUBSCRIPTION_GRANTS)
FROZEN_BILANS = Policy(FrozenBilan, FROZEN_GRANTS)
BOARDS = Policy(EligibilityFile, BOARD_GRANTS)
"""On persons to verify: the coordination counts them, and reads the file of none."""
TALLIES = Policy(SegmentTally, BOARD_GRANTS)
