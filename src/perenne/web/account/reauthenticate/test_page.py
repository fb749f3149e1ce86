"""Before a change that matters, one shows once more who one is."""

import pytest
from django.urls import reverse

from perenne.domain.people.factories import PASSWORD
from perenne.web.account.conftest import code, confirm, new_app
from perenne.web.account.sentences import ERRORS
from perenne.web.tests.browser import error_on, text_of, title_of

pytestmark = pytest.mark.django_db
BY_PASSWORD, BY_CODE = reverse("account:reauthenticate"), reverse("account:reauthenticate_by_code")
GUARDED = ("totp", "passkey_add", "codes_renew")


@pytest.mark.parametrize("name", GUARDED)
def test_a_change_of_factor_asks_first_and_comes_back(signed_in, name):
    url = reverse(f"account:{name}")
    answer = signed_in.get(url)
    assert answer.url == f"{BY_PASSWORD}?next={url.replace('/', '%2F')}"
    asked = signed_in.get(answer.url)
    assert title_of(asked) == "Confirmer que c’est vous"
    back = signed_in.post(BY_PASSWORD, {"password": PASSWORD, "next": url})
    assert back.url == url
    assert signed_in.get(url).status_code == 200


def test_a_wrong_password_is_refused(signed_in):
    page = confirm(signed_in, "pas celui-là")
    assert error_on(page, "password") == ERRORS["incorrect_password"]
    assert signed_in.get(reverse("account:totp")).status_code == 302


def test_it_holds_for_a_quarter_of_an_hour(reauthenticated, settings):
    url = reverse("account:totp")
    assert reauthenticated.get(url).status_code == 200
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    assert reauthenticated.get(url).status_code == 302


def test_the_code_of_an_application_does_as_well_and_once(signed_in, person_id):
    new_app(person_id)
    page = signed_in.get(BY_CODE)
    assert "Par votre mot de passe" in text_of(page)
    used = code()
    assert signed_in.post(BY_CODE, {"code": used}).status_code == 302
    assert error_on(signed_in.post(BY_CODE, {"code": used}), "code") == ERRORS["incorrect_code"]


def test_one_comes_back_to_a_page_of_ours_only(signed_in):
    answer = signed_in.post(BY_PASSWORD, {"password": PASSWORD, "next": "https://ailleurs.example"})
    assert answer.url == reverse("desks:today")


def test_a_visitor_is_led_to_sign_in(browser):
    assert browser.get(BY_PASSWORD).url.startswith(reverse("account:login"))
