"""Changing one's password closes every other session."""

import pytest
from django.urls import reverse

from perenne.domain.people.factories import PASSWORD
from perenne.web.account.conftest import sign_in
from perenne.web.account.sentences import ERRORS
from perenne.web.tests.browser import Browser, error_on, text_of

pytestmark = pytest.mark.django_db
URL, TODAY, SESSIONS = (
    reverse(name) for name in ("account:password", "desks:today", "account:sessions")
)
NEXT = "une tout autre phrase"


def typed(old=PASSWORD, new=NEXT, again=None):
    return {"oldpassword": old, "password1": new, "password2": new if again is None else again}


def test_a_visitor_is_led_to_sign_in(browser):
    assert browser.get(URL).url == f"{reverse('account:login')}?next={URL}"


def test_the_others_are_put_out_at_once_and_this_one_stays(signed_in, account, mailoutbox):
    other = Browser()
    sign_in(other, account)
    assert other.get(TODAY).status_code == 200
    page = signed_in.post(URL, typed(), follow=True)
    assert "Vos autres sessions sont fermées." in text_of(page)
    assert other.get(TODAY).status_code == 302
    assert signed_in.get(TODAY).status_code == 200
    assert text_of(signed_in.get(SESSIONS)).count("Appareil inconnu") == 1
    assert sign_in(Browser(), {**account, "password": NEXT}).url == TODAY
    assert "Le mot de passe de votre compte a été changé." in mailoutbox[-1].body


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        (typed(old="pas celui-là"), "oldpassword", ERRORS["enter_current_password"]),
        (typed(new="court"), "password1", "15 caractères"),
        (typed(new="sophie.lambert.77"), "password1", "moins attendu"),
        (typed(again="autre chose encore"), "password2", "même mot de passe"),
        (typed(old=""), "oldpassword", "Indiquez votre mot de passe actuel."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_changes_nothing(
    signed_in, account, wrong, field, sentence
):
    page = signed_in.post(URL, wrong)
    assert sentence in error_on(page, field)
    assert sign_in(Browser(), account).url == TODAY


def test_the_session_has_another_number(signed_in):
    before = signed_in.session.session_key
    signed_in.post(URL, typed())
    assert signed_in.session.session_key != before


def test_who_guesses_the_old_one_must_wait(signed_in):
    statuses = [signed_in.post(URL, typed(old="pas celui-là")).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]
