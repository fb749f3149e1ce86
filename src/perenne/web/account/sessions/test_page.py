"""Closing the session of another machine puts it out at once."""

import pytest
from allauth.usersessions.models import UserSession
from django.urls import reverse

from perenne.web.account.conftest import sign_in
from perenne.web.account.sessions.view import CLOSED, NONE
from perenne.web.tests.browser import Browser, buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db
URL, TODAY = reverse("account:sessions"), reverse("desks:today")
PHONE = "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/140 Mobile"


@pytest.fixture
def elsewhere(account):
    browser = Browser(headers={"user-agent": PHONE})
    sign_in(browser, account)
    return browser


def test_a_visitor_is_led_to_sign_in(browser):
    assert browser.get(URL).url == f"{reverse('account:login')}?next={URL}"


def test_each_machine_is_named_and_this_one_cannot_be_closed_from_here(signed_in, elsewhere):
    page = signed_in.get(URL)
    assert "Chrome, Android" in text_of(page)
    assert "Celle-ci" in text_of(page)
    assert buttons_of(page) == ["Fermer", "Fermer toutes les autres"]


def test_one_is_closed(signed_in, elsewhere):
    one = UserSession.objects.get(user_agent=PHONE).pk
    assert CLOSED in text_of(signed_in.post(URL, {"one": one}, follow=True))
    assert elsewhere.get(TODAY).status_code == 302
    assert signed_in.get(TODAY).status_code == 200


def test_all_the_others_are_closed(signed_in, elsewhere, account):
    third = Browser()
    sign_in(third, account)
    signed_in.post(URL, {"one": ""})
    assert [one.get(TODAY).status_code for one in (signed_in, elsewhere, third)] == [200, 302, 302]


def test_that_of_somebody_else_is_not_closed(signed_in, facilitator_account):
    other = Browser(headers={"user-agent": PHONE})
    sign_in(other, facilitator_account)
    theirs = UserSession.objects.get(user_agent=PHONE).pk
    assert NONE in text_of(signed_in.post(URL, {"one": theirs}, follow=True))
    assert other.get(reverse("account:security")).status_code == 200


@pytest.mark.parametrize("odd", ["x", "-1", "0", str(2**63), "٣" * 30])
def test_an_odd_number_breaks_nothing(signed_in, elsewhere, odd):
    assert signed_in.post(URL, {"one": odd}).status_code in {200, 302}
    assert elsewhere.get(TODAY).status_code == 200


def test_it_asks_the_database_no_more_with_many_sessions(signed_in, account):
    before = sql_for(signed_in, URL)
    for _ in range(5):
        sign_in(Browser(), account)
    assert sql_for(signed_in, URL) == before
