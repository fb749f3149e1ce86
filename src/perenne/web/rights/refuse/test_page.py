import pytest
from django.urls import reverse

from perenne.domain.rights.states import RequestState
from perenne.web.tests.browser import error_on, sql_for, text_of

pytestmark = pytest.mark.django_db
REASON = "Il faut réunir des pièces de deux années."


@pytest.fixture
def row(asked):
    return asked()


@pytest.fixture
def url(row):
    return reverse("rights:refuse", args=[row.pk])


def test_with_its_reason_it_is_done_and_told(client_of, committee, row, url):
    page = client_of(committee.coordination).post(url, {"reason": REASON}, follow=True)
    assert "Le refus est enregistré et envoyé." in text_of(page)
    assert REASON in text_of(page)
    row.refresh_from_db()
    assert row.state == RequestState.REFUSED


@pytest.mark.parametrize("typed", ["", "   ", "non"])
def test_without_a_reason_it_is_asked_for(client_of, committee, row, url, typed):
    page = client_of(committee.coordination).post(url, {"reason": typed})
    assert error_on(page, "reason") == "Écrivez la raison du refus : la personne peut la contester."
    row.refresh_from_db()
    assert row.state == RequestState.RECEIVED


@pytest.mark.parametrize("who", ["buyer", "other_buyer", "facilitator", "company"])
def test_nobody_else_may(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).post(url, {"reason": REASON}).status_code == 404


def test_showing_the_form_asks_little(client_of, committee, url):
    assert sql_for(client_of(committee.coordination), url) <= 5
