"""The months that companies without a space have still to declare, and whom one asks for them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from perenne.domain.hours.models import Sheet, StatementLink
from perenne.domain.hours.states import OPEN
from perenne.domain.procurement.models import Party


@dataclass(frozen=True, slots=True)
class AwaitedMonth:
    """One statement and one address that a contract names; `contracts` are their objects."""

    statement_id: int
    month: date
    email: str
    company: str
    contracts: tuple[str, ...]
    contract_id: int
    facilitator_id: int


def months_awaited(*, on: date, paused: Collection[int] = ()) -> tuple[AwaitedMonth, ...]:
    """Three queries. Months that are over, of contracts that go on; what is declared waits for
    nobody here, whoever is to validate it. An address that took its link back is left alone."""
    sheets = (
        Sheet.objects.filter(state=OPEN, month__lt=on.replace(day=1))
        .filter(statement__organisation=None)
        .exclude(commitment__contract__in=paused)
        .select_related("statement", "commitment__contract")
        .order_by("month", "pk")
    )
    return tuple(_awaited(list(sheets)))


def _awaited(sheets: list[Sheet]) -> Iterator[AwaitedMonth]:
    named = _contacts({sheet.statement.siret for sheet in sheets})
    found: dict[tuple[int, str], list[Sheet]] = {}
    for sheet in sheets:
        for email in named.get((sheet.commitment.contract_id, sheet.statement.siret), {}):
            found.setdefault((sheet.statement_id, email), []).append(sheet)
    revoked = StatementLink.objects.filter(
        statement__in={sheet.statement_id for sheet in sheets}, revoked_at__isnull=False
    )
    for gone in revoked.values_list("statement_id", "email"):
        found.pop(gone, None)
    for (statement_id, email), own in found.items():
        first = own[0]
        contract_id = first.commitment.contract_id
        yield AwaitedMonth(
            statement_id=statement_id,
            month=first.month,
            email=email,
            company=named[contract_id, first.statement.siret][email],
            contracts=tuple(dict.fromkeys(sheet.commitment.contract.object for sheet in own)),
            contract_id=contract_id,
            facilitator_id=first.facilitator_id,
        )


def _contacts(sirets: set[str]) -> dict[tuple[int, str], dict[str, str]]:
    """By contract and company, the addresses and the name there; of companies without a space."""
    named: dict[tuple[int, str], dict[str, str]] = {}
    linked = set()
    for party in Party.objects.filter(siret__in=sirets).order_by("pk"):
        if party.organisation_id:
            linked.add(party.siret)
        elif party.email:
            place = named.setdefault((party.contract_id, party.siret), {})
            place.setdefault(party.email, party.name)
    return {place: emails for place, emails in named.items() if place[1] not in linked}
