"""Those who carry a contract out, as a tree: each under the one who entrusts it its part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from perenne.domain.procurement.queries.facts import PartyFact
from perenne.domain.procurement.states import PartyRole
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class PartyNode:
    """`depth`: how many steps below the contract. `amount`: None when unknown, or not theirs."""

    id: int
    name: str
    siret: str
    role: PartyRole
    depth: int
    amount: Euros | None
    is_linked: bool
    since: date | None
    until: date | None
    is_theirs: bool

    @property
    def is_subcontractor(self) -> bool:
        return self.role is PartyRole.SUBCONTRACTOR


def tree_of(parties: Sequence[PartyFact], *, for_organisation: int | None) -> tuple[PartyNode, ...]:
    """Depth first. A party reads its own amount, and those it entrusted; its people read all."""
    theirs = {
        party.id
        for party in parties
        if for_organisation is not None and party.organisation_id == for_organisation
    }
    shown = {party.id for party in parties}
    if for_organisation is not None:
        shown = theirs | {party.id for party in parties if party.principal_id in theirs}
    return tuple(_below(None, parties, shown=shown, theirs=theirs, depth=0))


def _below(
    principal: int | None,
    parties: Sequence[PartyFact],
    *,
    shown: set[int],
    theirs: set[int],
    depth: int,
) -> Iterator[PartyNode]:
    for party in parties:
        if party.principal_id == principal:
            yield PartyNode(
                id=party.id,
                name=party.name,
                siret=str(party.siret),
                role=party.role,
                depth=depth,
                amount=party.amount if party.id in shown else None,
                is_linked=party.organisation_id is not None,
                since=party.since,
                until=party.until,
                is_theirs=party.id in theirs,
            )
            yield from _below(party.id, parties, shown=shown, theirs=theirs, depth=depth + 1)
