"""Who may ask, who sees it, who answers."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.people.models import Person
from perenne.domain.rights.models import Consent, DataRequest, Limitation
from perenne.domain.rights.states import REQUEST_LIFE, RequestKind, RequestState
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY


def oneself(actor: Actor) -> Q:
    return NOBODY if actor.person_id is None else Q(pk=actor.person_id)


def ones_own(actor: Actor) -> Q:
    return NOBODY if actor.person_id is None else Q(person_id=actor.person_id)


def the_desk(actor: Actor) -> Q:
    """The coordination, once the address is confirmed."""
    if actor.role is not Role.COORDINATION:
        return NOBODY
    return ~Q(state=RequestState.UNCONFIRMED)


def the_desk_for_others(actor: Actor) -> Q:
    """Nobody answers their own request: it takes two."""
    own = Q() if actor.person_id is None else ~Q(person_id=actor.person_id)
    return the_desk(actor) & own


def ripe(act: str) -> Q:
    return Q(state__in=REQUEST_LIFE.sources(act))


def frozen() -> Q:
    still = Limitation.objects.filter(request=OuterRef("pk"), lifted_on=None)
    return Q(kind=RequestKind.LIMITATION, state=RequestState.ANSWERED) & Q(Exists(still))


PERSON_GRANTS: dict[str, Grant] = {
    "data.view": oneself,
    "data.export": oneself,
}
REQUEST_GRANTS: dict[str, Grant] = {
    "request.ask": lambda actor: NOBODY if actor.role is Role.HOUSE else EVERYBODY,
    "request.view": lambda actor: ones_own(actor) | the_desk(actor),
    "request.handle": the_desk,
    "request.confirm": lambda actor: (
        (NOBODY if actor.role is Role.HOUSE else EVERYBODY) & ripe("request.confirm")
    ),
    "request.extend": lambda actor: the_desk_for_others(actor) & ripe("request.extend"),
    "request.answer": lambda actor: the_desk_for_others(actor) & ripe("request.answer"),
    "request.refuse": lambda actor: the_desk_for_others(actor) & ripe("request.refuse"),
    "request.lift": lambda actor: the_desk_for_others(actor) & frozen(),
}
CONSENT_GRANTS: dict[str, Grant] = {
    "consent.give": ones_own,
    "consent.withdraw": lambda actor: (
        NOBODY if actor.role is Role.HOUSE else Q(withdrawn_at=None, ended_on=None)
    ),
}

GRANTS = PERSON_GRANTS | REQUEST_GRANTS | CONSENT_GRANTS
PEOPLE = Policy(Person, PERSON_GRANTS)
REQUESTS = Policy(DataRequest, REQUEST_GRANTS)
CONSENTS = Policy(Consent, CONSENT_GRANTS)
