"""Eight write at the same instant on one lot, one purchase, one contract: nothing is lost.

`at_once` lets only refusals through: a deadlock or a broken constraint fails the test.
"""

from datetime import date, timedelta

import pytest
from django.db.models import Sum

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement import actions
from perenne.domain.procurement.actions import (
    AmendmentFacts,
    ConsultationFacts,
    InvoiceFacts,
)
from perenne.domain.procurement.factories import (
    new_call_off,
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.models import (
    Amendment,
    Consultation,
    Contract,
    Invoice,
    Lot,
    Party,
    Renewal,
    Suspension,
)
from perenne.domain.procurement.states import ContractForm, ContractState, LotState
from perenne.domain.procurement.tests.terms import award, company
from perenne.domain.programming.factories import new_programme, new_purchase
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Euros

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
TODAY, LATER = date(2026, 11, 23), date(2027, 3, 1)
SAID = AmendmentFacts("Plus-value", TODAY, TODAY)


@pytest.fixture
def facilitator(real_commits):
    return new_actor(Role.FACILITATOR)


def test_a_lot_awarded_by_eight_at_once_has_one_contract(facilitator):
    lot = new_lot(new_consultation(facilitator=facilitator), state=LotState.PUBLISHED)

    outcomes = at_once(
        *[
            lambda n=n: actions.award_lot(lot_id=lot.pk, awards=[award(f"R-{n}")], by=facilitator)
            for n in range(8)
        ]
    )

    assert len(refusals(outcomes)) == 7
    assert all("a changé d’étape" in sentence for sentence in refusals(outcomes))
    assert Contract.objects.count() == Party.objects.count() == 1
    assert Entry.objects.filter(act="lot.award").count() == 1


def test_eight_awardees_added_at_once_are_eight_contracts(facilitator):
    lot = new_lot(new_consultation(facilitator=facilitator), state=LotState.AWARDED)
    outcomes = at_once(
        *[
            lambda n=n: actions.add_awardee(lot_id=lot.pk, award=award(f"R-{n}"), by=facilitator)
            for n in range(8)
        ]
    )
    assert refusals(outcomes) == []
    assert Contract.objects.count() == len(set(outcomes)) == 8


def test_one_reference_recorded_by_eight_at_once_is_recorded_once(facilitator):
    lot = new_lot(new_consultation(facilitator=facilitator), state=LotState.AWARDED)
    outcomes = at_once(
        *[lambda: actions.add_awardee(lot_id=lot.pk, award=award("R"), by=facilitator)] * 8
    )
    assert len(refusals(outcomes)) == 7
    assert Contract.objects.count() == 1


def test_a_purchase_put_out_by_eight_at_once_in_any_order_is_one_lot(facilitator):
    programme = new_programme(new_actor(Role.BUYER), state=ProgrammeState.SENT)
    ids = [
        new_purchase(programme, facilitator=facilitator, state=PurchaseState.KEPT).pk
        for _ in range(4)
    ]
    outcomes = at_once(
        *[
            lambda chosen=chosen: actions.open_from_purchases(
                said=ConsultationFacts("Travaux"), purchase_ids=chosen, by=facilitator
            )
            for chosen in [ids, ids[::-1]] * 4
        ]
    )
    assert len(refusals(outcomes)) == 7
    assert all("déjà dans une consultation" in sentence for sentence in refusals(outcomes))
    assert (Consultation.objects.count(), Lot.objects.count()) == (1, 4)


def test_eight_who_change_one_contract_each_leave_their_mark(facilitator):
    contract = new_contract(facilitator=facilitator, renewals=2, renewal_months=12)
    lead = new_party(contract, amount_cents=contract.amount_cents)
    on = {"contract_id": contract.pk, "by": facilitator}
    day = TODAY + timedelta(1)

    def amend(number):
        said = AmendmentFacts(f"Avenant {number}", TODAY, TODAY, amount=Euros.of(number))
        return lambda: actions.amend_contract(said=said, **on)

    def renew():
        return actions.renew_contract(takes_place=True, decided_on=TODAY, **on)

    def suspend(until):
        return lambda: actions.suspend_contract(since=TODAY, until=until, reason="Pluie", **on)

    def enrol(amount):
        return lambda: actions.enrol_subcontractor(
            principal_id=lead.pk,
            party=company(f"Sous-traitant {amount}", amount),
            since=TODAY,
            **on,
        )

    outcomes = at_once(
        amend(1), amend(2), renew, renew, suspend(day), suspend(LATER), enrol(600_000),
        enrol(600_001),
    )  # fmt: skip

    refused = refusals(outcomes)
    assert len(refused) == 2, refused
    assert sorted(outcomes[:4]) == [1, 1, 2, 2]
    assert Amendment.objects.filter(contract=contract).count() == 2
    assert Renewal.objects.filter(contract=contract).count() == 2
    assert Suspension.objects.filter(contract=contract).count() == 1
    assert Party.objects.filter(contract=contract).count() == 2
    assert Entry.objects.filter(subject_id=str(contract.pk)).count() == 6


def test_a_contract_that_ends_meanwhile_lets_nothing_through_afterwards(facilitator):
    for _ in range(4):
        contract = new_contract(facilitator=facilitator)
        new_party(contract)
        on = {"contract_id": contract.pk, "by": facilitator}
        *amended, ended = at_once(
            *[lambda on=on: actions.amend_contract(said=SAID, **on)] * 7,
            lambda on=on: actions.end_contract(ended_on=TODAY, **on),
        )
        contract.refresh_from_db()
        assert (ended, contract.state) == (None, ContractState.ENDED)
        let_through = [one for one in amended if isinstance(one, int)]
        assert sorted(let_through) == list(range(1, len(let_through) + 1))
        assert Amendment.objects.filter(contract=contract).count() == len(let_through)


def test_credit_notes_at_once_never_take_back_more_than_was_invoiced(facilitator):
    contract = new_contract(facilitator=facilitator, form=ContractForm.FRAMEWORK)
    order = new_call_off(contract)
    on = {"contract_id": contract.pk, "call_off_id": order.pk, "by": facilitator}
    actions.record_invoice(said=InvoiceFacts("F1", Euros.of(1_000), TODAY), **on)
    outcomes = at_once(
        *[
            lambda n=n: actions.record_invoice(
                said=InvoiceFacts(f"A{n}", Euros.of(-400), TODAY), **on
            )
            for n in range(8)
        ]
    )
    assert len(refusals(outcomes)) == 6
    assert Invoice.objects.aggregate(net=Sum("amount_cents"))["net"] == 20_000
