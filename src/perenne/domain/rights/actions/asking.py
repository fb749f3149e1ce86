"""Somebody asks about their own data: from their account, or from an address alone."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from perenne.domain.people.models import Person
from perenne.domain.rights.models import DataRequest
from perenne.domain.rights.policy import PEOPLE, REQUESTS
from perenne.domain.rights.queries.links import CONFIRM_WITHIN, FOLLOW, behind
from perenne.domain.rights.states import OPEN, REQUEST_LIFE, RequestKind, RequestState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.deadlines import DelayCode, due_on

MOST_LINKS_A_DAY = 3
NEEDS_WORDS = {
    RequestKind.RECTIFICATION: "Écrivez ce qui est faux, et ce qu’il faut mettre à la place.",
    RequestKind.OBJECTION: "Écrivez à quel usage vous vous opposez, et pourquoi.",
    RequestKind.LIMITATION: "Écrivez ce que vous contestez, pour que vos données soient gelées.",
}


@dataclass(frozen=True, slots=True)
class Asked:
    kind: RequestKind
    message: str = ""


@transaction.atomic
def ask(*, asked: Asked, by: Actor, today: date) -> int:
    """From an account: who asks is known, the month begins today."""
    REQUESTS.admit("request.ask", by)
    person = PEOPLE.take("data.view", by, by.person_id)
    _refuse_without_words(asked)
    twin = DataRequest.objects.filter(person=person, kind=asked.kind, state__in=OPEN).first()
    if twin:
        raise Refused(
            f"Votre demande du {twin.received_on:%d/%m/%Y} est déjà en cours : "
            f"la réponse vient avant le {twin.due_on:%d/%m/%Y}."
        )
    row = _create(asked, person.full_name, person.email, today)
    row.person, row.state = person, RequestState.RECEIVED
    row.save(update_fields=["person", "state"])
    record("request.ask", row, by=by, kind=asked.kind.value)
    return row.pk


@transaction.atomic
def ask_without_account(*, asked: Asked, full_name: str, email: str, by: Actor, today: date) -> int:
    """A link goes to the address: following it proves whose it is. The month runs already."""
    REQUESTS.admit("request.ask", by)
    _refuse_without_words(asked)
    address = email.strip().lower()
    _refuse_flood(address, today)
    row = _create(asked, full_name.strip(), address, today)
    record("request.ask", row, by=by, kind=asked.kind.value)
    enqueue("rights.send_link", request_id=row.pk)
    return row.pk


@transaction.atomic
def confirm(*, request_id: int, key: str, by: Actor) -> None:
    """Whoever follows the link holds the mailbox; an account at this address is theirs."""
    if behind(FOLLOW, key, within=CONFIRM_WITHIN) != request_id:
        raise NotFound(key)
    row = REQUESTS.take("request.confirm", by, request_id)
    row.state = REQUEST_LIFE.after("request.confirm", RequestState(row.state))
    row.person = Person.objects.filter(email__iexact=row.email, is_active=True).first()
    row.save(update_fields=["state", "person"])
    record("request.confirm", row, by=by)


def _create(asked: Asked, full_name: str, email: str, today: date) -> DataRequest:
    return DataRequest.objects.create(
        kind=asked.kind,
        state=RequestState.UNCONFIRMED,
        full_name=full_name,
        email=email,
        message=asked.message.strip(),
        received_on=today,
        due_on=due_on(DelayCode.RIGHTS, today).on,
    )


def _refuse_flood(address: str, today: date) -> None:
    """Nobody's mailbox is filled with links by somebody else."""
    waiting = DataRequest.objects.filter(
        email=address, state=RequestState.UNCONFIRMED, received_on=today
    )
    if waiting.count() >= MOST_LINKS_A_DAY:
        raise Refused(
            "Plusieurs liens ont déjà été envoyés aujourd’hui à cette adresse : suivez l’un d’eux, "
            "ou revenez demain."
        )


def _refuse_without_words(asked: Asked) -> None:
    if asked.kind in NEEDS_WORDS and not asked.message.strip():
        raise Refused(NEEDS_WORDS[asked.kind])
