"""One's own account on one page, and nobody else's."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from perenne.web.account.conftest import EMAIL, new_app
from perenne.web.tests.browser import facts_in, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db
URL = reverse("account:security")


def test_a_visitor_is_led_to_sign_in(browser):
    assert browser.get(URL).url == f"{reverse('account:login')}?next={URL}"


def test_it_shows_ones_address_and_says_what_protects_the_account(signed_in):
    page = signed_in.get(URL)
    assert title_of(page) == "Mon compte"
    assert facts_in(page)["Adresse électronique"].startswith(EMAIL)
    assert "Un second facteur protège votre compte" in text_of(page)
    assert "1 session ouverte" in text_of(page)
    assert page["Cache-Control"] == "no-store, private" or "no-store" in page["Cache-Control"]


def test_an_address_that_was_not_confirmed_is_told_first(signed_in):
    EmailAddress.objects.update(verified=False)
    assert "confirmez d’abord votre adresse" in text_of(signed_in.get(URL))


def test_what_is_registered_can_be_taken_away(signed_in, person_id):
    new_app(person_id)
    page = signed_in.get(URL)
    assert facts_in(page)["Application d’authentification"].startswith("Enregistrée")
    assert "protège votre compte" not in text_of(page)


def test_whoever_has_no_seat_any_more_still_finds_their_account(person_id):
    browser = Client()
    browser.force_login(get_user_model().objects.get(pk=person_id))
    assert title_of(browser.get(URL)) == "Mon compte"


def test_it_asks_the_database_no_more_with_many_factors(signed_in, person_id):
    before = sql_for(signed_in, URL)
    new_app(person_id)
    assert sql_for(signed_in, URL) <= before + 1
