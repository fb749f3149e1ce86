"""What is read of hirings."""

from perenne.domain.hirings.queries.cards import (
    HiringCard,
    HiringRow,
    counts_by_state,
    hiring_card,
    hirings_of,
    team_under,
)
from perenne.domain.hirings.queries.crews import CrewMember, crew_of
from perenne.domain.hirings.queries.employers import ClausesDone, clauses_done
from perenne.domain.hirings.queries.lights import LightCard
from perenne.domain.hirings.queries.placing import Placement, placement_for, placement_of
from perenne.domain.hirings.queries.planning import (
    PersonChoice,
    PlanCard,
    WayChoice,
    commitment_to_hire_under,
    last_contract,
    may_plan,
    person_to_hire,
    persons_to_hire,
    plan_card,
)

__all__ = [
    "ClausesDone",
    "CrewMember",
    "HiringCard",
    "HiringRow",
    "LightCard",
    "PersonChoice",
    "Placement",
    "PlanCard",
    "WayChoice",
    "clauses_done",
    "commitment_to_hire_under",
    "counts_by_state",
    "crew_of",
    "hiring_card",
    "hirings_of",
    "last_contract",
    "may_plan",
    "person_to_hire",
    "persons_to_hire",
    "placement_for",
    "placement_of",
    "plan_card",
    "team_under",
]
