"""A commitment of the committee: its company is the lead, its structure a subcontractor."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from perenne.domain.clauses.actions import propose_share
from perenne.domain.clauses.factories import (
    new_commitment,
    share_numbered,
    token_for,
    whole_of,
)
from perenne.domain.procurement.factories import new_party
from perenne.values import Hours


class Running:
    """1 000 hours over a year, notified a month ago; 300 proposed to a structure with a space,
    and a subcontractor who has none."""

    def __init__(self, committee):
        self.committee, self.today = committee, localdate()
        started = self.today - timedelta(30)
        self.commitment = new_commitment(
            committee.facilitator, buyer=committee.buyer, company=committee.company,
            object="Gros œuvre du groupe scolaire", months=12, signed_on=started,
            notified_on=started, starts_on=started,
        )  # fmt: skip
        self.whole = whole_of(self.commitment)
        contract, lead = self.commitment.contract, self.whole.party
        self.sub = new_party(contract, under=lead, company=committee.structure, name="Relais 77")
        self.mail = "chantier@chape.test"
        self.other = new_party(contract, under=lead, name="Chape Brie", email=self.mail)
        self.share = self.propose(self.sub, 300)

    def propose(self, party, hours):
        share_id = propose_share(
            parent_id=self.whole.pk, party_id=party.pk, hours=Hours.of(hours),
            by=self.committee.company, on=self.today, now=now(),
        )  # fmt: skip
        return share_numbered(share_id)

    @property
    def ids(self):
        return [self.commitment.pk, self.share.pk]

    @staticmethod
    def token(share):
        return token_for(share.pk)


@pytest.fixture(scope="module")
def running(standing, standing_committee):
    with standing():
        return Running(standing_committee)
