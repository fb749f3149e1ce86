"""A need of the committee’s company, in Meaux: its structure and its prescriber may be asked."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.directory.factories import new_structure
from perenne.domain.participants.factories import new_file, new_verdict
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.sourcing.factories import new_opening, new_solicitation
from perenne.domain.sourcing.models import Candidate, Offer, Solicitation
from perenne.domain.sourcing.states import FILLED, OFFERED


class Needing:
    """300 hours of painting for one person, from next week on, over nine weeks."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        started = self.today - timedelta(30)
        self.commitment = new_commitment(
            committee.facilitator, buyer=committee.buyer, company=committee.company,
            object="Ravalement de la maison de quartier", months=12, signed_on=started,
            notified_on=started, starts_on=started,
        )  # fmt: skip
        self.party = whole_of(self.commitment).party
        self.filled = {"state": FILLED, "ended_on": self.today}
        self.structure = new_structure(
            name="Les Peintres solidaires", kind="etti", phone="01 60 00 00 22",
            siret="99910002700013", organisation_id=committee.structure.organisation_id,
            commune_id="77288",
        )  # fmt: skip
        self.prescriber = new_structure(
            name="Mission locale de Meaux", kind="mission_locale", phone="01 60 00 00 23",
            organisation_id=committee.prescriber.organisation_id, commune_id="77284",
        )  # fmt: skip

    @property
    def starts_on(self):
        return self.today + timedelta(7)

    def opening(self, **facts):
        usual = {
            "starts_on": self.starts_on, "ends_on": self.today + timedelta(70),
            "opened_on": self.today,
        }  # fmt: skip
        return new_opening(self.commitment, **{**usual, **facts})

    def asked(self, opening, structure=None, **facts):
        usual = {"asked_on": self.today, "answer_by": self.today + timedelta(7)}
        return new_solicitation(opening, structure or self.structure, **{**usual, **facts})

    def offer(self, asked, **facts):
        """One person, 120 hours a month."""
        Solicitation.objects.filter(pk=asked.pk).update(state=OFFERED, answered_on=self.today)
        usual = {"persons": 1, "minutes_per_month": 120 * 60, "starts_on": self.starts_on}
        return Offer.objects.create(solicitation=asked, **{**usual, **facts})

    def candidate(self, opening, *, is_eligible=True, **facts):
        """Proposed by the prescriber."""
        by = self.committee.prescriber.organisation_id
        said = {"facilitator": self.committee.facilitator}
        file = new_verdict(**said).file if is_eligible else new_file(**said)
        EligibilityFile.objects.filter(pk=file.pk).update(
            asked_by_id=by, contract=self.commitment.contract
        )
        return Candidate.objects.create(
            opening=opening, file=file, proposed_by_id=by, proposed_on=self.today, **facts
        )


@pytest.fixture
def needing(committee):
    return Needing(committee)
