"""What changes a contract: amendments, renewals, suspensions, phases, orders."""

from datetime import date

import pytest

from perenne.domain.procurement import actions, queries
from perenne.domain.procurement.actions import (
    AmendmentFacts,
    InvoiceFacts,
    PhaseFacts,
)
from perenne.domain.procurement.factories import (
    SIGNED_ON,
    STARTS_ON,
    new_call_off,
    new_contract,
    new_party,
)
from perenne.domain.procurement.states import (
    ContractForm,
    PartyRole,
)
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.values import Euros, Hours

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
LATER = date(2027, 3, 1)


@pytest.fixture
def contract(facilitator):
    row = new_contract(facilitator=facilitator, renewals=2, renewal_months=12)
    new_party(row, amount_cents=row.amount_cents)
    return row


def lead_of(contract):
    return contract.parties.get(role=PartyRole.LEAD)


def facts(contract):
    return queries.contract_facts(contract.pk)


def amended(facilitator, contract, effective_on, **said):
    facts = AmendmentFacts("Plus-value", signed_on=TODAY, effective_on=effective_on, **said)
    return actions.amend_contract(contract_id=contract.pk, said=facts, by=facilitator)


def test_an_amendment_holds_from_its_day_and_the_first_amount_stays(facilitator, contract):
    assert amended(facilitator, contract, TODAY, amount=Euros.of(1_200_000)) == 1
    assert amended(facilitator, contract, LATER, months=60, due=Hours.of(900)) == 2

    said = facts(contract)
    assert [said.amount_on(day) for day in (STARTS_ON, TODAY, LATER)] == [
        Euros.of(1_000_000), Euros.of(1_200_000), Euros.of(1_200_000),
    ]  # fmt: skip
    assert [said.months_on(day) for day in (TODAY, LATER)] == [48, 60]
    assert said.amount == Euros.of(1_000_000)
    assert said.amendments[1].due == Hours.of(900)
    told = Entry.objects.filter(act="contract.amend").order_by("id").last().facts
    assert (told["number"], told["months"], told["due_minutes"]) == (2, 60, 54_000)
    (caution,) = queries.contract_card(contract.pk, seen_by=facilitator, on=LATER).cautions
    assert "R2194-8" in caution.source


def test_an_amendment_says_what_it_changes_and_comes_after_the_contract(facilitator, contract):
    for said, sentence in (
        (AmendmentFacts(" ", TODAY, TODAY), "en une phrase"),
        (AmendmentFacts("X", date(2026, 1, 1), TODAY), "se signe après"),
    ):
        with pytest.raises(Refused, match=sentence):
            actions.amend_contract(contract_id=contract.pk, said=said, by=facilitator)


def renewed(facilitator, contract, takes_place=True, on=TODAY):
    return actions.renew_contract(
        contract_id=contract.pk, takes_place=takes_place, decided_on=on, by=facilitator
    )


def test_renewals_follow_one_another_and_are_counted(facilitator, contract):
    assert [renewed(facilitator, contract), renewed(facilitator, contract)] == [1, 2]
    said = facts(contract)
    assert [one.starts_on for one in said.decided] == [date(2030, 10, 1), date(2031, 10, 1)]
    assert (said.ends_on(STARTS_ON), said.ends_on(TODAY)) == (date(2030, 10, 1), date(2032, 10, 1))
    with pytest.raises(Refused, match="2 fois au plus"):
        renewed(facilitator, contract)


def test_a_renewal_turned_down_is_the_last(facilitator, contract):
    amended(facilitator, contract, TODAY, months=50)
    renewed(facilitator, contract, takes_place=False)
    assert facts(contract).decided[0].starts_on == date(2030, 12, 1)
    assert facts(contract).renewed_on(LATER) == 0
    with pytest.raises(Refused, match="ne se reconduit plus"):
        renewed(facilitator, contract)


def suspend(facilitator, contract, since, until=None, reason="Intempéries"):
    actions.suspend_contract(
        contract_id=contract.pk, since=since, until=until, reason=reason, by=facilitator
    )


def test_a_suspension_lasts_until_somebody_says_so(facilitator, contract):
    suspend(facilitator, contract, TODAY)
    assert [facts(contract).is_suspended(day) for day in (STARTS_ON, TODAY, LATER)] == [
        False, True, True,
    ]  # fmt: skip
    with pytest.raises(Refused, match="couvre déjà"):
        suspend(facilitator, contract, LATER, until=LATER)
    actions.resume_contract(contract_id=contract.pk, resumed_on=LATER, by=facilitator)
    assert not facts(contract).is_suspended(LATER)
    assert facts(contract).suspensions[0].until == date(2027, 2, 28)
    with pytest.raises(Refused, match="n’est pas suspendu"):
        actions.resume_contract(contract_id=contract.pk, resumed_on=LATER, by=facilitator)
    suspend(facilitator, contract, LATER, until=LATER)


