from datetime import date

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.compliance.factories import heard, new_shortfall
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role

TODAY = date(2026, 11, 26)


class Scene:
    """A contract of a year begun ten months ago, on which nothing was done."""

    def __init__(self):
        self.facilitator = new_actor(Role.FACILITATOR)
        self.buyer = new_actor(Role.BUYER)
        self.company = new_actor(Role.COMPANY)
        self.commitment = self.another()
        self.party = whole_of(self.commitment).party

    def another(self):
        people = {"company": self.company, "buyer": self.buyer}
        return new_commitment(self.facilitator, **people, hours=1_000, **STARTED)

    def opened(self):
        return new_shortfall(self.commitment, by=self.facilitator)

    def heard(self):
        return heard(self.opened(), buyer=self.buyer)


STARTED = {
    "signed_on": date(2025, 12, 15), "notified_on": date(2026, 1, 5),
    "starts_on": date(2026, 1, 5), "months": 12,
}  # fmt: skip


@pytest.fixture
def scene(db):
    return Scene()
