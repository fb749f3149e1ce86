"""What a clause waits for, and from whom; which acts are somebody's on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perenne.domain.clauses.policy import CLAUSES
from perenne.domain.clauses.states import LIFE, ClauseState
from perenne.domain.procurement.queries.acts import acts_on
from perenne.kit.actors import Actor, Role

ACTS = (*LIFE.moves, "clause.comment", "clause.take_away")
BUYER, FACILITATOR = "l’acheteur", "le facilitateur"


@dataclass(frozen=True, slots=True)
class Waiting:
    """`what` begins a sentence; `who` is empty when nothing waits."""

    what: str
    who: str = ""
    roles: frozenset[Role] = frozenset()

    def is_for(self, actor: Actor) -> bool:
        return actor.role in self.roles


_OF_FACILITATOR = frozenset({Role.FACILITATOR, Role.COORDINATION})
_OF_BOTH = _OF_FACILITATOR | {Role.BUYER}
WAITS: Mapping[ClauseState, Waiting] = {
    ClauseState.DRAFT: Waiting("Calibrer le volume d’heures", FACILITATOR, _OF_FACILITATOR),
    ClauseState.CALIBRATED: Waiting(
        "Choisir le fondement et les termes", FACILITATOR, _OF_FACILITATOR
    ),
    ClauseState.WORDED: Waiting(
        "Relire les textes, puis soumettre la clause à l’acheteur", FACILITATOR, _OF_FACILITATOR
    ),
    ClauseState.SUBMITTED: Waiting(
        "Lire la clause, puis la valider ou la renvoyer", BUYER, frozenset({Role.BUYER})
    ),
    ClauseState.APPROVED: Waiting("Publier la consultation", f"{BUYER} ou {FACILITATOR}", _OF_BOTH),
    ClauseState.PUBLISHED: Waiting(
        "Attribuer le lot et notifier le marché", f"{BUYER} ou {FACILITATOR}", _OF_BOTH
    ),
    ClauseState.IN_EXECUTION: Waiting("Suivre les heures", FACILITATOR, _OF_FACILITATOR),
    ClauseState.CLOSED: Waiting("Rien : la clause est terminée"),
    ClauseState.DROPPED: Waiting("Rien : la clause est abandonnée"),
}


def acts_of(clause_ids: Iterable[int], *, seen_by: Actor) -> dict[int, frozenset[str]]:
    """The acts that are hers on each of these clauses now; one query."""
    return acts_on(CLAUSES, ACTS, seen_by, clause_ids)
