"""The last one to leave closes the space."""

from django.db import transaction

from perenne.domain.organisations.actions.registering import person_behind
from perenne.domain.organisations.models import Invitation, JoinRequest, Seat
from perenne.domain.organisations.policy import ORGANISATIONS
from perenne.domain.organisations.states import (
    ORGANISATION_LIFE,
    InvitationState,
    OrganisationState,
    RequestState,
)
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def close_space(*, organisation_id: int, by: Actor) -> None:
    """By its administrator, alone in it. Its SIRET may open a space again."""
    organisation = ORGANISATIONS.take("organisation.close", by, organisation_id)
    seats = Seat.objects.filter(organisation=organisation)
    if seats.exclude(person_id=person_behind(by)).exists():
        raise Refused(
            "D’autres personnes travaillent dans cet espace : quittez-le en nommant celle qui "
            "prend la suite, ou retirez-les d’abord."
        )
    state = ORGANISATION_LIFE.after("organisation.close", OrganisationState(organisation.state))
    organisation.state, organisation.reason = state.value, ""
    organisation.save(update_fields=["state", "reason"])
    Invitation.objects.filter(organisation=organisation, state=InvitationState.OPEN).update(
        state=InvitationState.WITHDRAWN
    )
    JoinRequest.objects.filter(organisation=organisation, state=RequestState.ASKED).update(
        state=RequestState.DECLINED
    )
    seats.delete()
    record("organisation.close", organisation, by=by)
