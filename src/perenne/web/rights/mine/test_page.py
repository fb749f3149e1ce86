import pytest
from django.urls import reverse

from perenne.domain.rights.factories import new_consent, new_request
from perenne.domain.rights.queries import WITHDRAW, key_of
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of
from perenne.web.tests.scenes import new_programme

pytestmark = pytest.mark.django_db
URL = reverse("rights:mine")


def test_everything_held_about_me_is_shown_by_category(client_of, committee):
    new_programme(committee.buyer, title="Achats de Meaux")
    said = text_of(client_of(committee.buyer).get(URL))
    for label in ("Votre compte", "Vos places dans des organismes", "Programmations"):
        assert label in said
    assert "Camille Martin" in said
    assert "Achats de Meaux" in said
    assert "Gardé sous une forme illisible, jamais montré" in said


def test_nothing_of_anybody_else_is_shown(client_of, committee):
    new_programme(committee.other_buyer, title="Achats secrets")
    new_request(message="Rien que pour moi.")
    said = text_of(client_of(committee.buyer).get(URL))
    assert "Achats secrets" not in said
    assert "Rien que pour moi." not in said


def test_my_requests_have_their_term(client_of, committee, asked):
    row = asked()
    page = client_of(committee.buyer).get(URL)
    assert f"avant le {row.due_on.day}" in text_of(page)
    assert reverse("rights:show", args=[row.pk]) in tree_of(page).xpath("//a/@href")


def test_a_consent_is_taken_back_from_here(client_of, committee):
    consent = new_consent(by=committee.buyer)
    links = tree_of(client_of(committee.buyer).get(URL)).xpath("//main//a/@href")
    theirs = [link for link in links if "/accord/" in link]
    assert [link.split("/")[-2].split(":")[0] for link in theirs] == [str(consent.pk)]
    assert key_of(WITHDRAW, consent.pk).split(":")[0] == str(consent.pk)


def test_the_file_and_the_form_are_one_click_away(client_of, committee):
    buttons = buttons_of(client_of(committee.buyer).get(URL))
    assert {"Exercer un droit", "Tout télécharger (ZIP)"} <= set(buttons)


def test_a_visitor_is_sent_to_the_door(client_of, committee):
    assert client_of(committee.visitor).get(URL).status_code == 302


def test_it_asks_the_database_the_same_whatever_is_held(client_of, committee, asked):
    browser = client_of(committee.buyer)
    before = sql_for(browser, URL)
    for _ in range(3):
        new_programme(committee.buyer)
        new_consent(by=committee.buyer)
    asked()
    assert sql_for(browser, URL) == before
