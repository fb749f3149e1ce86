"""The coordination verifies who enters, and may keep somebody out, with a reason."""

from django.db import transaction

from perenne.domain.organisations.models import Organisation
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.domain.organisations.states import ORGANISATION_LIFE, OrganisationState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def verify_organisation(*, organisation_id: int, by: Actor) -> None:
    _move("organisation.verify", organisation_id, by)


@transaction.atomic
def refuse_organisation(*, organisation_id: int, reason: str, by: Actor) -> None:
    _move("organisation.refuse", organisation_id, by, reason)


@transaction.atomic
def suspend_organisation(*, organisation_id: int, reason: str, by: Actor) -> None:
    _move("organisation.suspend", organisation_id, by, reason)


@transaction.atomic
def restore_organisation(*, organisation_id: int, by: Actor) -> None:
    _move("organisation.restore", organisation_id, by)


@transaction.atomic
def present_again(*, organisation_id: int, by: Actor) -> None:
    """By its administrators, once they have put right what it was refused for."""
    organisation = ORGANISATIONS.take("organisation.present_again", by, organisation_id)
    _set(organisation, "organisation.present_again", "")
    record("organisation.present_again", organisation, by=by)


def _move(act: str, organisation_id: int, by: Actor, reason: str | None = None) -> None:
    organisation = ORGANISATIONS.take(act, by, organisation_id)
    if reason is not None and not reason.strip():
        raise Refused("Dites pourquoi : l’organisme lira ces mots et saura quoi corriger.")
    _set(organisation, act, (reason or "").strip())
    record(act, organisation, by=by, reason=reason or "")
    enqueue("organisations.send_verdict", organisation_id=organisation.pk)


def _set(organisation: Organisation, act: str, reason: str) -> None:
    state = ORGANISATION_LIFE.after(act, OrganisationState(organisation.state))
    organisation.state, organisation.reason = state.value, reason
    organisation.save(update_fields=["state", "reason"])
