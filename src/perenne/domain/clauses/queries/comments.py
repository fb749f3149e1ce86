"""What was said of a clause, thread by thread, piece by piece."""

from dataclasses import dataclass
from datetime import date, datetime

from perenne.domain.clauses.models import ClauseComment
from perenne.domain.clauses.policy import CLAUSES
from perenne.kit.actors import Actor


@dataclass(frozen=True, slots=True)
class Remark:
    id: int
    text: str
    organisation: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Thread:
    first: Remark
    piece: str
    """The code of a piece; empty: the whole clause."""
    resolved_on: date | None
    answers: tuple[Remark, ...]


def threads_of(clause_id: int, *, seen_by: Actor) -> tuple[Thread, ...]:
    """Open ones first, then by the order of their first remark. One query."""
    seen = CLAUSES.rows("clause.view", seen_by).filter(pk=clause_id)
    rows = list(ClauseComment.objects.filter(clause__in=seen).select_related("organisation"))
    threads = [
        Thread(
            _remark(row),
            row.piece,
            row.resolved_on,
            tuple(_remark(one) for one in rows if one.thread_id == row.pk),
        )
        for row in rows
        if row.thread_id is None
    ]
    return tuple(sorted(threads, key=lambda thread: thread.resolved_on is not None))


def _remark(row: ClauseComment) -> Remark:
    return Remark(row.pk, row.text, row.organisation.name, row.written_at)
