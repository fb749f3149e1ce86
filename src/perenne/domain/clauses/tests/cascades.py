"""A commitment whose hours go down two ranks, and who may act on them."""

from datetime import UTC, date, datetime

from perenne.domain.clauses.actions import sharing
from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.queries.shares import carried_by_party
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import new_party
from perenne.kit.actors import Role
from perenne.values import Hours

ON, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC)


class Cascade:
    """A lead with a space, a subcontractor with one, another without, one of the second rank."""

    def __init__(self):
        self.facilitator, self.buyer = new_actor(Role.FACILITATOR), new_actor(Role.BUYER)
        self.lead, self.sub = new_actor(Role.COMPANY), new_actor(Role.INCLUSION_STRUCTURE)
        self.commitment = new_commitment(self.facilitator, buyer=self.buyer, company=self.lead)
        self.whole = whole_of(self.commitment)
        contract, top = self.commitment.contract, self.whole.party
        self.first = new_party(contract, under=top, company=self.sub)
        self.second = new_party(contract, under=top, email="paul@chape.test")
        self.deep = new_party(contract, under=self.first, email="deep@chape.test")

    def propose(self, hours, party=None, parent=None, by=None):
        return sharing.propose_share(
            parent_id=parent or self.whole.pk,
            party_id=(party or self.first).pk,
            hours=Hours.of(hours),
            by=by or self.lead,
            on=ON,
            now=NOW,
        )

    def accept(self, share_id, by=None):
        sharing.accept_share(share_id=share_id, by=by or self.sub, on=ON)

    def carried(self):
        found = carried_by_party([self.commitment.pk])
        return {party: hours.minutes // 60 for party, hours in found.items()}
