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


def under_a_stranger():
    new_party(new_contract(), under=new_party(new_contract()))


def a_form_changed_once_used():
    contract = framework()
    new_call_off(contract)
    Contract.objects.filter(pk=contract.pk).update(form=ContractForm.ORDINARY)


def called_from(contract, **facts):
    return new_contract(form=ContractForm.CALLED_FROM, framework=contract, **facts)


def called_from_an_ordinary_one():
    contract = new_contract()
    called_from(contract, buyer_id=contract.buyer_id)


FORBIDDEN = {
    "members that share more than the contract": more_than_the_contract,
    "a contract of less than its members share": less_than_its_members,
    "subcontractors that carry out more than their principal": more_than_the_principal,
    "a principal that keeps less than it gave away": a_principal_less_than_its_subcontractor,
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
    "a contract called from an ordinary one": called_from_an_ordinary_one,
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


SAYING_NO = {
    "a contract called from an ordinary one": "framework_is_one_of_the_same_buyer",
    "a contract called from the framework of another buyer": "framework_is_one_of_the_same_buyer",
    "a contract ended that was never notified": "keeps_to_its_moves",
    "a contract of less than its members share": "members_share_the_amount_of_their_contract",
    "a form changed once it is used": "form_stands_once_it_is_used",
    "a lot awarded on no day": "lot_published_has_its_day",
    "a lot dropped without a word": "lot_without_an_award_says_why",
    "a phase of an ordinary contract": "phase_is_of_a_phased_contract",
    "a principal that keeps less than it gave away":
        "subcontractors_carry_out_a_part_of_their_principal",
    "a renewal that the contract does not have": "renewal_is_one_that_the_contract_has",
    "a subcontractor of nobody": "subcontractor_alone_has_a_principal",
    "a subcontractor under a party of another contract": "principal_is_of_the_same_contract",
    "a suspension within another": "suspensions_of_a_contract_do_not_overlap",
    "an order of nothing": "call_off_orders_something",
    "an order under an ordinary contract": "call_off_is_of_a_framework",
    "members that share more than the contract": "members_share_the_amount_of_their_contract",
    "subcontractors that carry out more than their principal":
        "subcontractors_carry_out_a_part_of_their_principal",
    "two firm phases": "contract_has_one_firm_phase",
    "two leads": "contract_has_one_lead",
}  # fmt: skip
"""The constraint that refuses each; a contract that is over, everything else."""


def ordered_then_over():
    contract = framework()
    new_call_off(contract)
    Contract.objects.filter(pk=contract.pk).update(state=ContractState.ENDED, ended_on=DAY)
    return contract


def refusal_of(write):
    """The name of the constraint that says no; empty when the write was let through."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            write()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except DatabaseError as refused:
        return str(refused.__cause__.diag.constraint_name)
    return ""


def test_what_can_never_be_true_is_refused_by_the_database():
    told = {what: refusal_of(write) for what, write in FORBIDDEN.items()}
    print(f"{len(told)} forbidden writes, {sum(map(bool, told.values()))} refused")
    assert told == {what: SAYING_NO.get(what, "contract_over_changes_no_more") for what in told}


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
