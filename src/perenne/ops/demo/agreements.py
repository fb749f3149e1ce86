"""The clauses of the demo go on: some wait for the buyer, some are agreed, some are published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from perenne.domain.clauses.actions import (
    answer_comment,
    approve_clause,
    comment_clause,
    drop_clause,
    publish_consultation,
    send_clause_back,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.queries import ClauseCard, clause_card
from perenne.kit.actors import Actor
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import PieceCode
from perenne.values import Euros

DEARER = Tariff(formula=Formula.PER_HOUR, rate=Euros.of(60))


def agree_on(drafted: Sequence[tuple[int, Actor, Actor]], *, today: date) -> None:
    """One of each: published, approved, sent back and changed, submitted, dropped.

    `drafted`: each clause, its facilitator, its buyer; those that are left stay worded.
    """
    steps = (_publish, _approve, _rework, _submit, _drop)
    for (clause_id, by, buyer), step in zip(drafted, steps, strict=False):
        step(clause_card(clause_id, seen_by=by), buyer, by, today)


def _submit(clause: ClauseCard, buyer: Actor, by: Actor, today: date) -> None:
    submit_clause(clause_id=clause.id, by=by, on=today)
    said = comment_clause(
        clause_id=clause.id,
        piece=PieceCode.CCAP.value,
        text="Le délai de la mise en demeure nous paraît court.",
        by=buyer,
    )
    answer_comment(
        clause_id=clause.id, thread_id=said, text="Quinze jours sont ceux du CCAG.", by=by
    )


def _rework(clause: ClauseCard, buyer: Actor, by: Actor, today: date) -> None:
    """Two versions to compare."""
    submit_clause(clause_id=clause.id, by=by, on=today)
    send_clause_back(clause_id=clause.id, reason="La pénalité n’est pas dissuasive.", by=buyer)
    terms = replace(clause.terms, penalty=DEARER, requirements={"training": 35, "persons": 1})
    word_clause(clause_id=clause.id, terms=terms, by=by)
    submit_clause(clause_id=clause.id, by=by, on=today)


def _approve(clause: ClauseCard, buyer: Actor, by: Actor, today: date) -> None:
    number = submit_clause(clause_id=clause.id, by=by, on=today)
    approve_clause(clause_id=clause.id, number=number, by=buyer, on=today)


def _publish(clause: ClauseCard, buyer: Actor, by: Actor, today: date) -> None:
    """Its lot alone: the others of the consultation are still in preparation."""
    _approve(clause, buyer, by, today)
    ready = clause_card(clause.id, seen_by=by)
    if ready.consultation_id is not None and ready.lot_id is not None:
        publish_consultation(
            consultation_id=ready.consultation_id, on=today, by=buyer, lot_ids=[ready.lot_id]
        )


def _drop(clause: ClauseCard, _buyer: Actor, by: Actor, _today: date) -> None:
    drop_clause(clause_id=clause.id, reason="L’acheteur a renoncé à cet achat.", by=by)
