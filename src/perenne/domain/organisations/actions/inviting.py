"""A seat is offered by mail: a link for one use, for 72 hours."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction

from perenne.domain.organisations.actions.registering import (
    Newcomer,
    person_behind,
    signed_in,
)
from perenne.domain.organisations.models import Invitation, Organisation, Seat
from perenne.domain.organisations.policy import INVITATIONS, ORGANISATIONS
from perenne.domain.organisations.queries.invitations import (
    LIFETIME,
    Link,
    print_of,
    state_of_link,
    token_of,
)
from perenne.domain.organisations.states import INVITATION_LIFE, InvitationState, OrganisationState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

MOST_OPEN = 20
BETWEEN_TWO_MAILS = timedelta(minutes=10)


@transaction.atomic
def invite(*, organisation_id: int, email: str, is_admin: bool, by: Actor, now: datetime) -> int:
    """The id of the invitation. The answer is the same whether the address has an account."""
    organisation = ORGANISATIONS.take("organisation.invite", by, organisation_id)
    address = email.strip().lower()
    _refuse_what_is_there_already(organisation, address)
    invitation = Invitation(organisation=organisation, email=address, is_admin=is_admin)
    _send(invitation, now)
    record("organisation.invite", invitation, by=by, organisation=organisation.pk)
    return invitation.pk


@transaction.atomic
def resend_invitation(*, invitation_id: int, by: Actor, now: datetime) -> None:
    """With a new link: the one before opens nothing any more."""
    invitation = INVITATIONS.take("invitation.resend", by, invitation_id)
    if now < invitation.expires_at - LIFETIME + BETWEEN_TWO_MAILS:
        raise Refused(
            "Le courriel est parti il y a moins de dix minutes : laissez-lui le temps d’arriver, "
            "et faites regarder parmi les indésirables."
        )
    _send(invitation, now)
    record("invitation.resend", invitation, by=by)


@transaction.atomic
def withdraw_invitation(*, invitation_id: int, by: Actor) -> None:
    invitation = INVITATIONS.take("invitation.withdraw", by, invitation_id)
    invitation.state = INVITATION_LIFE.after("invitation.withdraw", InvitationState.OPEN)
    invitation.save(update_fields=["state"])
    record("invitation.withdraw", invitation, by=by)


@transaction.atomic
def accept_invitation(*, token: str, by: Actor, now: datetime) -> int:
    """The seat that the person now holds. Refused when the link is used, late or withdrawn."""
    known = Invitation.objects.filter(token_print=print_of(token))
    list(
        Organisation.objects.select_for_update(no_key=True).filter(
            pk__in=known.values("organisation_id")
        )
    )
    found = known.first()  # read once locked: the same link may have been used meanwhile
    link = state_of_link(found, now)
    if found is None or link is not Link.OPEN:
        raise Refused(link.sentence)
    invitation = INVITATIONS.take("invitation.accept", by, found.pk)
    invitation.state = INVITATION_LIFE.after("invitation.accept", InvitationState.OPEN)
    invitation.save(update_fields=["state"])
    seat, _ = Seat.objects.get_or_create(
        person_id=person_behind(by),
        organisation_id=invitation.organisation_id,
        defaults={"is_admin": invitation.is_admin},
    )
    record("invitation.accept", invitation, by=by, organisation=invitation.organisation_id)
    return seat.pk


@transaction.atomic
def accept_as_newcomer(*, token: str, newcomer: Newcomer, by: Actor, now: datetime) -> int:
    """The link came by mail: it proves the address that the account is opened with."""
    return accept_invitation(token=token, by=signed_in(newcomer, by), now=now)


def _send(invitation: Invitation, now: datetime) -> None:
    invitation.seed = token_urlsafe(32)
    invitation.token_print = print_of(token_of(invitation.seed))
    invitation.expires_at = now + LIFETIME
    invitation.save()
    enqueue("organisations.send_invitation", invitation_id=invitation.pk)


def _refuse_what_is_there_already(organisation: Organisation, address: str) -> None:
    if organisation.state == OrganisationState.SUSPENDED:
        raise Refused("Votre espace est suspendu : voyez d’abord avec la coordination.")
    if Seat.objects.filter(organisation=organisation, person__email=address).exists():
        raise Refused("Cette personne travaille déjà dans votre espace : voyez la liste.")
    waiting = Invitation.objects.filter(organisation=organisation, state=InvitationState.OPEN)
    if waiting.filter(email=address).exists():
        raise Refused(
            "Une invitation attend déjà cette personne : renvoyez-la plutôt depuis la liste."
        )
    if waiting.count() >= MOST_OPEN:
        raise Refused(
            f"{MOST_OPEN} invitations attendent déjà une réponse : retirez celles qui ne servent "
            "plus avant d’en envoyer d’autres."
        )
