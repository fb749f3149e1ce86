import pytest
from django.urls import reverse

from perenne.domain.compliance.states import ReviewState
from perenne.web.tests.browser import buttons_of, plain, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("reviews:list")


def shown(page):
    return [plain(row.text_content()) for row in tree_of(page).xpath("//tbody/tr")]


def test_each_side_finds_the_meetings_of_its_contracts(client_of, committee, followed):
    followed.review(ReviewState.DUE)
    followed.review()
    followed.held(shared=True)
    browser = client_of(committee.facilitator)
    coming, held = browser.get(URL), browser.get(URL, {"vue": "tenues"})
    assert ["Planifiée" in row for row in shown(coming)] == [True, False]
    assert "2 décisions" in shown(held)[0]
    assert len(shown(browser.get(URL, {"vue": "toutes"}))) == 3
    for who in ("buyer", "company", "coordination", "structure", "other_buyer"):
        rows = 0 if who in {"structure", "other_buyer"} else 2
        assert len(shown(client_of(getattr(committee, who)).get(URL))) == rows
    assert client_of(committee.prescriber).get(URL).status_code == 404
    assert client_of(committee.nobody).get(URL).status_code == 302


def test_it_may_be_narrowed_to_a_contract_and_asks_no_more_for_many(client_of, committee, followed):
    browser, under = client_of(committee.facilitator), {"engagement": followed.commitment.pk}
    assert "Aucune réunion à venir" in text_of(browser.get(URL, under))
    assert "Ajouter une réunion" in buttons_of(browser.get(URL, under))
    assert "Ajouter une réunion" not in buttons_of(client_of(committee.buyer).get(URL, under))
    followed.review()
    once = sql_for(browser, URL)
    for _ in range(4):
        followed.review()
    assert sql_for(browser, URL) == once
    assert len(shown(browser.get(URL, {"engagement": "7"}))) == 0
    for odd in ("sept", "9" * 30, "٣"):
        assert len(shown(browser.get(URL, {"engagement": odd, "vue": "autre"}))) == 5
