"""Who sees which mails and reminders, who chooses how they come."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from perenne.domain.notices.models import AgendaLink, Inbox, Preference, Reminder
from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.people.models import Person
from perenne.kit.actors import Actor, Role
from perenne.kit.mails.models import Mail
from perenne.kit.policy import NOBODY, Grant, Policy


def at_their_address(actor: Actor) -> Q:
    """What comes to them, or to the box of the organisation that they act for."""
    if actor.person_id is None:
        return NOBODY
    own = Person.objects.filter(pk=actor.person_id).values(lower=Lower("email"))
    boxes = Organisation.objects.filter(
        Exists(Inbox.objects.filter(organisation=OuterRef("pk"))), pk=actor.organisation_id or 0
    )
    return Q(address__in=own) | Q(address__in=boxes.values(lower=Lower("email")))


def the_coordination(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.COORDINATION else NOBODY


def its_facilitator(actor: Actor) -> Q:
    if actor.role is not Role.FACILITATOR:
        return NOBODY
    return Q(facilitator_id=actor.organisation_id)


def themselves(actor: Actor) -> Q:
    return NOBODY if actor.person_id is None else Q(person_id=actor.person_id)


def its_administrator(actor: Actor) -> Q:
    """On organisations: the one they act for and administer, where an address is known."""
    held = Seat.objects.filter(
        person_id=actor.person_id or 0, organisation=OuterRef("pk"), is_admin=True
    )
    return Q(Exists(held), pk=actor.organisation_id or 0)


def the_house(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.HOUSE else NOBODY


MAIL_GRANTS: dict[str, Grant] = {
    "notice.sent": lambda actor: at_their_address(actor) | the_coordination(actor),
}
REMINDER_GRANTS: dict[str, Grant] = {
    "notice.ahead": lambda actor: at_their_address(actor) | the_coordination(actor),
    "notice.take_over": its_facilitator,
    "notice.remind": the_house,
}
PREFERENCE_GRANTS: dict[str, Grant] = {"notice.prefer": themselves}
AGENDA_GRANTS: dict[str, Grant] = {"agenda.open": themselves, "agenda.close": themselves}
INBOX_GRANTS: dict[str, Grant] = {
    "notice.open_inbox": its_administrator,
    "notice.close_inbox": its_administrator,
}
GRANTS = MAIL_GRANTS | REMINDER_GRANTS | PREFERENCE_GRANTS | INBOX_GRANTS | AGENDA_GRANTS
MAILS = Policy(Mail, MAIL_GRANTS)
REMINDERS = Policy(Reminder, REMINDER_GRANTS)
AGENDAS = Policy(AgendaLink, AGENDA_GRANTS)
PREFERENCES = Policy(Preference, PREFERENCE_GRANTS)
BODIES = Policy(Organisation, INBOX_GRANTS)
