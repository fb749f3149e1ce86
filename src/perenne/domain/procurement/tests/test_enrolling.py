"""Who carries a contract out, and the spaces that they are linked to."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.timezone import now

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement import actions, queries
from perenne.domain.procurement.actions import (
    AmendmentFacts,
)
from perenne.domain.procurement.factories import (
    new_contract,
    new_party,
)
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.states import (
    Liability,
    PartyRole,
)
from perenne.domain.procurement.tests.terms import company
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Euros

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
    assert actions.send_invitation_to_party(party_id=lead.pk, now=now())
    (mail,) = mailoutbox
    assert mail.to == ["chantier@exemple.test"]
    assert "/organismes/ouvrir/" in mail.body
    entry = Entry.objects.get(act="contract.invite_party")
    assert "exemple.test" not in str((entry.facts, entry.changes))
    new_actor(Role.COMPANY, siret=lead.siret)
    actions.link_party(contract_id=contract.pk, party_id=lead.pk, by=facilitator)
    assert not actions.send_invitation_to_party(party_id=lead.pk, now=now())
    with pytest.raises(Refused, match="déjà reliée"):
        actions.invite_party(email="x@exemple.test", **say)
