"""Whom a mail about a commitment reaches: those of an organisation, or the contact of a party."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.states import OPEN_SHARES
from perenne.domain.organisations.models import Seat
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.mails.sending import Message

WITHOUT_ACCOUNT = "Sans compte, répondez à ce message : le facilitateur du marché vous lira."


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
    """The buyer, the facilitator, then each party of the contract still in it, once each; of its
    subcontractors, those who have hours of the clause: the others have no page of it."""
    contract = commitment.contract
    with_hours = commitment.shares.filter(state__in=OPEN_SHARES).values("party")
    strangers = contract.parties.filter(role=PartyRole.SUBCONTRACTOR).exclude(pk__in=with_hours)
    parties = contract.parties.filter(until__isnull=True).exclude(pk__in=strangers).order_by("pk")
    found = [*people_at(contract.buyer_id), *people_at(contract.facilitator_id)]
    return list(dict.fromkeys([*found, *(one for party in parties for one in people_of(party))]))


def with_page(
    message: Message, addresses: Iterable[str], page: str, bye: str, *, contract: Contract
) -> Iterator[Message]:
    """One mail each. `page`, words and address, is for who has a place from which the contract is
    seen: the others, an account elsewhere or none, are told to answer the mail."""
    spaces = spaces_seeing(contract)
    for one in message.to_each(addresses):
        seats = Seat.objects.filter(person__email__iexact=one.to, person__is_active=True)
        said = page if seats.filter(organisation__in=spaces).exists() else WITHOUT_ACCOUNT
        yield replace(one, body=f"{one.body}\n\n{said}{bye}")


def spaces_seeing(contract: Contract) -> list[int]:
    """Its buyer, its facilitator, and the parties with hours of it whose space is linked."""
    shares = CommitmentShare.objects.filter(
        commitment__contract=contract, state__in=OPEN_SHARES, party__organisation__isnull=False
    )
    parties = shares.values_list("party__organisation", flat=True)
    return [contract.buyer_id, contract.facilitator_id, *parties]
