"""Somebody whose organisation has a space already asks its administrators for a seat."""

from django.db import transaction

from perenne.domain.organisations.actions.registering import (
    Newcomer,
    person_behind,
    signed_in,
)
from perenne.domain.organisations.models import JoinRequest, Organisation, Seat
from perenne.domain.organisations.policy import ORGANISATIONS, REQUESTS
from perenne.domain.organisations.states import REQUEST_LIFE, OrganisationState, RequestState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Siret


@transaction.atomic
def ask_to_join(*, siret: Siret, by: Actor) -> None:
    person_id = person_behind(by)
    found = Organisation.objects.filter(siret=siret.digits).exclude(state=OrganisationState.CLOSED)
    organisation = ORGANISATIONS.take(
        "organisation.join", by, found.values_list("pk", flat=True).first()
    )
    if Seat.objects.filter(organisation=organisation, person_id=person_id).exists():
        raise Refused("Vous travaillez déjà dans cet espace : choisissez-le parmi vos espaces.")
    if JoinRequest.objects.filter(
        organisation=organisation, person_id=person_id, state=RequestState.ASKED
    ).exists():
        raise Refused("Votre demande est déjà partie : un administrateur doit encore y répondre.")
    request = JoinRequest.objects.create(organisation=organisation, person_id=person_id)
    record("organisation.join", request, by=by, organisation=organisation.pk)
    enqueue("organisations.send_request", request_id=request.pk)


@transaction.atomic
def ask_to_join_as_newcomer(*, siret: Siret, newcomer: Newcomer, by: Actor) -> None:
    ask_to_join(siret=siret, by=signed_in(newcomer, by))


@transaction.atomic
def grant_request(*, request_id: int, by: Actor) -> None:
    request = _answered("join_request.grant", request_id, by)
    Seat.objects.get_or_create(person_id=request.person_id, organisation_id=request.organisation_id)


@transaction.atomic
def decline_request(*, request_id: int, by: Actor) -> None:
    _answered("join_request.decline", request_id, by)


def _answered(act: str, request_id: int, by: Actor) -> JoinRequest:
    of = REQUESTS.rows(act, by).filter(pk=request_id).values("organisation_id")
    list(Organisation.objects.select_for_update(no_key=True).filter(pk__in=of))
    request = REQUESTS.take(act, by, request_id)
    request.state = REQUEST_LIFE.after(act, RequestState(request.state))
    request.save(update_fields=["state"])
    record(act, request, by=by, organisation=request.organisation_id)
    enqueue("organisations.send_answer", request_id=request.pk)
    return request
