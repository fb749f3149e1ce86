"""Two commitments of the committee: nothing was done on one, the other is on its pace."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.actions import schedule_commitment
from perenne.domain.clauses.factories import new_commitment
from perenne.domain.compliance.actions import watch_paces
from perenne.domain.compliance.models import PaceAlert
from perenne.kit.actors import HOUSE


class Followed:
    """Started nine months ago for a year; the second works in a month of neither end."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        self.late = self.another("Gros œuvre du groupe scolaire")
        self.green = self.another("Entretien des espaces verts")
        to_come = (self.today + timedelta(35)).month
        schedule_commitment(commitment_id=self.green.pk, months=[to_come], by=committee.facilitator)
        watch_paces(by=HOUSE, on=self.today)
        self.alert = PaceAlert.objects.get()

    def another(self, name, **facts):
        started = self.today - timedelta(280)
        said = {
            "buyer": self.committee.buyer, "company": self.committee.company, "object": name,
            "months": 12, "signed_on": started, "notified_on": started, "starts_on": started,
        }  # fmt: skip
        return new_commitment(self.committee.facilitator, **{**said, **facts})


@pytest.fixture(scope="module")
def followed(standing, standing_committee):
    with standing():
        return Followed(standing_committee)
