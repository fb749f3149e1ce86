"""What one may do to adhesions. The only writers of this app’s table."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from perenne.domain.membership.models import Membership
from perenne.domain.membership.policy import MEMBERSHIPS
from perenne.domain.membership.queries.charter import CURRENT
from perenne.domain.membership.states import MEMBERSHIP_LIFE, MembershipState
from perenne.domain.organisations.actions import Identity, Newcomer, declare_as_newcomer
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.kit.actors import Actor, Role
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send
from perenne.kit.refusals import Refused

JOINED = declare("membership.joined", "Adhésion confirmée")
CONFIRMATION = """Bonjour,

« {name} » est membre du {committee}. L’adhésion est gratuite et sans durée.

Vous avez accepté la charte dans sa version {version} : {charter}

Votre espace : {desk}

Pour quitter le comité, deux clics suffisent, depuis votre espace.

Pérenne, la plateforme du {committee}"""


@transaction.atomic
def join_committee(*, charter_version: str, by: Actor) -> int:
    """At once, for the organisation that one administers; the version accepted is kept."""
    MEMBERSHIPS.admit("membership.join", by)
    _refuse_another_charter(charter_version)
    organisation = ORGANISATIONS.take("organisation.represent", by, by.organisation_id or 0)
    present = Membership.objects.filter(organisation=organisation).exclude(
        state=MembershipState.LEFT
    )
    if standing := present.first():
        raise Refused(
            "Votre organisme est déjà membre du comité."
            if standing.state == MembershipState.JOINED
            else "La coordination a exclu votre organisme du comité : écrivez-lui pour en parler."
        )
    membership = Membership.objects.create(
        organisation=organisation, signed_by_id=by.person_id, charter_version=charter_version
    )
    record("membership.join", membership, by=by, charter=charter_version)
    enqueue("membership.confirm", membership_id=membership.pk)
    return membership.pk


@transaction.atomic
def join_as_newcomer(
    identity: Identity,
    *,
    newcomer: Newcomer,
    role: Role,
    sub_kind: str,
    charter_version: str,
    by: Actor,
) -> Actor:
    """Account, organisation and adhesion in one step; the actor that the visitor becomes."""
    member = declare_as_newcomer(identity, newcomer=newcomer, role=role, sub_kind=sub_kind, by=by)
    join_committee(charter_version=charter_version, by=member)
    return member


@transaction.atomic
def leave_committee(*, membership_id: int, by: Actor, today: date) -> None:
    _end("membership.leave", membership_id, by, today)


@transaction.atomic
def exclude_member(*, membership_id: int, reason: str, by: Actor, today: date) -> None:
    if not reason.strip():
        raise Refused("Dites pourquoi : l’organisme lira ces mots.")
    _end("membership.exclude", membership_id, by, today, reason.strip())


@transaction.atomic
def pardon_member(*, membership_id: int, by: Actor) -> None:
    """The exclusion is lifted: the organisation may join again, by accepting the charter."""
    membership = MEMBERSHIPS.take("membership.pardon", by, membership_id)
    state = MEMBERSHIP_LIFE.after("membership.pardon", MembershipState(membership.state))
    membership.state, membership.reason = state.value, ""
    membership.save(update_fields=["state", "reason"])
    record("membership.pardon", membership, by=by)


def send_confirmation(*, membership_id: int, now: datetime) -> bool:
    """Whether it left: not to those who have already gone."""
    found = Membership.objects.filter(pk=membership_id, state=MembershipState.JOINED)
    membership = found.select_related("organisation", "signed_by").first()
    if membership is None or membership.signed_by is None:
        return False
    charter = reverse("membership:charter", args=[membership.charter_version])
    body = CONFIRMATION.format(
        name=membership.organisation.name,
        committee=settings.COMMITTEE,
        version=membership.charter_version,
        charter=settings.ADDRESS + charter,
        desk=settings.ADDRESS + reverse("desks:today"),
    )
    address = membership.signed_by.email
    about = f"membership/{membership.pk}"
    return send(Message(JOINED, about, address, "Bienvenue au comité", body), now=now)


def _end(act: str, membership_id: int, by: Actor, today: date, reason: str = "") -> None:
    membership = MEMBERSHIPS.take(act, by, membership_id)
    state = MEMBERSHIP_LIFE.after(act, MembershipState(membership.state))
    membership.state, membership.reason, membership.ended_on = state.value, reason, today
    membership.save(update_fields=["state", "reason", "ended_on"])
    record(act, membership, by=by, reason=reason)


def _refuse_another_charter(version: str) -> None:
    if version != CURRENT.version:
        raise Refused(
            "La charte a changé pendant que vous la lisiez : relisez-la ci-dessous, "
            "puis acceptez-la de nouveau."
        )
