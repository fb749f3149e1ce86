"""Whom a mail about a commitment reaches: those of an organisation, or the contact of a party."""

from perenne.domain.clauses.models import Commitment
from perenne.domain.organisations.models import Seat
from perenne.domain.procurement.models import Party


def people_at(organisation_id: int) -> list[str]:
    """The administrators of a space."""
    seats = Seat.objects.filter(
        organisation_id=organisation_id, is_admin=True, person__is_active=True
    )
    return list(seats.order_by("pk").values_list("person__email", flat=True))


def people_of(party: Party) -> list[str]:
    """The contact named for the clause, else the administrators of its space."""
    if party.email:
        return [party.email]
    return people_at(party.organisation_id) if party.organisation_id else []


def everybody_in(commitment: Commitment) -> list[str]:
    """The buyer, the facilitator, then each party of the contract still in it, once each."""
    contract = commitment.contract
    parties = contract.parties.filter(until__isnull=True).order_by("pk")
    found = [*people_at(contract.buyer_id), *people_at(contract.facilitator_id)]
    return list(dict.fromkeys([*found, *(one for party in parties for one in people_of(party))]))
