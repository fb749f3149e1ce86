import pytest
from django.urls import reverse

from perenne.domain.membership.factories import new_membership
from perenne.domain.organisations.factories import new_colleague
from perenne.web.tests.browser import buttons_of, text_of

pytestmark = pytest.mark.django_db
URL, JOIN = reverse("membership:leave"), reverse("membership:join")


def test_a_member_leaves_in_two_clicks(client_of, committee):
    new_membership(committee.company)
    browser = client_of(committee.company)
    assert "Quitter le comité" in text_of(browser.get(JOIN))
    assert buttons_of(browser.get(URL)) == ["Quitter le comité", "Rester"]
    page = browser.post(URL, follow=True)
    assert "a quitté le comité" in text_of(page)
    assert buttons_of(browser.get(JOIN)) == ["Adhérer"]


def test_who_is_no_member_or_no_administrator_leaves_nothing(client_of, committee):
    assert client_of(committee.buyer).get(URL).status_code == 404
    new_membership(committee.company)
    assert client_of(new_colleague(committee.company)).post(URL).status_code == 404
