import pytest
from django.urls import reverse

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.models import Organisation
from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import official
from perenne.web.tests.browser import facts_in, sql_for, text_of, title_of, tree_of
from perenne.web.tests.scenes import MEAUX

pytestmark = pytest.mark.django_db
URL = reverse("coverage:epci", args=[MEAUX.epci_code])
EPCI = (MEAUX.epci_code, MEAUX.epci_name)


@pytest.fixture
def browser(client_of, committee):
    load_communes([official("77330", "Nanteuil-lès-Meaux", "77100", epci=EPCI)])
    return client_of(committee.nobody)


def links_of(page):
    return {a.text_content(): a.get("href") for a in tree_of(page).xpath("//main//li/a")}


def test_one_body_for_all_of_it_answers_at_once(browser, committee):
    new_coverage(committee.facilitator, epci_id=EPCI[0])
    page = browser.get(URL)
    body = Organisation.objects.get(pk=committee.facilitator.organisation_id)
    assert title_of(page) == MEAUX.epci_name
    assert facts_in(page)["Organisme"] == body.name
    assert links_of(page)["Meaux"] == reverse("coverage:card", args=["77284"])


def test_where_several_answer_the_commune_is_asked(browser):
    page = browser.get(URL)
    assert facts_in(page) == {}
    assert "Plusieurs organismes répondent ici" in text_of(page)
    assert {"Meaux", "Nanteuil-lès-Meaux"} <= set(links_of(page))


def test_one_commune_alone_is_its_card(browser):
    answer = browser.get(reverse("coverage:epci", args=["247700057"]))
    assert answer.url == reverse("coverage:card", args=["77288"])


def test_an_unknown_one_is_no_page(browser):
    assert browser.get(reverse("coverage:epci", args=["999999999"])).status_code == 404


def test_it_asks_the_database_as_much_for_many_communes_as_for_two(browser):
    few = sql_for(browser, URL)
    load_communes(official(f"779{n:02}", f"Essai {n}", "77999", epci=EPCI) for n in range(20))
    assert sql_for(browser, URL) == few
