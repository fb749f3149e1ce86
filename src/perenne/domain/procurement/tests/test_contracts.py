"""A contract begins, is carried out by several, changes, and ends."""

from dataclasses import replace
from datetime import date

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement import actions, queries
from perenne.domain.procurement.actions import (
    People,
)
from perenne.domain.procurement.factories import (
    NOTIFIED_ON,
    SIGNED_ON,
    new_call_off,
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.models import Contract, Lot
from perenne.domain.procurement.states import (
    ContractForm,
    ContractState,
    Liability,
    LotState,
    PartyRole,
)
from perenne.domain.procurement.tests.terms import TERMS, award, company
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Euros

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
LATER = date(2027, 3, 1)


@pytest.fixture
def lot(facilitator):
    return new_lot(new_consultation(facilitator=facilitator), state=LotState.PUBLISHED)


@pytest.fixture
def contract(facilitator):
    row = new_contract(facilitator=facilitator, renewals=2, renewal_months=12)
    new_party(row, amount_cents=row.amount_cents)
    return row


def lead_of(contract):
    return contract.parties.get(role=PartyRole.LEAD)


def facts(contract):
    return queries.contract_facts(contract.pk)


def test_a_lot_is_awarded_to_one_company_which_carries_out_all_of_it(facilitator, lot):
    (contract_id,) = actions.award_lot(lot_id=lot.pk, awards=[award()], by=facilitator)

    said = queries.contract_facts(contract_id)
    assert Lot.objects.get().state == LotState.AWARDED
    assert (said.state, said.amount, said.lot_id) == (ContractState.SIGNED, TERMS.amount, lot.pk)
    assert (said.lead.name, said.lead.amount) == ("Bâtir SA", TERMS.amount)
    assert [entry.act for entry in Entry.objects.order_by("id")] == [
        "lot.award", "contract.record",
    ]  # fmt: skip


def test_a_framework_has_as_many_contracts_as_awardees(facilitator, lot):
    both = actions.award_lot(
        lot_id=lot.pk, awards=[award("AC-1"), award("AC-2", lead=company("Autre"))], by=facilitator
    )
    third = actions.add_awardee(lot_id=lot.pk, award=award("AC-3"), by=facilitator)
    (card,) = queries.consultation_card(lot.consultation_id, seen_by=facilitator, on=TODAY).lots
    assert [one.id for one in card.contracts] == [*both, third]
    with pytest.raises(Refused):
        actions.award_lot(lot_id=lot.pk, awards=[award("AC-4")], by=facilitator)


def consortium(*amounts, liability=Liability.SEVERAL, lead=600_000):
    others = tuple(company(f"Cotraitant {n}", amount) for n, amount in enumerate(amounts))
    return award(
        "GPT", lead=company("Mandataire", lead), co_contractors=others, liability=liability
    )


def test_the_parts_of_a_consortium_add_up_to_the_contract(facilitator, lot):
    said = consortium(300_000, 100_000)
    (contract_id,) = actions.award_lot(lot_id=lot.pk, awards=[said], by=facilitator)
    parties = queries.contract_facts(contract_id).parties
    assert [(party.role, party.amount) for party in parties] == [
        (PartyRole.LEAD, Euros.of(600_000)),
        (PartyRole.CO_CONTRACTOR, Euros.of(300_000)),
        (PartyRole.CO_CONTRACTOR, Euros.of(100_000)),
    ]


def test_joint_members_may_share_nothing_out(facilitator, lot):
    said = consortium(None, liability=Liability.JOINT, lead=None)
    (contract_id,) = actions.award_lot(lot_id=lot.pk, awards=[said], by=facilitator)
    assert [party.amount for party in queries.contract_facts(contract_id).parties] == [None, None]


TWICE = company()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (consortium(399_999), "font 999 999 € et le marché 1 000 000 €"),
        (consortium(None), "donnez la part de chaque membre"),
        (consortium(None, liability=Liability.JOINT), "donnez la part de chaque membre"),
        (consortium(), "au moins un cotraitant"),
        (consortium(400_000, liability=Liability.NONE), "« Pas de groupement »"),
        (award(lead=TWICE, co_contractors=(TWICE,), liability=Liability.JOINT), "deux fois"),
        (award(terms=replace(TERMS, renewals=1)), "ou aucune des deux"),
        (award(terms=replace(TERMS, object=" ")), "Donnez la référence et l’objet"),
        (award(terms=replace(TERMS, form=ContractForm.CALLED_FROM)), "page de son accord-cadre"),
    ],
)
def test_an_award_that_does_not_hold_is_refused_and_nothing_is_kept(
    facilitator, lot, said, sentence
):
    with pytest.raises(Refused) as refused:
        actions.award_lot(lot_id=lot.pk, awards=[said], by=facilitator)
    assert sentence in " ".join(str(refused.value).split())
    assert Contract.objects.count() == 0
    lot.refresh_from_db()
    assert lot.state == LotState.PUBLISHED


def test_a_contract_is_recorded_without_a_lot_once_under_its_reference(facilitator, buyer):
    people = People(buyer.organisation_id)
    actions.record_contract(award=award(), people=people, by=facilitator)
    with pytest.raises(Refused, match="déjà un marché sous cette référence"):
        actions.record_contract(award=award(), people=people, by=facilitator)
    assert Contract.objects.count() == 1


