"""Clauses and commitments, as they are searched."""

from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.queries.cards import OBJECT
from perenne.kit.actors import Actor
from perenne.kit.finding import Ground, beside


def clauses_to_find(actor: Actor) -> tuple[Ground, ...]:
    """A clause is called by the lot or the purchase it stands on; a commitment by its contract."""
    return (
        Ground(
            "clauses",
            "Clauses",
            "clauses:show",
            CLAUSES.rows("clause.view", actor),
            title=OBJECT,
            more="buyer__name",
            codes=("purchase__reference",),
        ),
        Ground(
            "engagements",
            "Engagements",
            "clauses:commitment",
            COMMITMENTS.rows("commitment.view", actor),
            title="contract__object",
            more=beside("contract__reference", "contract__buyer__name"),
            codes=("contract__reference",),
        ),
    )
