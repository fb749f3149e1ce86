"""A contract begins, is carried out by several, changes, and ends."""

from dataclasses import replace
from datetime import date

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement import actions, queries
from perenne.domain.procurement.actions import (
    AmendmentFacts,
    InvoiceFacts,
    People,
    PhaseFacts,
)
from perenne.domain.procurement.factories import (
    NOTIFIED_ON,
    SIGNED_ON,
    STARTS_ON,
    new_call_off,
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.models import Contract, Lot, Party
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
from perenne.values import Euros, Hours

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


def test_subcontractors_carry_out_a_part_of_who_entrusts_it(facilitator, contract):
    lead = lead_of(contract)
    on = {"contract_id": contract.pk, "since": TODAY, "by": facilitator}
    first = actions.enrol_subcontractor(
        principal_id=lead.pk, party=company("Étanche", 700_000), **on
    )
    second = actions.enrol_subcontractor(
        principal_id=first, party=company("Second rang", 200_000), **on
    )
    with pytest.raises(Refused) as refused:
        actions.enrol_subcontractor(principal_id=lead.pk, party=company("X", 300_001), **on)
    assert "n’a plus que 300 000 €" in " ".join(str(refused.value).split())
    tree = queries.contract_card(contract.pk, seen_by=facilitator, on=TODAY).parties
    assert [(node.id, node.depth) for node in tree] == [(lead.pk, 0), (first, 1), (second, 2)]
    out = {"contract_id": contract.pk, "until": LATER, "by": facilitator}
    with pytest.raises(Refused, match="a des sous-traitants"):
        actions.remove_party(party_id=first, **out)
    with pytest.raises(Refused, match="titulaire reste"):
        actions.remove_party(party_id=lead.pk, **out)
    actions.remove_party(party_id=second, **out)
    assert Party.objects.get(pk=second).until == LATER
    with pytest.raises(Refused, match="encore dans ce marché"):
        actions.remove_party(party_id=second, **out)


def test_a_member_joins_a_consortium_within_its_amount(facilitator):
    contract = new_contract(facilitator=facilitator, liability=Liability.SEVERAL)
    new_party(contract, amount_cents=90_000_000)
    on = {"contract_id": contract.pk, "since": TODAY, "by": facilitator}
    with pytest.raises(Refused, match="se partagent déjà"):
        actions.enrol_co_contractor(party=company("X", 100_001), **on)
    one = company("Cotraitant", 100_000)
    actions.enrol_co_contractor(party=one, **on)
    with pytest.raises(Refused, match="déjà dans ce marché"):
        actions.enrol_co_contractor(party=replace(one, amount=None), **on)
    amended(facilitator, contract, TODAY, amount=Euros.of(1_500_000))
    actions.enrol_co_contractor(party=company("Nouveau", 500_000), **on)
    alone = new_contract(facilitator=facilitator)
    with pytest.raises(Refused, match="n’a pas été attribué à un groupement"):
        actions.enrol_co_contractor(contract_id=alone.pk, party=one, since=None, by=facilitator)


def test_a_space_is_linked_by_the_facilitator_and_by_no_number(facilitator, contract):
    lead = lead_of(contract)
    link = {"contract_id": contract.pk, "party_id": lead.pk}
    with pytest.raises(Refused, match="Aucun espace"):
        actions.link_party(by=facilitator, **link)
    theirs = new_actor(Role.COMPANY, siret=lead.siret)
    with pytest.raises(NotFound):
        queries.contract_card(contract.pk, seen_by=theirs, on=TODAY)
    with pytest.raises(Refused):
        actions.link_party(by=theirs, **link)
    actions.link_party(by=facilitator, **link)
    assert queries.contract_card(contract.pk, seen_by=theirs, on=TODAY).parties[0].is_theirs
    with pytest.raises(Refused, match="déjà reliée"):
        actions.link_party(by=facilitator, **link)


def test_a_company_reads_its_own_amount_and_what_it_entrusted(facilitator, contract):
    lead = lead_of(contract)
    middle = new_actor(Role.COMPANY)
    first = new_party(contract, under=lead, company=middle, amount_cents=40)
    new_party(contract, under=first, amount_cents=10)
    seen = queries.contract_card(contract.pk, seen_by=middle, on=TODAY)
    assert [node.amount for node in seen.parties] == [None, Euros(40), Euros(10)]
    assert seen.shows_amounts is False
    all_of_it = queries.contract_card(contract.pk, seen_by=facilitator, on=TODAY)
    assert all_of_it.parties[0].amount == Euros.of(1_000_000)


def test_an_invitation_leaves_for_a_company_without_a_space(facilitator, contract, mailoutbox):
    lead = lead_of(contract)
    say = {"contract_id": contract.pk, "party_id": lead.pk, "by": facilitator}
    with pytest.raises(Refused, match="Indiquez l’adresse"):
        actions.invite_party(email=" ", **say)
    actions.invite_party(email="Chantier@Exemple.test", **say)
    assert actions.send_invitation_to_party(party_id=lead.pk)
    (mail,) = mailoutbox
    assert mail.to == ["chantier@exemple.test"]
    assert "/organismes/ouvrir/" in mail.body
    entry = Entry.objects.get(act="contract.invite_party")
    assert "exemple.test" not in str((entry.facts, entry.changes))
    new_actor(Role.COMPANY, siret=lead.siret)
    actions.link_party(contract_id=contract.pk, party_id=lead.pk, by=facilitator)
    assert not actions.send_invitation_to_party(party_id=lead.pk)
    with pytest.raises(Refused, match="déjà reliée"):
        actions.invite_party(email="x@exemple.test", **say)


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
    assert (card.may, card.shows_amounts) == (frozenset(), True)
    with pytest.raises(Refused):
        suspend(coordination, contract, TODAY)
