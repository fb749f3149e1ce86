"""Somebody proposed for a need is hired: the hiring stands on the proposal, and on nothing else."""

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CANCELLED
from perenne.domain.sourcing.policy import CANDIDATES
from perenne.domain.sourcing.states import HIRED, PRESENTED
from perenne.kit.actors import Actor
from perenne.kit.refusals import Refused

NOT_PROPOSED = (
    "Cette personne n’est plus proposée pour ce besoin : reprenez-la depuis la page du besoin."
)
ALREADY = "L’embauche de cette personne est déjà prévue pour ce besoin : ouvrez-la."


def check_candidate(hiring: Hiring, by: Actor) -> None:
    """Refused unless that person was proposed for a need of that commitment, and is not hired."""
    rows = CANDIDATES.rows("candidate.view", by).filter(
        pk=hiring.candidate_id,
        opening__commitment_id=hiring.commitment_id,
        file__participant_id=hiring.participant_id,
        state__in=[PRESENTED, HIRED],
    )
    if not rows.exists():
        raise Refused(NOT_PROPOSED)
    same = Hiring.objects.filter(candidate_id=hiring.candidate_id).exclude(state=CANCELLED)
    if same.exists():
        raise Refused(ALREADY)
