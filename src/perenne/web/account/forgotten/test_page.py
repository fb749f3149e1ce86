"""The answer is the same for an address that has an account and for one that has none."""

import re
import statistics
import time

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from perenne.web.account.conftest import EMAIL, sign_in
from perenne.web.tests.browser import Browser, error_on, title_of

pytestmark = pytest.mark.django_db
URL, SENT, LOGIN = (reverse(f"account:{name}") for name in ("forgotten", "forgotten_sent", "login"))
UNKNOWN = "personne@exemple.test"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def bare(answer):
    """What anybody reads, without the token of the form."""
    return answer.status_code, answer.get("Location"), TOKEN.sub("", answer.content.decode())


def test_the_page_is_open_to_everybody(browser):
    assert title_of(browser.get(URL)) == "Mot de passe oublié"
    assert title_of(browser.get(SENT)) == "Message envoyé"


def test_known_and_unknown_get_the_same_answer_and_a_mail_each(account, mailoutbox):
    said = [bare(Browser().post(URL, {"email": email})) for email in (EMAIL, UNKNOWN)]
    assert said[0] == said[1]
    assert said[0][1] == SENT
    known, unknown = mailoutbox
    assert (known.to, unknown.to) == ([EMAIL], [UNKNOWN])
    assert "nouveau-mot-de-passe/" in known.body
    assert "http" not in unknown.body
    for mail in mailoutbox:
        assert mail.subject.startswith("Pérenne : ")
        assert "Lambert" not in mail.subject + mail.body


def test_known_unknown_and_closed_are_refused_alike_at_the_door(account):
    wrong = {"password": "pas celui-là du tout"}
    known = bare(Browser().post(LOGIN, {**account, **wrong}))
    unknown = bare(Browser().post(LOGIN, {**account, **wrong, "email": UNKNOWN}))
    get_user_model().objects.update(is_active=False)
    closed = bare(Browser().post(LOGIN, account))
    here = [page[2].replace(UNKNOWN, EMAIL) for page in (known, unknown, closed)]
    assert here[0] == here[1] == here[2]


def test_refusing_an_unknown_address_takes_the_work_of_refusing_a_known_one(account, settings):
    """Counted in what costs: derivations of a password, not in the time of a machine."""
    from unittest.mock import patch  # noqa: PLC0415 - for this one test

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    derivations = {}
    for email in (EMAIL, UNKNOWN):
        with patch("django.contrib.auth.hashers.pbkdf2", return_value=b"x") as derived:
            Browser().post(LOGIN, {"email": email, "password": "pas celui-là du tout"})
        derivations[email] = derived.call_count
    assert derivations[UNKNOWN] >= 1
    print(derivations)


def test_known_and_unknown_take_the_same_time_here(account):
    times = {EMAIL: [], UNKNOWN: []}
    for _ in range(9):
        for email, taken in times.items():
            cache.clear()
            began = time.perf_counter()
            Client().post(URL, {"email": email})
            taken.append(time.perf_counter() - began)
    known, unknown = (statistics.median(taken) for taken in times.values())
    print(f"known {known * 1000:.1f} ms, unknown {unknown * 1000:.1f} ms")
    assert known < unknown * 3 + 0.05


@pytest.mark.parametrize("typed", ["", "pas une adresse", "a@", "é" * 300])
def test_what_is_not_an_address_is_said_beside_the_field(browser, typed):
    assert error_on(browser.post(URL, {"email": typed}), "email")


def test_asking_again_and_again_for_one_address_is_held_for_known_and_unknown_alike(account):
    for email in (EMAIL, UNKNOWN):
        statuses = [Browser().post(URL, {"email": email}).status_code for _ in range(4)]
        assert statuses == [302, 302, 302, 429]


def test_a_mail_that_does_not_leave_breaks_no_page(account, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert Browser().post(URL, {"email": EMAIL}).url == SENT
    assert "did not leave" in caplog.text
    assert EMAIL not in caplog.text


def test_the_old_password_serves_until_the_link_was_followed(account):
    Browser().post(URL, {"email": EMAIL})
    assert sign_in(Browser(), account).url == reverse("desks:today")