@pytest.mark.parametrize(
    ("since", "until", "reason", "sentence"),
    [
        (SIGNED_ON, None, "Pluie", "après le début"),
        (LATER, TODAY, "Pluie", "finit avant de commencer"),
        (TODAY, None, " ", "Dites pourquoi"),
    ],
)
def test_a_suspension_that_cannot_be_is_refused(
    facilitator, contract, since, until, reason, sentence
):
    with pytest.raises(Refused, match=sentence):
        suspend(facilitator, contract, since, until, reason)


def test_phases_are_declared_then_affirmed_in_time(facilitator):
    contract = new_contract(facilitator=facilitator, form=ContractForm.PHASED)
    declare = {"contract_id": contract.pk, "by": facilitator}
    actions.declare_phase(said=PhaseFacts("Ferme", Euros.of(600_000), is_firm=True), **declare)
    optional = actions.declare_phase(
        said=PhaseFacts("Extension", Euros.of(400_000), lapses_on=TODAY), **declare
    )
    with pytest.raises(Refused, match="déjà une tranche ferme"):
        actions.declare_phase(said=PhaseFacts("X", Euros.of(1), is_firm=True), **declare)
    with pytest.raises(Refused, match="23/11/2026"):
        actions.affirm_phase(phase_id=optional, on=LATER, **declare)
    actions.affirm_phase(phase_id=optional, on=TODAY, **declare)
    with pytest.raises(Refused, match="pas encore affermie"):
        actions.affirm_phase(phase_id=optional, on=TODAY, **declare)
    said = facts(contract).phases
    assert [(phase.number, phase.is_firm, phase.affirmed_on) for phase in said] == [
        (1, True, None), (2, False, TODAY),
    ]  # fmt: skip


def test_orders_are_invoiced_credited_and_closed(facilitator):
    contract = new_contract(facilitator=facilitator, form=ContractForm.FRAMEWORK)
    on = {"contract_id": contract.pk, "by": facilitator}
    order = actions.place_order(reference="BC-1", ordered=Euros.of(5_000), issued_on=TODAY, **on)
    with pytest.raises(Refused, match="déjà enregistré"):
        actions.place_order(reference="BC-1", ordered=Euros.of(1), issued_on=TODAY, **on)

    def invoice(reference, amount, day=TODAY):
        said = InvoiceFacts(reference, Euros.of(amount), day)
        actions.record_invoice(call_off_id=order, said=said, **on)

    invoice("F1", 3_000)
    with pytest.raises(Refused, match="dépasse ce qui est facturé"):
        invoice("A1", -3_001)
    invoice("A1", -1_000)
    with pytest.raises(Refused, match="déjà enregistrée"):
        invoice("F1", 1)
    with pytest.raises(Refused, match="après son bon"):
        invoice("F2", 1, SIGNED_ON)
    invoice("F3", 10, LATER)
    with pytest.raises(Refused, match="dernière facture"):
        actions.close_order(call_off_id=order, closed_on=TODAY, **on)
    actions.close_order(call_off_id=order, closed_on=LATER, **on)
    with pytest.raises(Refused, match="n’est pas soldé"):
        invoice("F4", 1, LATER)
    (said,) = facts(contract).call_offs
    assert (said.invoiced, said.closed_on) == (Euros.of(2_010), LATER)


def test_orders_beyond_the_maximum_and_a_framework_too_long_are_told(facilitator):
    contract = new_contract(
        facilitator=facilitator, form=ContractForm.FRAMEWORK, amount_cents=1_000_000, months=60
    )
    new_call_off(contract, ordered_cents=1_000_001)
    card = queries.contract_card(contract.pk, seen_by=facilitator, on=TODAY)
    assert [one.source.rpartition("article ")[2] for one in card.cautions] == [
        "L2125-1, 1°", "R2162-4",
    ]  # fmt: skip
    ordinary = new_contract(facilitator=facilitator, months=120)
    assert queries.contract_card(ordinary.pk, seen_by=facilitator, on=TODAY).cautions == ()


def test_the_story_of_a_contract_is_told_day_by_day(facilitator):
    contract = new_contract(facilitator=facilitator, renewals=1, renewal_months=12)
    new_party(contract)
    suspend(facilitator, contract, TODAY, until=LATER)
    renewed(facilitator, contract)
    amended(facilitator, contract, LATER, amount=Euros.of(2))
    told = queries.contract_card(contract.pk, seen_by=facilitator, on=TODAY).timeline
    assert [moment.title for moment in told] == [
        "Signature", "Notification", "Début d’exécution", "Reconduction n° 1 décidée",
        "Suspension", "Avenant n° 1",
    ]  # fmt: skip
    assert [moment.on for moment in told] == sorted(moment.on for moment in told)
