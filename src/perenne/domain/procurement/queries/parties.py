"""Those who carry a contract out, as a tree: each under the one who entrusts it its part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.procurement.queries.facts import PartyFact
from perenne.domain.procurement.states import PartyRole
from perenne.values import Euros, Siret

KEPT_OUT = [OrganisationState.CLOSED, OrganisationState.SUSPENDED, OrganisationState.REFUSED]


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
    principal: str
    """Who entrusts it its part; empty for a member of the contract itself."""
    is_of_a_consortium: bool

    @property
    def role_label(self) -> str:
        if self.role is PartyRole.LEAD:
            return "Mandataire" if self.is_of_a_consortium else "Titulaire"
        if not self.principal:
            return self.role.label
        rank = f" de rang {self.depth}" if self.depth > 1 else ""
        return f"{self.role.label}{rank}, pour {self.principal}"


def spaces_under(sirets: Iterable[str]) -> Mapping[str, str]:
    """The name of the space that each of these numbers has, where it may carry out contracts."""
    rows = Organisation.objects.filter(
        siret__in=[siret.replace(" ", "") for siret in sirets],
        kind__in=[Kind.COMPANY, Kind.INCLUSION_STRUCTURE],
    ).exclude(state__in=KEPT_OUT)
    return {str(Siret(row.siret or "")): row.name for row in rows}


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
    named = {party.id: party.name for party in parties}
    is_consortium = any(party.role is PartyRole.CO_CONTRACTOR for party in parties)
    return tuple(
        PartyNode(
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
            principal=named.get(party.principal_id or 0, ""),
            is_of_a_consortium=is_consortium,
        )
        for party, depth in _below(None, parties, depth=0)
    )


def _below(
    principal: int | None, parties: Sequence[PartyFact], *, depth: int
) -> Iterator[tuple[PartyFact, int]]:
    for party in parties:
        if party.principal_id == principal:
            yield party, depth
            yield from _below(party.id, parties, depth=depth + 1)
