import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from perenne.domain.hirings.states import CANCELLED
from perenne.web.tests.browser import plain, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("hirings:list")


def names(page):
    return [row.text_content() for row in tree_of(page).xpath("//tbody//th/a")]


def test_one_finds_by_tab_name_and_contract_what_one_may_see(client_of, committee, hiring):
    hiring.planned(hiring.person("Élodie Dupont"))
    hiring.planned(hiring.person("Paul Roy"), state=CANCELLED)
    browser = client_of(committee.company)
    page = browser.get(URL)
    assert names(page) == ["Paul Roy", "Élodie Dupont"]
    tabs = [plain(tab) for tab in tree_of(page).xpath("//nav//a[contains(., '(')]/text()")]
    assert tabs == ["À confirmer (1)", "En cours (0)", "Terminées (1)"]
    assert names(browser.get(URL, {"q": "elodie toiture"})) == ["Élodie Dupont"]
    assert names(browser.get(URL, {"vue": "terminees"})) == ["Paul Roy"]
    assert len(names(browser.get(URL, {"engagement": hiring.commitment.pk}))) == 2
    for nothing in (
        {"engagement": "sept"},
        {"engagement": "7"},
        {"vue": "en-cours"},
        {"q": "Atlan\0tide"},
    ):
        assert "Aucune embauche dans cette vue" in text_of(browser.get(URL, nothing))


@pytest.mark.parametrize(
    ("who", "sees"),
    [("facilitator", True), ("coordination", True), ("other_facilitator", False),
     ("structure", False), ("buyer", False), ("prescriber", False)],
)  # fmt: skip
def test_nobody_sees_the_hirings_of_others(client_of, committee, hiring, who, sees):
    hiring.planned()
    page = client_of(getattr(committee, who)).get(URL)
    assert (names(page) == ["Élodie Dupont"]) is sees
    assert ("Prévoir une embauche" in text_of(page)) is (who not in {"buyer", "prescriber"})


def test_the_number_of_queries_does_not_depend_on_the_rows(client_of, committee, hiring):
    browser = client_of(committee.facilitator)
    hiring.planned()
    few = sql_for(browser, URL)
    for number in range(9):
        hiring.planned(hiring.person(f"Paul Roy{'abcdefghi'[number]}"))
    assert sql_for(browser, URL) == few
    assert len(names(browser.get(URL))) == 10
    with CaptureQueriesContext(connection) as asked:
        browser.get(URL, {"vue": "a-confirmer"})
    told = [it["sql"] for it in asked if "hirings_hiring" in it["sql"]]
    assert sum("COUNT(" in sql.partition(" FROM ")[0] for sql in told) == 1
