"""Who may say where a body answers, and that it is away."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.coverage.models import Absence, Coverage
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY


def the_coordination(actor: Actor) -> Q:
    return EVERYBODY if actor.role is Role.COORDINATION else NOBODY


def its_body(actor: Actor) -> Q:
    if actor.role is not Role.FACILITATOR:
        return NOBODY
    return Q(facilitator_id=actor.organisation_id)


def an_admin_there(actor: Actor, organisation: str) -> Q:
    held = Seat.objects.filter(
        person_id=actor.person_id or 0, organisation=OuterRef(organisation), is_admin=True
    )
    return Q(Exists(held))


def a_body(actor: Actor) -> Q:
    """The facilitator body that the actor sits in; any, for the coordination."""
    if actor.role is Role.COORDINATION:
        return Q(kind=Kind.FACILITATOR)
    if actor.role is Role.FACILITATOR:
        return Q(kind=Kind.FACILITATOR, pk=actor.organisation_id)
    return NOBODY


def one_administers(actor: Actor) -> Q:
    """The body of its administrator; any, for the coordination."""
    if actor.role is Role.FACILITATOR:
        return a_body(actor) & an_admin_there(actor, "pk")
    return a_body(actor)


def may_call_off(actor: Actor) -> Q:
    """The coordination; in the body its admins, and whoever is away."""
    mine = Q(person_id=actor.person_id) | an_admin_there(actor, "facilitator_id")
    return the_coordination(actor) | its_body(actor) & mine


COVERAGE_GRANTS: dict[str, Grant] = {
    "coverage.view": lambda actor: its_body(actor) | the_coordination(actor),
    "coverage.report": the_coordination,
    "coverage.cover": the_coordination,
    "coverage.amend": the_coordination,
    "coverage.end": the_coordination,
}

BODY_GRANTS: dict[str, Grant] = {
    "absence.announce": one_administers,
    "hours.say": one_administers,
    "absence.announce_own": lambda actor: (
        a_body(actor) if actor.role is Role.FACILITATOR else NOBODY
    ),
}

ABSENCE_GRANTS: dict[str, Grant] = {
    "absence.view": lambda actor: (
        its_body(actor)
        | the_coordination(actor)
        | (Q(backup_id=actor.organisation_id) if actor.role is Role.FACILITATOR else NOBODY)
    ),
    "absence.call_off": may_call_off,
}

GRANTS = COVERAGE_GRANTS | BODY_GRANTS | ABSENCE_GRANTS
COVERAGES = Policy(Coverage, COVERAGE_GRANTS)
BODIES = Policy(Organisation, BODY_GRANTS)
ABSENCES = Policy(Absence, ABSENCE_GRANTS)
