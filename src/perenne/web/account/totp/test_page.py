"""An application is taken once its first code was shown; the last factor of some stays."""

import pyotp
import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from perenne.domain.people.queries import factors_of
from perenne.web.account.conftest import code, confirm, new_app, sign_in
from perenne.web.account.sentences import ERRORS, LAST_FACTOR
from perenne.web.tests.browser import Browser, error_on, summary_of, text_of, tree_of

pytestmark = pytest.mark.django_db
URL, REMOVE = reverse("account:totp"), reverse("account:totp_remove")
TODAY, CODES = reverse("desks:today"), reverse("account:codes")


def secret_on(page):
    return tree_of(page).get_element_by_id("secret").text.replace(" ", "")


@pytest.mark.parametrize("url", [URL, REMOVE])
def test_a_visitor_is_led_to_sign_in(browser, url):
    assert browser.get(url).url == f"{reverse('account:login')}?next={url}"


def test_the_secret_is_drawn_by_the_server_and_written_in_letters(reauthenticated):
    page = reauthenticated.get(URL)
    assert len(secret_on(page)) == 32
    (drawing,) = tree_of(page).xpath("//main//*[local-name()='svg']")
    assert drawing.getparent().get("role") == "img"
    assert secret_on(reauthenticated.get(URL)) != secret_on(page)


def test_the_first_code_takes_it_and_counts_for_this_session(
    reauthenticated, person_id, account, mailoutbox, django_capture_on_commit_callbacks
):
    first = pyotp.TOTP(secret_on(reauthenticated.get(URL))).now()
    with django_capture_on_commit_callbacks(execute=True):
        assert reauthenticated.post(URL, {"code": first}).url == CODES
    assert factors_of(person_id).has_app
    assert factors_of(person_id).codes_left == 10
    assert "a été ajoutée à votre compte" in mailoutbox[-1].body
    browser = Browser()
    sign_in(browser, account)
    again = browser.post(reverse("account:authenticate"), {"code": first})
    assert error_on(again, "code") == ERRORS["incorrect_code"]


def test_a_facilitator_is_let_in_as_soon_as_it_is_done(facilitator_account):
    browser = Browser()
    sign_in(browser, facilitator_account)
    assert browser.get(TODAY).status_code == 302
    confirm(browser)
    first = pyotp.TOTP(secret_on(browser.get(URL))).now()
    browser.post(URL, {"code": first})
    assert browser.get(TODAY).status_code == 200


@pytest.mark.parametrize("wrong", ["000000", "", "abc"])
def test_a_wrong_code_is_said_beside_the_field_and_the_secret_stays(reauthenticated, wrong):
    secret = secret_on(reauthenticated.get(URL))
    page = reauthenticated.post(URL, {"code": wrong})
    assert error_on(page, "code")
    assert secret_on(page) == secret


def test_an_address_must_be_confirmed_first(reauthenticated):
    EmailAddress.objects.update(verified=False)
    assert reauthenticated.get(URL).url == reverse("account:email")


def test_a_buyer_may_take_it_away(reauthenticated, person_id, mailoutbox):
    new_app(person_id)
    assert "Retirer l’application" in text_of(reauthenticated.get(REMOVE))
    reauthenticated.post(REMOVE)
    assert factors_of(person_id).count == 0
    assert "a été retirée de votre compte" in mailoutbox[-1].body


def test_a_facilitator_keeps_the_last_one(client_of, facilitator_account, settings):
    new_app(facilitator_account["id"])
    browser = Browser()
    sign_in(browser, facilitator_account)
    browser.post(reverse("account:authenticate"), {"code": code()})
    confirm(browser)
    assert LAST_FACTOR in summary_of(browser.post(REMOVE))
    assert factors_of(facilitator_account["id"]).count == 1
    settings.SECOND_FACTOR = "offered"
    browser.post(REMOVE)
    assert factors_of(facilitator_account["id"]).count == 0


def test_there_is_one_at_most(reauthenticated, person_id):
    new_app(person_id)
    assert reauthenticated.get(URL).url == REMOVE
