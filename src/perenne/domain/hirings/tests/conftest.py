from datetime import date

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.actions import PlannedHiring
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_file, new_participant
from perenne.kit.actors import Role
from perenne.rules.hirings import ModalityCode, Shape

FIRST_DAY = date(2026, 10, 1)


class Scene:
    """A commitment, its people, and a person that the company has presented."""

    def __init__(self):
        self.facilitator = new_actor(Role.FACILITATOR)
        self.company = new_actor(Role.COMPANY)
        self.commitment = new_commitment(self.facilitator, company=self.company)
        self.party = whole_of(self.commitment).party
        self.person = new_participant()
        new_file(
            self.person, facilitator=self.facilitator, asked_by_id=self.company.organisation_id
        )

    def planned(self, **facts):
        usual = {
            "participant_id": self.person.pk,
            "party_id": self.party.pk,
            "modality": ModalityCode.FIXED_TERM,
            "shape": Shape.FIXED_TERM,
            "job_title": "Maçon",
            "weekly_minutes": 35 * 60,
            "starts_on": FIRST_DAY,
        }
        return PlannedHiring(**{**usual, **facts})


@pytest.fixture
def scene(db):
    return Scene()
