"""Who works for a commitment, for whoever may see them: a buyer sees no name."""

from typing import Any

from perenne.domain.hirings.queries import hirings_of, may_plan
from perenne.domain.hirings.states import HiringState
from perenne.kit.actors import Actor, Role

AT_WORK = frozenset({HiringState.PLANNED, HiringState.CONFIRMED})
SHOWN = 10


def crew_under(actor: Actor, commitment_id: int) -> dict[str, Any]:
    """The first ten, and how many they are; nothing is asked for a buyer."""
    if actor.role is Role.BUYER:
        return {"crew": (), "crew_total": 0, "may_hire": False, "sees_crew": False}
    found = hirings_of(seen_by=actor, states=AT_WORK, commitment_id=commitment_id)
    return {
        "crew": found.items[:SHOWN],
        "crew_total": found.total,
        "may_hire": may_plan(actor, commitment_id),
        "sees_crew": True,
    }
