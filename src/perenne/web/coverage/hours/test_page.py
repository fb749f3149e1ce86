import pytest
from django.urls import reverse

from perenne.domain.coverage.actions import say_hours
from perenne.kit.refusals import Refused
from perenne.web.tests.browser import error_on, facts_in, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db
CARD = reverse("coverage:card", args=["77284"])


@pytest.fixture
def url(committee):
    return reverse("coverage:hours", args=[committee.facilitator.organisation_id])


@pytest.mark.parametrize("who", ["facilitator", "coordination"])
def test_what_is_said_stands_on_the_public_card(client_of, committee, url, who):
    browser = client_of(getattr(committee, who))
    assert "Horaires" not in facts_in(browser.get(CARD))
    answer = browser.post(url, {"hours": "Du lundi au jeudi,  9 h – 17 h"}, follow=True)
    assert "Les horaires sont enregistrés" in text_of(answer)
    assert facts_in(browser.get(CARD))["Horaires"] == "Du lundi au jeudi, 9 h – 17 h"
    assert typed_in(browser.get(url))["hours"] == "Du lundi au jeudi, 9 h – 17 h"
    browser.post(url, {"hours": " "})
    assert "Horaires" not in facts_in(browser.get(CARD))


def test_what_is_too_long_stays_and_is_said(client_of, committee, url):
    page = client_of(committee.facilitator).post(url, {"hours": "9 h " * 60})
    assert error_on(page, "hours")
    assert typed_in(page)["hours"]


@pytest.mark.parametrize("who", ["other_facilitator", "buyer", "company"])
def test_nobody_else_says_them(client_of, committee, url, who):
    actor = getattr(committee, who)
    assert client_of(actor).get(url).status_code == 404
    with pytest.raises(Refused):
        say_hours(facilitator_id=committee.facilitator.organisation_id, hours="9 h", by=actor)


def test_it_asks_the_database_as_much_before_and_after(client_of, committee, url):
    browser = client_of(committee.facilitator)
    few = sql_for(browser, url)
    browser.post(url, {"hours": "9 h"})
    assert sql_for(browser, url) == few
