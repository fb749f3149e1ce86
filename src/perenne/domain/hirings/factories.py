from datetime import date
from typing import Any

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.models import Commitment
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED
from perenne.domain.participants.factories import new_participant, new_verdict
from perenne.domain.participants.models import Participant
from perenne.kit.actors import Actor
from perenne.rules.hirings.modality import ModalityCode
from perenne.rules.hirings.shapes import Shape

BEGINS = date(2026, 9, 1)


def new_hiring(
    participant: Participant | None = None,
    commitment: Commitment | None = None,
    *,
    facilitator: Actor | None = None,
    **facts: object,
) -> Hiring:
    """Confirmed: verified today, after it began, and regularised so that its hours count."""
    commitment = commitment or new_commitment(facilitator)
    party = whole_of(commitment).party
    participant = participant or new_participant()
    usual: dict[str, Any] = {
        "participant": participant,
        "commitment": commitment,
        "party": party,
        "employer_name": party.name,
        "employer_siret": party.siret,
        "modality": ModalityCode.FIXED_TERM.value,
        "shape": Shape.FIXED_TERM.value,
        "job_title": "Maçon",
        "weekly_minutes": 35 * 60,
        "starts_on": BEGINS,
        "state": CONFIRMED,
        "counts_from": BEGINS,
        "regularised_because": "Vérifiée dès la demande, saisie plus tard.",
    }
    if "verdict" not in facts:
        verdict = new_verdict(participant, facilitator=facilitator)
        usual |= {"verdict": verdict, "verified_on": verdict.verified_on}
    return Hiring.objects.create(**{**usual, **facts})
