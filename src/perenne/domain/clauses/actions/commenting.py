"""What the buyer and the facilitator say to each other of a clause, piece by piece."""

from datetime import date

from django.db import transaction

from perenne.domain.clauses.models import Clause, ClauseComment
from perenne.domain.clauses.policy import CLAUSES, side_of
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.wording import PieceCode

EMPTY = "Écrivez votre commentaire."
NO_SUCH_PIECE = "Choisissez une pièce de la liste."
GONE = "Ce commentaire n’existe plus, ou il est déjà clos : rechargez la page."


@transaction.atomic
def comment_clause(*, clause_id: int, piece: str, text: str, by: Actor) -> int:
    """Open a thread on a piece of the file, or on the whole clause when `piece` is empty."""
    clause = CLAUSES.take("clause.comment", by, clause_id)
    if piece and piece not in set(PieceCode):
        raise Refused(NO_SUCH_PIECE)
    return _write(ClauseComment(clause=clause, piece=piece), text, by)


@transaction.atomic
def answer_comment(*, clause_id: int, thread_id: int, text: str, by: Actor) -> int:
    clause = CLAUSES.take("clause.comment", by, clause_id)
    thread = _open_thread(clause, thread_id)
    return _write(ClauseComment(clause=clause, thread=thread, piece=thread.piece), text, by)


@transaction.atomic
def resolve_comment(*, clause_id: int, thread_id: int, by: Actor, on: date) -> None:
    """By either of them: what was said stays to be read."""
    clause = CLAUSES.take("clause.comment", by, clause_id)
    thread = _open_thread(clause, thread_id)
    thread.resolved_on = on
    thread.save()
    record("clause.resolve", clause, by=by, comment=thread.pk)


def _open_thread(clause: Clause, thread_id: int) -> ClauseComment:
    thread = clause.comments.filter(
        pk=thread_id, thread__isnull=True, resolved_on__isnull=True
    ).first()
    if thread is None:
        raise Refused(GONE)
    return thread


def _write(comment: ClauseComment, text: str, by: Actor) -> int:
    comment.text, comment.organisation_id = text.strip(), side_of(by, comment.clause)
    if not comment.text:
        raise Refused(EMPTY)
    comment.save()
    record("clause.comment", comment.clause, by=by, comment=comment.pk)
    return comment.pk
