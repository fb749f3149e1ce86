"""Who works for a commitment, for whoever may see them: a buyer sees no name."""

from typing import Any

from perenne.domain.hirings.queries import may_plan, team_under
from perenne.kit.actors import Actor, Role

SHOWN = 10


def crew_under(actor: Actor, commitment_id: int) -> dict[str, Any]:
    """The first ten, and how many they are; nothing is asked for a buyer."""
    if actor.role is Role.BUYER:
        return {"crew": (), "crew_total": 0, "may_hire": False, "sees_crew": False}
    crew, total = team_under(commitment_id, seen_by=actor, most=SHOWN)
    return {
        "crew": crew,
        "crew_total": total,
        "may_hire": may_plan(actor, commitment_id),
        "sees_crew": True,
    }
