"""A need of the committee’s company, in Meaux: its structure and its prescriber are asked."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.directory.factories import new_structure
from perenne.domain.sourcing.models import Opening
from perenne.domain.territories.models import Commune


class Needing:
    """300 hours of painting for one person, from next week on."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        started = self.today - timedelta(30)
        self.commitment = new_commitment(
            committee.facilitator, buyer=committee.buyer, company=committee.company,
            object="Ravalement de la maison de quartier", months=12, signed_on=started,
            notified_on=started, starts_on=started,
        )  # fmt: skip
        self.party = whole_of(self.commitment).party

    def opening(self, **facts):
        usual = {
            "commitment": self.commitment, "party": self.party,
            "facilitator_id": self.committee.facilitator.organisation_id, "trade": "painting",
            "job_title": "Peintre en bâtiment", "persons": 1, "minutes": 300 * 60,
            "minutes_per_week": 35 * 60, "starts_on": self.today + timedelta(7),
            "ends_on": self.today + timedelta(70), "commune_id": "77284", "opened_on": self.today,
        }  # fmt: skip
        return Opening.objects.create(**{**usual, **facts})


@pytest.fixture
def needing(committee):
    return Needing(committee)
