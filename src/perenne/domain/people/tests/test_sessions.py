"""A session that ends is dead on the server; an account that closes ends them all."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils.timezone import now

from perenne.domain.people.actions import close_account, end_sessions, note_session
from perenne.domain.people.factories import new_person
from perenne.domain.people.models import Person
from perenne.domain.people.queries import sessions_of
from perenne.domain.people.queries.sessions import machine_of
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def new_session(person, user_agent=FIREFOX):
    store = SessionStore()
    store.create()
    note_session(person_id=person.pk, key=store.session_key, ip="192.0.2.7", user_agent=user_agent)
    return store.session_key


def alive(*keys):
    return [Session.objects.filter(session_key=key).exists() for key in keys]


def oneself(person):
    return Actor(Role.BUYER, person_id=person.pk)


def test_a_person_sees_their_own_living_sessions_and_which_one_asks():
    person, other = new_person(), new_person()
    mine, dead = new_session(person), new_session(person)
    new_session(other)
    Session.objects.filter(session_key=dead).update(expire_date=now() - timedelta(hours=1))
    (card,) = sessions_of(person.pk, current=mine)
    assert (card.machine, card.ip, card.is_current) == ("Firefox, Linux", "192.0.2.7", True)


def test_all_but_this_one_are_ended():
    person, other = new_person(), new_person()
    kept, ended, foreign = new_session(person), new_session(person), new_session(other)
    assert end_sessions(by=oneself(person), but=kept) == 1
    assert alive(kept, ended, foreign) == [True, False, True]
    assert Entry.objects.filter(act="account.manage").get().facts == {"sessions_ended": 1}


def test_one_is_ended_and_never_that_of_somebody_else():
    person, other = new_person(), new_person()
    mine, foreign = new_session(person), new_session(other)
    theirs = UserSession.objects.get(session_key=foreign).pk
    assert end_sessions(by=oneself(person), only=theirs) == 0
    one = UserSession.objects.get(session_key=mine).pk
    assert end_sessions(by=oneself(person), only=one) == 1
    assert alive(mine, foreign) == [False, True]


def test_nobody_without_an_account_ends_anything():
    with pytest.raises(Refused):
        end_sessions(by=Actor(Role.VISITOR))


def test_a_session_is_noted_once():
    person = new_person()
    key = new_session(person)
    note_session(person_id=person.pk, key=key, ip="192.0.2.8", user_agent="x" * 900)
    assert UserSession.objects.get(session_key=key).ip == "192.0.2.7"


def test_an_account_that_closes_ends_every_session_at_once():
    person = new_person()
    keys = [new_session(person) for _ in range(3)]
    close_account(person_id=person.pk)
    assert not Person.objects.get(pk=person.pk).is_active
    assert alive(*keys) == [False] * 3
    assert Entry.objects.filter(act="account.close").count() == 1


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (FIREFOX, "Firefox, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140",
         "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18) AppleWebKit/605 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/140 Safari/537",
         "Chrome, Android"),
        ("curl/8.9", "Appareil inconnu"),
        ("", "Appareil inconnu"),
    ],
)  # fmt: skip
def test_a_machine_is_told_as_its_owner_would(user_agent, said):
    assert machine_of(user_agent) == said
