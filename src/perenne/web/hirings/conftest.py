"""A commitment of the company and, under it, persons to hire: eligible, waiting, unknown."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.states import PLANNED
from perenne.domain.participants.factories import new_file, new_participant, new_verdict
from perenne.values import fold


class Hiring:
    """The facilitator answers for each person; the company asked about them for its contract."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        self.commitment = new_commitment(
            committee.facilitator, buyer=committee.buyer, company=committee.company,
            object="Toiture du gymnase", notified_on=date(2026, 1, 5),
        )  # fmt: skip
        self.party = whole_of(self.commitment).party

    def person(self, name="Élodie Dupont", *, is_eligible=True, **facts):
        """Asked about by the company; a yes answers when it is eligible, else the file waits."""
        first, last = name.split()
        person = new_participant(
            first_name=first, last_name=last, folded_name=fold(f"{last} {first}"), **facts
        )
        asked = {"facilitator": self.committee.facilitator,
                 "asked_by_id": self.committee.company.organisation_id,
                 "contract": self.commitment.contract}  # fmt: skip
        if is_eligible:
            verdict = new_verdict(person, facilitator=self.committee.facilitator)
            type(verdict.file).objects.filter(pk=verdict.file_id).update(
                asked_by_id=asked["asked_by_id"], contract=asked["contract"]
            )
        else:
            new_file(person, **asked)
        return person

    def planned(self, person=None, **facts):
        """Not confirmed yet, from next week on."""
        usual = {
            "state": PLANNED, "verdict": None, "counts_from": None, "regularised_because": "",
            "starts_on": self.today + timedelta(7),
        }  # fmt: skip
        return new_hiring(person or self.person(), self.commitment, **{**usual, **facts})

    def confirmed(self, person, **facts):
        """On the verdict that the person has already."""
        verdict = facts.pop("verdict")
        return new_hiring(
            person, self.commitment, verdict=verdict, verified_on=verdict.verified_on, **facts
        )

    def typed(self, **said):
        return {
            "way": "EMB_CDD", "shape": "", "employer_siret": "", "employer_name": "",
            "job_title": "Maçon", "rome": "f1703", "tutor": "Patrick Noël", "weekly": "35",
            "starts_on": f"{self.today + timedelta(7):%d/%m/%Y}",
            "ends_on": f"{self.today + timedelta(100):%d/%m/%Y}", **said,
        }  # fmt: skip


@pytest.fixture(scope="module")
def hiring(standing, standing_committee):
    with standing():
        return Hiring(standing_committee)
