import pytest
from django.urls import reverse

from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("organisations:list")


def names_in(page):
    return [link.text_content() for link in tree_of(page).xpath("//main//tbody//th/a")]


def test_nobody_but_the_coordination(client_of, committee):
    assert client_of(committee.facilitator).get(URL).status_code == 404


def test_those_to_verify_come_first_and_oldest_first(client_of, committee):
    for name in ("Zoé", "Alpha"):
        new_actor(Role.FACILITATOR, state="declared", name=name)
    new_actor(Role.COMPANY, state="declared", name="Une entreprise")
    browser = client_of(committee.coordination)
    assert names_in(browser.get(URL)) == ["Zoé", "Alpha"]
    assert "Vérifier l’organisme" in text_of(browser.get(reverse("desks:today")))
    assert "Une entreprise" in names_in(browser.get(URL, {"vue": "tous"}))


def test_an_empty_list_says_what_will_come_there(client_of, committee):
    browser = client_of(committee.coordination)
    assert "Personne n’attend" in text_of(browser.get(URL))
    assert "Aucun organisme" in text_of(browser.get(URL, {"vue": "ecartes"}))
    assert "Personne n’attend" in text_of(browser.get(URL, {"vue": "n’importe quoi"}))


def test_fifty_ask_no_more_of_the_database_than_one(client_of, committee):
    browser = client_of(committee.coordination)
    new_actor(Role.FACILITATOR, state="declared")
    once = sql_for(browser, URL)
    for _ in range(20):
        new_actor(Role.PRESCRIBER, state="declared")
    assert sql_for(browser, URL) == once
