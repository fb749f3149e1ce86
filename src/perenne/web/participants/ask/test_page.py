import pytest
from django.urls import reverse

from perenne.web.tests.browser import error_on, summary_of, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("participants:ask")


def typed(asking, **said):
    return {
        "first_name": "Élodie", "last_name": "Dupont", "born_on": "12/05/1990",
        "hire_on": f"{asking.hire_on:%d/%m/%Y}", "contract": asking.contract_id, **said,
    }  # fmt: skip


def test_a_company_asks_in_one_form_and_is_told_to_wait(client_of, committee, asking):
    page = client_of(committee.company).post(URL, typed(asking), follow=True)
    assert "Attendez sa réponse avant l’embauche." in text_of(page, "//body")
    assert "Vérification en cours" in text_of(page)


def test_a_company_is_asked_nothing_of_the_situation(client_of, committee, asking):
    assert not tree_of(client_of(committee.company).get(URL)).xpath("//*[@name='claimed']")
    assert tree_of(client_of(committee.prescriber).get(URL)).xpath("//*[@name='claimed']")


def test_what_is_wrong_stands_by_its_field_and_what_was_typed_stays(client_of, committee, asking):
    browser = client_of(committee.company)
    empty = browser.post(URL, {})
    assert error_on(empty, "born_on") == "Indiquez la date de naissance."
    lost = browser.post(URL, typed(asking, commune="Atlantide"))
    assert "n’est pas reconnue" in error_on(lost, "commune")
    assert typed_in(lost)["first_name"] == "Élodie"
    child = browser.post(URL, typed(asking, born_on="12/05/2020"))
    assert "corrigez la date de naissance" in summary_of(child)[0]


def test_a_contract_of_others_is_not_offered(client_of, committee, asking):
    page = client_of(committee.structure).post(URL, typed(asking))
    assert error_on(page, "contract")


def test_a_buyer_asks_nothing(client_of, committee, asking):
    assert client_of(committee.buyer).get(URL).status_code == 404
