"""A code serves once; the codes that replace it are kept encrypted."""

import pytest
from allauth.mfa.models import Authenticator
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from perenne.domain.people.actions import spend_code
from perenne.domain.people.factories import new_person
from perenne.domain.people.queries import app_of, factors_of
from perenne.kit.testing.commits import at_once

STEPS = some.lists(some.integers(0, 20), max_size=12)


def new_app(person):
    return Authenticator.objects.create(
        user=person, type=Authenticator.Type.TOTP, data={"secret": "x"}
    ).pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("steps", "answers"),
    [
        ([7], [True]),
        ([7, 7], [True, False]),
        ([7, 8, 7], [True, True, False]),
        ([8, 7], [True, False]),  # an older one is not taken once a newer one served
        ([0, 0], [True, False]),
    ],
)
def test_a_code_serves_once_and_none_before_it_serves_again(steps, answers):
    app = new_app(new_person())
    assert [spend_code(authenticator_id=app, step=step) for step in steps] == answers


class TestWhateverTheOrder(TestCase):
    @given(STEPS)
    def test_what_was_taken_only_ever_rises(self, steps):
        app = new_app(new_person())
        taken = [step for step in steps if spend_code(authenticator_id=app, step=step)]
        assert taken == sorted(set(taken))


@pytest.mark.usefixtures("real_commits")
def test_of_two_servers_that_read_the_same_code_at_once_one_alone_opens():
    app = new_app(new_person())
    outcomes = at_once(*[lambda: spend_code(authenticator_id=app, step=41)] * 4)
    assert sorted(outcomes) == [False, False, False, True]


@pytest.mark.django_db
def test_what_a_person_has_beside_their_password_is_counted_without_their_recovery_codes():
    person = new_person()
    assert (factors_of(person.pk).count, app_of(person.pk)) == (0, 0)
    app = new_app(person)
    found = factors_of(person.pk)
    assert (found.count, found.has_app, found.passkeys, found.codes_left) == (1, True, (), 0)
    assert app_of(person.pk) == app
