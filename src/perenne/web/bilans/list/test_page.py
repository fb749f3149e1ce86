import pytest
from django.urls import reverse

from perenne.web.bilans.conftest import NOVEMBER
from perenne.web.tests.browser import error_on, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("bilans:list")


def offered(page):
    return [value for value in tree_of(page).xpath("//select[@name='perimetre']//@value") if value]


def test_each_chooses_among_what_they_read(client_of, committee, story):
    number, buyer = story.slugs[0], f"acheteur-{committee.buyer.organisation_id}"
    facilitator = f"facilitateur-{committee.facilitator.organisation_id}"
    seen = {who: set(offered(client_of(getattr(committee, who)).get(URL)))
            for who in ("buyer", "facilitator", "coordination", "company")}  # fmt: skip
    assert seen["buyer"] == {number, buyer}
    assert {number, buyer, facilitator, "departement-77"} <= seen["facilitator"]
    assert seen["facilitator"] <= seen["coordination"]
    assert number in seen["company"]
    assert buyer not in seen["company"]
    assert client_of(committee.prescriber).get(URL).status_code == 404


def test_a_choice_leads_to_an_address_that_can_be_shared(client_of, committee, story):
    browser = client_of(committee.facilitator)
    asked = {"perimetre": story.slugs[0], "du": "2026-02", "au": "2026-01"}
    there = reverse("bilans:show", args=[story.slugs[0], "2026-01-2026-02"])
    assert browser.get(URL, asked)["Location"] == there
    page = browser.get(URL, {"perimetre": "", "du": "2026-01", "au": "hier"})
    assert error_on(page, "perimetre") == "Choisissez de quoi vous voulez le bilan."
    assert error_on(page, "au")


def test_one_finds_a_scope_by_its_words(client_of, committee, story):
    browser = client_of(committee.coordination)
    for words in ("gros groupe", "OEUVRE du groupé"):
        assert offered(browser.get(URL, {"q": words})) == [story.slugs[0]], words
    siren = story.commitment.contract.parties.get(principal=None).siret[:9]
    assert offered(browser.get(URL, {"q": siren})) == [f"entreprise-{siren}"]
    buyer = story.commitment.contract.buyer
    by_buyer = set(offered(browser.get(URL, {"q": buyer.name})))
    assert {story.slugs[0], f"acheteur-{buyer.pk}"} <= by_buyer
    assert "Rien ne porte ce nom" in text_of(browser.get(URL, {"q": "piscine"}))


def test_signed_ones_are_listed_and_ask_no_more_when_they_are_many(client_of, committee, story):
    browser = client_of(committee.buyer)
    assert "Aucun bilan signé" in text_of(browser.get(URL))
    story.freeze()
    once = sql_for(browser, URL)
    story.works(600, month=NOVEMBER)
    story.freeze(base=1)
    page = browser.get(URL)
    assert len(tree_of(page).xpath("//section[@aria-labelledby='figes']//tbody/tr")) == 2
    assert sql_for(browser, URL) == once
