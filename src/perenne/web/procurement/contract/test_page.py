import pytest
from django.urls import reverse

from perenne.domain.procurement import actions
from perenne.domain.procurement.actions import AmendmentFacts
from perenne.domain.procurement.factories import (
    STARTS_ON,
    TODAY,
    new_call_off,
    new_party,
)
from perenne.values import Euros
from perenne.web.tests.browser import facts_in, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(framework):
    return reverse("procurement:contract", args=[framework.pk])


def amended(framework, by, amount):
    said = AmendmentFacts("Plus-value", TODAY, STARTS_ON, amount=Euros.of(amount))
    actions.amend_contract(contract_id=framework.pk, said=said, by=by)


def test_it_says_what_holds_today_and_what_happened(browser, committee, framework, url):
    amended(framework, committee.facilitator, 1_200_000)
    page = browser.get(url)
    facts = facts_in(page)
    assert facts["Montant HT"].startswith("1 200 000")
    assert "1 000 000 € à la signature" in facts["Montant HT"]
    assert facts["Durée"] == "48 mois, 2 reconductions de 12 mois possibles"
    assert facts["Échéance"] == "30 septembre 2030"
    assert facts["15 septembre 2026"] == "Notification"
    assert "Avenant n° 1" in facts["1er octobre 2026"] or "Avenant n° 1" in text_of(page)
    assert "R2194-8" in text_of(page)


def test_only_what_makes_sense_is_proposed(browser, framework, url):
    titles = [link.text for link in tree_of(browser.get(url)).xpath("//main//ul/li/a")]
    assert "Facture ou avoir" not in titles
    assert "Reprise" not in titles
    assert "Cotraitant" not in titles
    assert {"Avenant", "Reconduction", "Bon de commande", "Sous-traitant"} <= set(titles)


def test_a_company_reads_its_part_and_nothing_of_what_others_are_paid(
    client_of, committee, framework, url
):
    lead = framework.parties.get()
    new_party(framework, under=lead, company=committee.company, amount_cents=4_200_000)
    new_party(framework, under=lead, amount_cents=7_700_000)
    said = text_of(client_of(committee.company).get(url))
    assert "42 000 €" in said
    assert "Le vôtre" in said
    assert "77 000 €" not in said
    assert "1 000 000 €" not in said
    assert "Enregistrer un événement" not in said
    assert "Historique" not in said


def test_more_parties_orders_and_amendments_ask_no_more_of_the_database(
    browser, committee, framework, url
):
    once = sql_for(browser, url)
    lead = framework.parties.get()
    for number in range(10):
        new_party(framework, under=lead)
        new_call_off(framework)
        amended(framework, committee.facilitator, 1_000_000 + number)
    assert sql_for(browser, url) == once <= 12
