"""Clauses and commitments, as they are searched."""

from dataclasses import replace

from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.kit.actors import Actor
from perenne.kit.finding import Ground, beside


def clauses_to_find(actor: Actor) -> tuple[Ground, ...]:
    """A clause is called by its lot, or else by its purchase; a commitment by its contract."""
    clauses = CLAUSES.rows("clause.view", actor)
    on_lots = Ground(
        "clauses",
        "Clauses",
        "clauses:show",
        clauses.exclude(lot=None),
        title="lot__object",
        more="buyer__name",
        code="purchase__reference",
    )
    return (
        on_lots,
        replace(on_lots, rows=clauses.filter(lot=None), title="purchase__object"),
        Ground(
            "engagements",
            "Engagements",
            "clauses:commitment",
            COMMITMENTS.rows("commitment.view", actor),
            title="contract__object",
            more=beside("contract__reference", "contract__buyer__name"),
            code="contract__reference",
        ),
    )
