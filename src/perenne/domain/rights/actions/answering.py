"""The desk answers: what was asked is done in the same step as it is said."""

from datetime import date

from django.db import transaction

from perenne.domain.rights.actions.erasing import Request, erase_for
from perenne.domain.rights.actions.freezing import freeze, thaw
from perenne.domain.rights.models import DataRequest
from perenne.domain.rights.policy import REQUESTS
from perenne.domain.rights.states import REQUEST_LIFE, RequestKind, RequestState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.deadlines import DelayCode, due_on

SHORTEST_REASON = 5


@transaction.atomic
def answer_request(
    *, request_id: int, answer: str, by: Actor, today: date, takes_over: bool = False
) -> None:
    """Grant it. An erasure or a limitation is carried out now; the person is told by mail."""
    row = REQUESTS.take("request.answer", by, request_id)
    _refuse_short(answer, "Écrivez la réponse : la personne la lira.")
    _close(row, "request.answer", answer, today)
    record("request.answer", row, by=by, kind=row.kind)
    if row.kind == RequestKind.ERASURE:
        erase_for(Request(row, answer.strip()), by=by, today=today, takes_over=takes_over)
        return
    if row.kind == RequestKind.LIMITATION and row.person_id:
        freeze(row, by=by, today=today)
    enqueue("rights.send_answer", request_id=row.pk)


@transaction.atomic
def refuse_request(*, request_id: int, reason: str, by: Actor, today: date) -> None:
    """With the reason; the mail adds the way to the CNIL and to the judge (article 12, 4)."""
    row = REQUESTS.take("request.refuse", by, request_id)
    _refuse_short(reason, "Écrivez la raison du refus : la personne peut la contester.")
    _close(row, "request.refuse", reason, today)
    record("request.refuse", row, by=by, kind=row.kind)
    enqueue("rights.send_answer", request_id=row.pk)


@transaction.atomic
def extend_request(*, request_id: int, reason: str, by: Actor, today: date) -> None:
    """Two months more, said with its reasons inside the first month (article 12, 3)."""
    row = REQUESTS.take("request.extend", by, request_id)
    _refuse_short(reason, "Écrivez ce qui rend la réponse plus longue : la personne le lira.")
    if today > row.due_on:
        raise Refused("Le premier mois est passé : il n’est plus temps de prolonger. Répondez.")
    row.state = REQUEST_LIFE.after("request.extend", RequestState(row.state))
    row.extension_reason = reason.strip()
    row.due_on = due_on(DelayCode.RIGHTS_EXTENDED, row.received_on).on
    row.save(update_fields=["state", "extension_reason", "due_on"])
    record("request.extend", row, by=by)
    enqueue("rights.send_extension", request_id=row.pk)


@transaction.atomic
def lift_limitation(*, request_id: int, by: Actor, today: date) -> None:
    """The disagreement is over: the account opens again."""
    row = REQUESTS.take("request.lift", by, request_id)
    thaw(row, today=today)
    record("request.lift", row, by=by)


def _close(row: DataRequest, act: str, answer: str, today: date) -> None:
    row.state = REQUEST_LIFE.after(act, RequestState(row.state))
    row.answer, row.closed_on = answer.strip(), today
    row.save(update_fields=["state", "answer", "closed_on"])


def _refuse_short(text: str, sentence: str) -> None:
    if len(text.strip()) < SHORTEST_REASON:
        raise Refused(sentence)
