import pytest
from django.urls import reverse

from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("participants:list")


def test_the_facilitator_sees_whom_to_answer_and_finds_by_name(client_of, committee, asking):
    asking.ask()
    asking.ask(first_name="Paul", last_name="Roy")
    browser = client_of(committee.facilitator)
    page = browser.get(URL)
    assert "À vérifier (2)" in text_of(page)
    found = browser.get(URL, {"q": "élodie"})
    assert len(tree_of(found).xpath("//tbody/tr")) == 1
    assert "Aucune demande dans cette vue" in text_of(browser.get(URL, {"vue": "eligibles"}))
    assert "Roy" not in text_of(client_of(committee.other_facilitator).get(URL))


def test_a_company_sees_its_own_questions_and_a_buyer_none(client_of, committee, asking):
    asking.ask()
    assert "Élodie Dupont-Martin" in text_of(client_of(committee.company).get(URL))
    assert "Élodie" not in text_of(client_of(committee.structure).get(URL))
    page = client_of(committee.buyer).get(URL)
    assert "Votre espace ne demande pas d’éligibilité." in text_of(page)


@pytest.mark.parametrize("who", ["facilitator", "company"])
def test_the_number_of_queries_does_not_depend_on_the_rows(client_of, committee, asking, who):
    browser = client_of(getattr(committee, who))
    asking.ask()
    few = sql_for(browser, URL)
    for number in range(9):
        asking.ask(last_name=f"Roy {'abcdefghi'[number]}")
    assert sql_for(browser, URL) == few
