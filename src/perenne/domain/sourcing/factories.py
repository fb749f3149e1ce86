from datetime import date, timedelta
from itertools import count
from typing import Any

from perenne.domain.clauses.factories import whole_of
from perenne.domain.clauses.models import Commitment
from perenne.domain.directory.models import Structure
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.sourcing.models import Offer, Opening, Solicitation
from perenne.domain.sourcing.queries.links import token_of
from perenne.domain.sourcing.states import OFFERED

_number = count(1)
ON = date(2026, 11, 26)
MEAUX = "77284"


def new_opening(commitment: Commitment, **facts: Any) -> Opening:
    """« 1 peintre, 300 h, à Meaux », three months from the first of December on."""
    usual: dict[str, Any] = {
        "commitment": commitment,
        "party": whole_of(commitment).party,
        "facilitator_id": commitment.contract.facilitator_id,
        "trade": "painting",
        "job_title": "Peintre en bâtiment",
        "persons": 1,
        "minutes": 300 * 60,
        "minutes_per_week": 35 * 60,
        "starts_on": date(2026, 12, 1),
        "ends_on": date(2027, 2, 28),
        "commune_id": MEAUX,
        "opened_on": ON,
    }
    return Opening.objects.create(**{**usual, **facts})


def new_solicitation(opening: Opening, structure: Structure, **facts: Any) -> Solicitation:
    seed = f"graine-{next(_number)}"
    usual: dict[str, Any] = {
        "opening": opening,
        "structure": structure,
        "wave": 1,
        "asked_on": ON,
        "answer_by": ON + timedelta(7),
        "because": "Jamais sollicité en douze mois",
        "seed": seed,
        "token_print": print_of(token_of(seed)),
    }
    return Solicitation.objects.create(**{**usual, **facts})


def new_offer(opening: Opening, structure: Structure, **facts: Any) -> Offer:
    """One person, as many hours as needed; to be examined."""
    asked = new_solicitation(opening, structure, state=OFFERED, answered_on=ON)
    usual: dict[str, Any] = {"persons": 1, "starts_on": opening.starts_on}
    return Offer.objects.create(solicitation=asked, **{**usual, **facts})


def token_for(asked: Solicitation) -> str:
    """That of the link in its mail."""
    return token_of(asked.seed)
