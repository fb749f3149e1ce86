"""What a facilitator and a buyer agree upon: a version submitted, sent back, approved, dropped."""

from datetime import date

from django.db import transaction

from perenne.domain.clauses.actions.drafting import find_lot
from perenne.domain.clauses.models import Clause, ClauseComment, ClauseVersion
from perenne.domain.clauses.policy import CLAUSES, side_of
from perenne.domain.clauses.queries.cards import ClauseCard, card_of
from perenne.domain.clauses.queries.freezing import plain_piece
from perenne.domain.clauses.queries.quality import excesses_of
from perenne.domain.clauses.queries.snapshots import terms_of
from perenne.domain.clauses.queries.wording import pieces_of
from perenne.domain.clauses.states import LIFE, ClauseState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

NEWER = (
    "Une version {} a été soumise depuis que la page est ouverte : relisez-la avant de la valider."
)


@transaction.atomic
def submit_clause(*, clause_id: int, by: Actor, on: date) -> int:
    """Freeze a version of the terms and of every text for the buyer to read; its number."""
    clause = CLAUSES.take("clause.submit", by, clause_id)
    find_lot(clause)
    card = card_of(clause)
    _refuse_the_impossible(card)
    version = ClauseVersion(
        clause=clause,
        number=_last_number(clause) + 1,
        terms=terms_of(clause),
        texts=[plain_piece(piece) for piece in pieces_of(card)],
        organisation_id=side_of(by, clause),
        made_on=on,
    )
    version.save()
    _move(clause, "clause.submit")
    clause.save()
    record("clause.submit", clause, by=by, number=version.number)
    return version.number


@transaction.atomic
def approve_clause(*, clause_id: int, number: int, by: Actor, on: date) -> None:
    """`number`: the version that the buyer read. It is also the consent to the globalisation."""
    clause = CLAUSES.take("clause.approve", by, clause_id)
    if (last := _last_number(clause)) != number:
        raise Refused(NEWER.format(last))
    _move(clause, "clause.approve")
    clause.approved_on = clause.consent_on = on
    clause.consent_by_id = by.organisation_id
    clause.save()
    record("clause.approve", clause, by=by, number=number)


@transaction.atomic
def send_clause_back(*, clause_id: int, reason: str, by: Actor) -> None:
    """To be worded again; the reason opens a thread, and the approval falls."""
    clause = CLAUSES.take("clause.send_back", by, clause_id)
    take_back(clause, "clause.send_back")
    record("clause.send_back", clause, by=by, reason=reason)
    said = ClauseComment(clause=clause, text=reason.strip(), organisation_id=side_of(by, clause))
    said.save()


@transaction.atomic
def drop_clause(*, clause_id: int, reason: str, by: Actor) -> None:
    """For good: another clause is opened on another lot."""
    clause = CLAUSES.take("clause.drop", by, clause_id)
    _move(clause, "clause.drop")
    clause.drop_reason = reason.strip()[:500]
    record("clause.drop", clause, by=by, reason=clause.drop_reason)
    clause.save()


def _refuse_the_impossible(card: ClauseCard) -> None:
    wrong = [one.sentence for one in excesses_of(card) if one.is_impossible]
    if wrong:
        raise Refused(" ".join(wrong))


def take_back(clause: Clause, act: str) -> None:
    """To its wording, with nothing left of the approval."""
    _move(clause, act)
    clause.approved_on = clause.consent_on = clause.consent_by = None
    clause.save()


def _move(clause: Clause, act: str) -> None:
    clause.state = LIFE.after(act, ClauseState(clause.state))


def _last_number(clause: Clause) -> int:
    return clause.versions.order_by("-number").values_list("number", flat=True).first() or 0
