"""The second step: a code once, a recovery code once, and nothing without the first step."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from perenne.web.account.conftest import code, new_app, sign_in
from perenne.web.account.sentences import ERRORS
from perenne.web.tests.browser import Browser, error_on, title_of

pytestmark = pytest.mark.django_db
URL, TODAY = reverse("account:authenticate"), reverse("desks:today")


@pytest.fixture
def app(person_id):
    return new_app(person_id)


def half_way(account):
    browser = Browser()
    assert sign_in(browser, account).url == URL
    return browser


def test_nobody_comes_here_without_the_first_step(browser):
    assert browser.get(URL).url == reverse("account:login")
    assert browser.post(URL, {"code": code()}).url == reverse("account:login")


def test_after_the_password_alone_nothing_is_open(account, app):
    browser = half_way(account)
    assert title_of(browser.get(URL)) == "Second facteur"
    assert browser.get(TODAY).status_code == 302
    assert browser.get(reverse("account:security")).status_code == 302


@pytest.mark.parametrize("written", ["{}", " {} ", "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}"])
def test_the_code_opens_however_it_is_spaced(account, app, written):
    browser = half_way(account)
    assert browser.post(URL, {"code": written.format(code())}).url == TODAY
    assert browser.get(TODAY).status_code == 200


@pytest.mark.parametrize(
    "wrong", ["000000", "", "abcdef", "12345", "1234567", "²²²²²²", "é" * 6, "0" * 33]
)
def test_anything_else_does_not(account, app, wrong):
    browser = half_way(account)
    page = browser.post(URL, {"code": wrong})
    assert page.status_code == 200
    assert error_on(page, "code")
    assert browser.get(TODAY).status_code == 302


def test_a_code_that_served_does_not_serve_again_nor_one_before_it(account, app):
    used, before = code(), code(-1)
    assert half_way(account).post(URL, {"code": used}).url == TODAY
    for replayed in (used, before):
        page = half_way(account).post(URL, {"code": replayed})
        assert error_on(page, "code") == ERRORS["incorrect_code"]
    assert half_way(account).post(URL, {"code": code(1)}).url == TODAY


def test_a_code_too_old_or_too_early_does_not_serve(account, app):
    for steps in (-3, 3):
        assert error_on(half_way(account).post(URL, {"code": code(steps)}), "code")


def test_a_recovery_code_serves_once(account, app, person_id):
    codes = Authenticator.objects.create(
        user_id=person_id, type=Authenticator.Type.RECOVERY_CODES, data=seeded()
    ).wrap()
    (first, *_rest) = codes.generate_codes()
    assert half_way(account).post(URL, {"code": first}).url == TODAY
    assert error_on(half_way(account).post(URL, {"code": first}), "code")


def seeded():
    from allauth.mfa.adapter import get_adapter  # noqa: PLC0415 - asks for the apps

    return {"seed": get_adapter().encrypt("graine"), "used_mask": 0}


def test_who_tries_many_codes_must_wait_even_with_the_right_one(account, app):
    browser = half_way(account)
    for _ in range(5):
        browser.post(URL, {"code": "000000"})
    assert error_on(browser.post(URL, {"code": code()}), "code").startswith("Trop de")


def test_the_code_of_somebody_else_does_not_serve(account, app, facilitator_account):
    new_app(facilitator_account["id"])
    other = half_way(facilitator_account)
    used = code()
    assert half_way(account).post(URL, {"code": used}).url == TODAY
    assert other.post(URL, {"code": used}).url == TODAY  # the same secret, another account


def test_the_session_has_another_number_after_each_step(account, app):
    browser = Browser()
    browser.get(reverse("account:login"))
    sign_in(browser, account)
    before = browser.session.session_key
    browser.post(URL, {"code": code()})
    assert browser.session.session_key != before


def test_secrets_are_encrypted_in_the_database(app):
    app.refresh_from_db()
    assert "JBSWY3DP" not in str(app.data)