def test_a_contract_is_called_from_a_framework_of_the_same_people(facilitator):
    framework = new_contract(facilitator=facilitator, form=ContractForm.FRAMEWORK)
    called = actions.call_contract(contract_id=framework.pk, award=award(), by=facilitator)
    said = queries.contract_facts(called)
    assert (said.form, said.framework_id) == (ContractForm.CALLED_FROM, framework.pk)
    assert said.buyer_id == framework.buyer_id
    with pytest.raises(Refused):
        actions.call_contract(contract_id=called, award=award("X"), by=facilitator)


def test_once_notified_it_is_seen_by_the_companies_that_are_linked_to_it(facilitator):
    contract = new_contract(facilitator=facilitator, state=ContractState.SIGNED, signed_on=None)
    company_ = new_actor(Role.COMPANY)
    with pytest.raises(Refused, match="d’abord le titulaire"):
        actions.notify_contract(contract_id=contract.pk, notified_on=TODAY, by=facilitator)
    new_party(contract, company=company_, since=None)
    with pytest.raises(NotFound):
        queries.contract_card(contract.pk, seen_by=company_, on=TODAY)

    actions.notify_contract(
        contract_id=contract.pk, notified_on=TODAY, starts_on=LATER, by=facilitator
    )

    card = queries.contract_card(contract.pk, seen_by=company_, on=TODAY)
    assert (card.facts.notified_on, card.facts.starts_on, card.facts.lead.since) == (
        TODAY, LATER, LATER,
    )  # fmt: skip
    assert (card.may, card.facts.signed_on) == (frozenset(), TODAY)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"notified_on": date(2026, 8, 1)}, "se notifie après sa signature"),
        ({"notified_on": TODAY, "starts_on": NOTIFIED_ON}, "au plus tôt le jour"),
    ],
)
def test_days_that_cannot_be_are_refused(facilitator, days, sentence):
    contract = new_contract(facilitator=facilitator, state=ContractState.SIGNED)
    new_party(contract)
    with pytest.raises(Refused, match=sentence):
        actions.notify_contract(contract_id=contract.pk, by=facilitator, **days)


def test_a_consortium_is_whole_before_it_is_notified(facilitator):
    contract = new_contract(
        facilitator=facilitator, state=ContractState.SIGNED, liability=Liability.JOINT
    )
    new_party(contract)
    with pytest.raises(Refused, match="n’a pas de cotraitant"):
        actions.notify_contract(contract_id=contract.pk, notified_on=TODAY, by=facilitator)


def test_what_is_over_changes_no_more(facilitator, contract):
    with pytest.raises(Refused, match="après avoir commencé"):
        actions.end_contract(contract_id=contract.pk, ended_on=SIGNED_ON, by=facilitator)
    with pytest.raises(Refused, match="Dites pourquoi"):
        actions.terminate_contract(
            contract_id=contract.pk, ended_on=TODAY, reason="  ", by=facilitator
        )
    actions.end_contract(contract_id=contract.pk, ended_on=TODAY, by=facilitator)
    with pytest.raises(Refused, match="changé d’étape"):
        actions.suspend_contract(
            contract_id=contract.pk, since=TODAY, reason="Intempéries", by=facilitator
        )
    assert facts(contract).ended_on == TODAY


def test_a_termination_is_told_with_its_reason(facilitator, contract):
    actions.terminate_contract(
        contract_id=contract.pk, ended_on=TODAY, reason="Liquidation.", by=facilitator
    )
    assert (facts(contract).state, facts(contract).reason) == (
        ContractState.TERMINATED, "Liquidation.",
    )  # fmt: skip
    assert Entry.objects.get(act="contract.terminate").reason == "Liquidation."


def suspend(facilitator, contract, since, until=None, reason="Intempéries"):
    actions.suspend_contract(
        contract_id=contract.pk, since=since, until=until, reason=reason, by=facilitator
    )


@pytest.mark.parametrize("number", [1, 12])
def test_facts_and_lists_ask_the_same_whatever_the_rows(
    facilitator, number, django_assert_num_queries
):
    for _ in range(number):
        row = new_contract(facilitator=facilitator, form=ContractForm.FRAMEWORK)
        lead = new_party(row)
        for _ in range(number):
            new_party(row, under=lead)
            new_call_off(row)
    ids = list(Contract.objects.values_list("pk", flat=True))
    with django_assert_num_queries(1):
        assert len(queries.facts_of_contracts(ids)) == number
    with django_assert_num_queries(3):
        card = queries.contract_card(ids[0], seen_by=facilitator, on=TODAY)
    assert len(card.parties) == number + 1
    with django_assert_num_queries(2):
        assert queries.contracts_of(seen_by=facilitator).total == number


@pytest.mark.parametrize("role", [Role.BUYER, Role.FACILITATOR, Role.COMPANY, Role.PRESCRIBER])
def test_a_stranger_neither_sees_nor_changes_it(contract, role):
    stranger = new_actor(role)
    with pytest.raises(NotFound):
        queries.contract_card(contract.pk, seen_by=stranger, on=TODAY)
    with pytest.raises(Refused):
        suspend(stranger, contract, TODAY)
    assert queries.contracts_of(seen_by=stranger).total == 0


def test_the_coordination_sees_all_and_records_nothing(contract):
    coordination = new_actor(Role.COORDINATION)
    card = queries.contract_card(contract.pk, seen_by=coordination, on=TODAY)
    assert card.may <= {"contract.publish"}  # what is published of it, and nothing of its life
    assert card.shows_amounts
    with pytest.raises(Refused):
        suspend(coordination, contract, TODAY)
