"""What a published contract adds to one of ours: companies, amendments, subcontracts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from perenne.domain.procurement.models import Amendment, Contract, Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.decp import Act, Change, Holder, Published
from perenne.values import Siret

LAST_NUMBER = 32_767
SUBJECT = "Modification n° {number}, reprise des données essentielles publiées"


def complete_from(published: Published, contract: Contract, *, is_made: bool) -> dict[str, int]:
    """How many amendments and companies were added: what is there already is left as it is."""
    changes = usable(published)
    return {
        "amendments": add_amendments(contract, changes),
        "parties": add_parties(contract, published, changes, is_made=is_made),
    }


@dataclass(frozen=True, slots=True)
class Dated:
    number: int
    on: date
    change: Change


def usable(published: Published) -> list[Dated]:
    """Dated after the notification, with a number: the others are told as anomalies."""
    kept: dict[int, Dated] = {}
    for one in published.changes:
        number, on = one.number or 0, one.notified_on
        if on and 0 < number <= LAST_NUMBER and on >= (published.notified_on or on):
            kept.setdefault(number, Dated(number, on, one))
    return sorted(kept.values(), key=lambda one: (one.on, one.number))


def add_amendments(contract: Contract, changes: Iterable[Dated]) -> int:
    known = set(Amendment.objects.filter(contract=contract).values_list("number", flat=True))
    new = [
        Amendment(
            contract=contract,
            number=one.number,
            signed_on=one.on,
            effective_on=one.on,
            amount_cents=one.change.cents,
            months=one.change.months,
            subject=SUBJECT.format(number=one.number),
        )
        for one in changes
        if one.number not in known
    ]
    Amendment.objects.bulk_create(new)
    return len(new)


def add_parties(
    contract: Contract, published: Published, changes: Iterable[Dated], *, is_made: bool
) -> int:
    """Of a contract of ours, only what it lacks altogether: its companies are known better here."""
    before = {
        party.siret: party for party in Party.objects.filter(contract=contract, principal=None)
    }
    added = 0
    if is_made or not before:
        added += add_holders(contract, published.holders, before, published.notified_on)
        for one in changes:
            if one.change.holders and is_made:
                added += replace_holders(contract, one.change, before)
    lead = next((one for one in before.values() if one.role == PartyRole.LEAD), None)
    return added + (add_subcontractors(lead, published.acts) if lead else 0)


def add_holders(
    contract: Contract, holders: Iterable[Holder], before: dict[str, Party], since: date | None
) -> int:
    """The first one leads. A company without a SIRET stays in what was published."""
    has_lead = any(party.role == PartyRole.LEAD for party in before.values())
    added = 0
    for holder in holders:
        if not holder.siret or holder.siret in before:
            continue
        role = PartyRole.CO_CONTRACTOR if has_lead else PartyRole.LEAD
        party = Party.objects.create(
            contract=contract, role=role, name=named(holder), siret=holder.siret, since=since
        )
        before[holder.siret] = party
        has_lead, added = True, added + 1
    return added


def replace_holders(contract: Contract, change: Change, before: dict[str, Party]) -> int:
    """Those who are not named any more stop on the day of the change; the lead passes on."""
    staying = [holder.siret for holder in change.holders if holder.siret]
    if not staying:
        return 0
    for siret, party in before.items():
        if siret not in staying and party.until is None:
            party.until = change.notified_on
            party.role = PartyRole.CO_CONTRACTOR.value
            party.save(update_fields=["until", "role"])
    return add_holders(contract, change.holders, before, change.notified_on)


def add_subcontractors(lead: Party, acts: Iterable[Act]) -> int:
    """Several acts of one company are one party: the sum of what they carry out.

    Amounts that exceed what the lead carries out itself are left unsaid.
    """
    by_siret = defaultdict[str, list[Act]](list)
    for act in acts:
        if act.subcontractor.siret and act.subcontractor.siret != lead.siret:
            by_siret[act.subcontractor.siret].append(act)
    known = {party.siret: party for party in Party.objects.filter(principal=lead)}
    whole = sum(act.cents or 0 for theirs in by_siret.values() for act in theirs)
    fits = lead.amount_cents is None or whole <= lead.amount_cents
    added = 0
    for siret, theirs in by_siret.items():
        amount = sum(act.cents or 0 for act in theirs) or None if fits else None
        since = min((act.notified_on for act in theirs if act.notified_on), default=None)
        party = known.get(siret) or Party(
            contract_id=lead.contract_id,
            role=PartyRole.SUBCONTRACTOR,
            principal=lead,
            name=named(theirs[0].subcontractor),
            siret=siret,
        )
        added += party.pk is None
        if (party.amount_cents, party.since) != (amount, since):
            party.amount_cents, party.since = amount, since
            party.save()
    return added


def named(holder: Holder) -> str:
    """The format of 2024 gives no name: the number stands for it until somebody says it."""
    return holder.name or f"SIRET {Siret(holder.siret)}"
