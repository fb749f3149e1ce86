"""Where the door leads a role that sees persons, until a second factor was shown."""

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from perenne.web.account.conftest import code, new_app, sign_in
from perenne.web.tests.browser import Browser, text_of, title_of

pytestmark = pytest.mark.django_db
URL, TODAY = reverse("account:second_factor"), reverse("desks:today")


@pytest.fixture
def facilitator(facilitator_account):
    browser = Browser()
    sign_in(browser, facilitator_account)
    return browser


def test_a_visitor_is_led_to_sign_in(browser):
    assert browser.get(URL).url == f"{reverse('account:login')}?next={URL}"


def test_who_has_none_chooses_between_two(facilitator):
    page = facilitator.get(URL)
    assert title_of(page) == "Protéger mon compte"
    assert "Une clé d’accès" in text_of(page)
    assert "Une application" in text_of(page)


def test_an_address_must_be_confirmed_first(facilitator):
    EmailAddress.objects.update(verified=False)
    page = facilitator.get(URL)
    assert "Une application" not in text_of(page)
    assert "Confirmer mon adresse" in text_of(page)
    for name in ("totp", "passkey_add"):
        assert facilitator.get(reverse(f"account:{name}")).url == reverse("account:email")


def test_a_session_older_than_the_factor_shows_it_and_comes_back(facilitator, facilitator_account):
    new_app(facilitator_account["id"])
    way = facilitator.get(f"{URL}?next=/clauses/").url
    assert way == f"{reverse('account:reauthenticate_by_code')}?next=%2Fclauses%2F"
    assert facilitator.post(way, {"code": code(), "next": "/clauses/"}).url == "/clauses/"
    assert facilitator.get("/clauses/").status_code == 200
    assert facilitator.get(f"{URL}?next=/clauses/").url == "/clauses/"
    assert facilitator.get(URL).url == TODAY
