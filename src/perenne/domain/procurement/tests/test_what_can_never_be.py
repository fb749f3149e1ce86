"""Writes that nobody may make on consultations and contracts, tried past the actions."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from perenne.domain.procurement.factories import new_call_off, new_contract, new_lot, new_party
from perenne.domain.procurement.models import (
    Amendment,
    CallOff,
    Contract,
    Party,
    Phase,
    Renewal,
    Suspension,
)
from perenne.domain.procurement.states import (
    ContractForm,
    ContractState,
    Liability,
    LotState,
    PartyRole,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)
SHARES = {
    "amendment": {"number": 1, "signed_on": DAY, "effective_on": DAY, "subject": "Plus-value"},
    "renewal": {"number": 1, "decided_on": DAY, "starts_on": DAY, "takes_place": True},
    "suspension": {"since": DAY, "reason": "Intempéries"},
}


def amended(contract, **facts):
    return Amendment.objects.create(contract=contract, **SHARES["amendment"] | facts)


def renewed(contract, **facts):
    return Renewal.objects.create(contract=contract, **SHARES["renewal"] | facts)


def suspended(contract, **facts):
    return Suspension.objects.create(contract=contract, **SHARES["suspension"] | facts)


def phase(contract, **facts):
    said = {"number": 1, "label": "Ferme", "amount_cents": 1, "is_firm": True}
    return Phase.objects.create(contract=contract, **said | facts)


def consortium():
    contract = new_contract(liability=Liability.JOINT, amount_cents=100)
    lead = new_party(contract, amount_cents=60)
    return contract, lead, new_party(contract, role=PartyRole.CO_CONTRACTOR, amount_cents=40)


def framework():
    return new_contract(form=ContractForm.FRAMEWORK)


def over(state=ContractState.ENDED):
    """A framework that lived, and is over."""
    contract = new_contract(form=ContractForm.FRAMEWORK, renewals=2, renewal_months=12)
    new_party(contract)
    amended(contract), suspended(contract)
    Contract.objects.filter(pk=contract.pk).update(state=state, ended_on=DAY, reason="Faute")
    contract.refresh_from_db()
    return contract


def more_than_the_contract():
    contract, *_ = consortium()
    new_party(contract, role=PartyRole.CO_CONTRACTOR, amount_cents=1)


def less_than_its_members():
    contract, *_ = consortium()
    Contract.objects.filter(pk=contract.pk).update(amount_cents=99)


def more_than_the_principal():
    _, lead, _ = consortium()
    new_party(lead.contract, under=lead, amount_cents=40)
    new_party(lead.contract, under=lead, amount_cents=21)


def a_principal_less_than_its_subcontractor():
    _, lead, _ = consortium()
    new_party(lead.contract, under=lead, amount_cents=50)
    Party.objects.filter(pk=lead.pk).update(amount_cents=49)


def alone_with_a_co_contractor():
    contract = new_contract()
    new_party(contract)
    Party.objects.create(
        contract=contract, role=PartyRole.CO_CONTRACTOR, name="X", siret="21770284400010"
    )


def under_a_stranger():
    new_party(new_contract(), under=new_party(new_contract()))


def a_form_changed_once_used():
    contract = framework()
    new_call_off(contract)
    Contract.objects.filter(pk=contract.pk).update(form=ContractForm.ORDINARY)


def called_from(contract, **facts):
    return new_contract(form=ContractForm.CALLED_FROM, framework=contract, **facts)


FORBIDDEN = {
    "members that share more than the contract": more_than_the_contract,
    "a contract of less than its members share": less_than_its_members,
    "subcontractors that carry out more than their principal": more_than_the_principal,
    "a principal that keeps less than it gave away": a_principal_less_than_its_subcontractor,
    "a co-contractor where there is no consortium": alone_with_a_co_contractor,
    "a subcontractor under a party of another contract": under_a_stranger,
    "two leads": lambda: [new_party(c) for c in [new_contract()] * 2],
    "a subcontractor of nobody": lambda: new_party(new_contract(), role=PartyRole.SUBCONTRACTOR),
    "a renewal that the contract does not have": lambda: renewed(
        new_contract(renewals=1, renewal_months=12), number=2
    ),
    "an order under an ordinary contract": lambda: new_call_off(new_contract()),
    "an order of nothing": lambda: new_call_off(framework(), ordered_cents=0),
    "a phase of an ordinary contract": lambda: phase(new_contract()),
    "two firm phases": lambda: [
        phase(c, number=n) for c in [new_contract(form=ContractForm.PHASED)] for n in (1, 2)
    ],
    "a form changed once it is used": a_form_changed_once_used,
    "a contract called from an ordinary one": lambda: called_from(new_contract()),
    "a contract called from the framework of another buyer": lambda: called_from(framework()),
    "a suspension within another": lambda: [
        suspended(c, since=day) for c in [new_contract()] for day in (DAY, date(2026, 12, 1))
    ],
    "a party added to a contract that is over": lambda: new_party(
        over(), role=PartyRole.CO_CONTRACTOR
    ),
    "a party of a contract that is over taken away": lambda: Party.objects.filter(
        contract=over()
    ).delete(),
    "the share of a party changed once it is over": lambda: Party.objects.filter(
        contract=over(ContractState.TERMINATED)
    ).update(amount_cents=1),
    "an amendment to a contract that is over": lambda: amended(over(), number=2),
    "an amendment rewritten once it is over": lambda: Amendment.objects.filter(
        contract=over()
    ).update(amount_cents=1),
    "a renewal of a contract that is over": lambda: renewed(over()),
    "a suspension ended once it is over": lambda: Suspension.objects.filter(contract=over()).update(
        until=DAY
    ),
    "an order under a framework that is over": lambda: new_call_off(over()),
    "an order taken back once it is over": lambda: CallOff.objects.filter(
        contract=ordered_then_over()
    ).delete(),
    "a contract ended that was never notified": lambda: Contract.objects.filter(
        pk=new_contract(state=ContractState.SIGNED).pk
    ).update(state=ContractState.ENDED, ended_on=DAY),
    "a lot awarded on no day": lambda: new_lot(state=LotState.AWARDED, published_on=None),
    "a lot dropped without a word": lambda: new_lot(state=LotState.DROPPED, reason=""),
}


def ordered_then_over():
    contract = framework()
    new_call_off(contract)
    Contract.objects.filter(pk=contract.pk).update(state=ContractState.ENDED, ended_on=DAY)
    return contract


def refusal_of(write):
    """The SQLSTATE and the constraint; empty when the write was let through."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            write()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except DatabaseError as refused:
        return str(getattr(refused.__cause__, "sqlstate", ""))
    return ""


def test_what_can_never_be_true_is_refused_by_the_database():
    told = {what: refusal_of(write) for what, write in FORBIDDEN.items()}
    print(f"{len(told)} forbidden writes, {sum(map(bool, told.values()))} refused")
    assert {
        what: said for what, said in told.items() if said not in {"23514", "23505", "23P01"}
    } == {}


def test_what_may_be_is_let_through():
    def live():
        contract, lead, other = consortium()
        amended(contract, amount_cents=150)
        Party.objects.filter(pk=other.pk).update(until=DAY)
        new_party(contract, role=PartyRole.CO_CONTRACTOR, amount_cents=90)
        new_party(contract, under=lead, amount_cents=60)
        called_from(framework_of(contract), buyer=None, buyer_id=contract.buyer_id)
        Party.objects.filter(contract=over()).update(email="", organisation=None)

    assert refusal_of(live) == ""


def framework_of(contract):
    return new_contract(form=ContractForm.FRAMEWORK, buyer_id=contract.buyer_id)
