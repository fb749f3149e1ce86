"""How long a session lives, and what is open to a role that sees persons before a second factor."""

import time

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from perenne.config.watch import EACH_MINUTE, TOO_LONG, is_open
from perenne.domain.organisations.factories import new_actor
from perenne.domain.people.actions import close_account
from perenne.domain.people.factories import PASSWORD
from perenne.domain.people.models import Person
from perenne.kit.actors import Role
from perenne.web.account.conftest import with_password_only
from perenne.web.account.session_clock import OPENED, SEEN
from perenne.web.tests.browser import Browser, text_of
from perenne.web.tests.scenes import new_committee

pytestmark = pytest.mark.django_db
TODAY, LOGIN, GATE = (
    reverse(name) for name in ("desks:today", "account:login", "account:second_factor")
)
MINUTE, HOUR = 60, 3_600


def aged(browser, *, opened=0.0, seen=0.0):
    session = browser.session
    session[OPENED], session[SEEN] = time.time() - opened, time.time() - seen
    session.save()
    return browser


# How long


@pytest.mark.parametrize(
    ("role", "opened", "seen", "lives"),
    [
        (Role.FACILITATOR, 0, 0, True),
        (Role.FACILITATOR, 29 * MINUTE, 29 * MINUTE, True),
        (Role.FACILITATOR, 31 * MINUTE, 31 * MINUTE, False),
        (Role.FACILITATOR, 11.9 * HOUR, MINUTE, True),
        (Role.FACILITATOR, 12.1 * HOUR, MINUTE, False),
        (Role.COMPANY, 31 * MINUTE, 31 * MINUTE, False),
        (Role.PRESCRIBER, 31 * MINUTE, 31 * MINUTE, False),
        (Role.INCLUSION_STRUCTURE, 31 * MINUTE, 31 * MINUTE, False),
        (Role.COORDINATION, 31 * MINUTE, 31 * MINUTE, False),
        (Role.BUYER, 31 * MINUTE, 31 * MINUTE, True),
        (Role.BUYER, 1.9 * HOUR, 1.9 * HOUR, True),
        (Role.BUYER, 2.1 * HOUR, 2.1 * HOUR, False),
        (Role.BUYER, 12.1 * HOUR, 0, False),
    ],
)
def test_a_session_lives_so_long_and_no_longer(client_of, role, opened, seen, lives):
    browser = aged(client_of(new_actor(role)), opened=opened, seen=seen)
    key = browser.session.session_key
    answer = browser.get(TODAY)
    assert (answer.status_code == 200) is lives
    if not lives:
        assert answer.url == f"{LOGIN}?next=%2Fbureau%2F"
        assert TOO_LONG in text_of(browser.get(answer.url))
        assert not browser.session.exists(key)


def test_working_keeps_it_alive_and_is_noted_once_a_minute(client_of):
    browser = aged(client_of(new_actor(Role.BUYER)), opened=HOUR, seen=EACH_MINUTE + 5)
    before = browser.session[SEEN]
    browser.get(TODAY)
    noted = browser.session[SEEN]
    assert noted > before + EACH_MINUTE
    browser.get(TODAY)
    assert browser.session[SEEN] == noted


def test_a_visitor_s_draft_is_not_watched(client_of):
    browser = client_of(new_committee().visitor)
    assert browser.get("/").status_code == 200
    assert OPENED not in browser.session


def test_the_cookie_dies_with_the_browser_and_is_kept_from_scripts():
    browser = with_password_only(new_actor(Role.BUYER))
    cookie = browser.cookies["perenne-session"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_an_account_that_closes_puts_its_owner_out_at_once():
    actor = new_actor(Role.BUYER)
    browser = with_password_only(actor)
    assert browser.get(TODAY).status_code == 200
    close_account(person_id=actor.person_id)
    assert browser.get(TODAY).status_code == 302
    Person.objects.update(is_active=True)
    assert browser.get(TODAY).status_code == 302  # the session itself is gone


def test_a_session_number_known_before_signing_in_opens_nothing_after():
    fixed = Browser()
    fixed.get(LOGIN)
    session = fixed.session
    session["planted"] = True
    session.save()
    fixed.cookies["perenne-session"] = planted = session.session_key
    actor = new_actor(Role.BUYER)
    person = Person.objects.get(pk=actor.person_id)
    person.set_password(PASSWORD)
    person.save()
    fixed.post(LOGIN, {"email": person.email, "password": PASSWORD})
    assert fixed.session.session_key != planted
    thief = Browser()
    thief.cookies["perenne-session"] = planted
    assert thief.get(TODAY).status_code == 302


# With what proof


def test_the_same_facilitator_with_a_second_factor_is_let_in(client_of):
    assert client_of(new_actor(Role.FACILITATOR)).get(TODAY).status_code == 200


def test_a_buyer_is_let_in_by_a_password():
    assert with_password_only(new_actor(Role.BUYER)).get(TODAY).status_code == 200


def test_where_it_is_only_offered_a_facilitator_is_let_in(settings):
    settings.SECOND_FACTOR = "offered"
    assert with_password_only(new_actor(Role.FACILITATOR)).get(TODAY).status_code == 200


def test_one_comes_back_to_the_page_asked_for():
    browser = with_password_only(new_actor(Role.FACILITATOR))
    assert browser.get("/clauses/?page=2").url == f"{GATE}?next=%2Fclauses%2F%3Fpage%3D2"
    assert browser.post("/clauses/").url == GATE


def test_an_address_that_leads_nowhere_is_still_a_404():
    browser = with_password_only(new_actor(Role.FACILITATOR))
    assert browser.get("/nulle/part/").status_code == 404


@pytest.mark.parametrize(
    ("path", "opens"),
    [
        ("/", True),
        ("/mon-compte/", True),
        ("/connexion/", True),
        ("/deconnexion/", True),
        ("/bureau/", False),
        ("/clauses/", False),
        ("/programmation/", False),
    ],
)
def test_what_stays_open_is_the_account_and_what_everybody_sees(path, opens):
    assert is_open(path) is opens


@given(some.text(max_size=40))
def test_no_path_breaks_the_door(path):
    assert is_open(f"/{path}") in {True, False}
