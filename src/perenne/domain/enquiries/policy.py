"""Who may write, and who may do what with what was written."""

from django.db.models import Q

from perenne.domain.enquiries.models import Enquiry
from perenne.domain.enquiries.states import AT_THE_DESK, DRAFT, ENQUIRY_LIFE
from perenne.domain.organisations.policy import (
    anybody_at_the_door,
    its_people,
    the_coordination,
)
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy


def its_owner(actor: Actor) -> Q:
    """Who is signed in, by their account; and whoever holds the key of the session."""
    owner = NOBODY
    if actor.person_id is not None:
        owner |= Q(person_id=actor.person_id)
    if actor.visitor_key:
        owner |= Q(person=None, visitor_key=actor.visitor_key)
    return owner


def a_draft() -> Q:
    return Q(state=DRAFT)


def the_house(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.HOUSE else NOBODY


def its_body(actor: Actor) -> Q:
    """The facilitator body that it was routed to, once nothing about it is doubted."""
    if actor.role is not Role.FACILITATOR:
        return NOBODY
    return its_people(actor, "recipient_id") & Q(state__in=AT_THE_DESK)


def the_desk(actor: Actor) -> Q:
    return its_body(actor) | the_coordination(actor) & ~a_draft()


def ripe(act: str) -> Q:
    return Q(state__in=ENQUIRY_LIFE.sources(act))


def whoever_holds_its_key(actor: Actor) -> Q:
    """The key was sent to the address that was given, or stands in the session that wrote."""
    return anybody_at_the_door(actor) & ~a_draft()


GRANTS: dict[str, Grant] = {
    "enquiry.write": anybody_at_the_door,
    "enquiry.edit": lambda actor: its_owner(actor) & a_draft(),
    "enquiry.send": lambda actor: its_owner(actor) & ripe("enquiry.send"),
    "enquiry.hold": lambda actor: its_owner(actor) & ripe("enquiry.hold"),
    "enquiry.forget": lambda actor: its_owner(actor) & a_draft() | the_house(actor),
    "enquiry.follow": whoever_holds_its_key,
    "enquiry.withdraw": whoever_holds_its_key,
    "enquiry.view": the_desk,
    "enquiry.take_file": the_desk,
    "enquiry.answer": lambda actor: the_desk(actor) & ripe("enquiry.answer"),
    "enquiry.hand_over": lambda actor: the_desk(actor) & ripe("enquiry.hand_over"),
    "enquiry.close": lambda actor: the_desk(actor) & ripe("enquiry.close"),
    "enquiry.release": lambda actor: the_coordination(actor) & ripe("enquiry.release"),
}
ENQUIRIES = Policy(Enquiry, GRANTS)
