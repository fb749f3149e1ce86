import pytest
from django.urls import reverse

from perenne.domain.procurement.factories import new_contract, new_party
from perenne.domain.procurement.states import ContractState
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("procurement:contracts")


def rows_in(page):
    return tree_of(page).xpath("//main//tbody/tr")


def test_each_view_has_its_contracts(browser, people):
    for state in ContractState:
        new_contract(state=state, **people)
    counts = {
        view: len(rows_in(browser.get(URL, {"vue": view})))
        for view in ("en-cours", "a-notifier", "termines", "tous", "x")
    }
    assert counts == {"en-cours": 1, "a-notifier": 1, "termines": 2, "tous": 4, "x": 1}


def test_a_company_sees_its_own_without_their_amounts(client_of, committee, people):
    contract = new_contract(**people)
    new_party(contract, company=committee.company)
    new_contract(**people)
    page = client_of(committee.company).get(URL)
    assert len(rows_in(page)) == 1
    assert "Montant" not in text_of(page)
    assert buttons_of(page) == []
    assert "relié à votre espace" in text_of(client_of(committee.structure).get(URL))


def test_more_contracts_ask_no_more_of_the_database(browser, people):
    new_party(new_contract(**people))
    once = sql_for(browser, URL)
    for _ in range(20):
        new_party(new_contract(**people))
    assert sql_for(browser, URL) == once <= 6
