"""Several people act at the same instant on one organisation: it keeps an administrator."""

import pytest
from django.db import IntegrityError

from perenne.domain.organisations import actions
from perenne.domain.organisations.actions.seating import ALONE, WHO_NEXT
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.organisations.queries import Link
from perenne.domain.organisations.tests.conftest import person, seat_of
from perenne.domain.organisations.tests.test_inviting import NOW, invited, newest_token
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Siret


def admins_of(actor):
    seats = Seat.objects.filter(organisation_id=actor.organisation_id, is_admin=True)
    return set(seats.values_list("person_id", flat=True))


def two_admins():
    one = new_actor(Role.COMPANY)
    other = new_colleague(one, is_admin=True)
    return one, other


@pytest.mark.parametrize("with_member", [False, True], ids=["alone", "with a member"])
def test_two_administrators_leave_at_the_same_time_and_one_remains(real_commits, with_member):
    rounds = 12
    for _ in range(rounds):
        one, other = two_admins()
        if with_member:
            new_colleague(one)
        outcomes = at_once(
            lambda one=one: actions.leave(seat_id=seat_of(one).pk, by=one),
            lambda other=other: actions.leave(seat_id=seat_of(other).pk, by=other),
        )
        assert refusals(outcomes) == [WHO_NEXT if with_member else ALONE]
        assert len(admins_of(one)) == 1
    print(f"two administrators leave at once: {rounds} rounds, {rounds} times one remains")


def test_each_removes_the_other_at_the_same_time_and_one_remains(real_commits):
    for _ in range(12):
        one, other = two_admins()
        outcomes = at_once(
            lambda one=one, other=other: actions.remove_seat(seat_id=seat_of(other).pk, by=one),
            lambda one=one, other=other: actions.remove_seat(seat_id=seat_of(one).pk, by=other),
        )
        assert len(refusals(outcomes)) == 1
        assert len(admins_of(one)) == 1


def test_the_database_alone_keeps_one_of_two_who_go_behind_its_back(real_commits):
    """Plain DELETEs at the same time: no action, no lock but that of the trigger."""
    rounds, kept = 12, 0
    for _ in range(rounds):
        one, other = two_admins()

        def gone(actor):
            try:
                Seat.objects.filter(pk=seat_of(actor).pk).delete()
            except IntegrityError as refused:
                raise Refused(str(refused)) from refused

        outcomes = at_once(lambda one=one: gone(one), lambda other=other: gone(other))
        assert len(refusals(outcomes)) == 1
        kept += len(admins_of(one))
    assert kept == rounds
    print(f"plain deletes at once: {rounds} rounds, {kept} administrators kept")


def test_one_link_used_twice_at_the_same_time_seats_one_person(real_commits):
    admin = new_actor(Role.COMPANY)
    for number in range(8):
        invited(admin, f"n{number}@exemple.test")
        secret = newest_token()
        people = [person(new_person().pk) for _ in range(2)]
        outcomes = at_once(
            *(
                lambda by=by, secret=secret: actions.accept_invitation(token=secret, by=by, now=NOW)
                for by in people
            )
        )
        assert refusals(outcomes) == [Link.USED.sentence]
        assert Seat.objects.filter(person_id__in=[one.person_id for one in people]).count() == 1


def test_one_siret_opens_one_space_whoever_is_first(real_commits):
    identity = actions.Identity("Bâti Brie", siret=Siret("73282932000074"))
    people = [person(new_person().pk) for _ in range(4)]
    outcomes = at_once(
        *(
            lambda by=by: actions.declare_organisation(identity, role=Role.COMPANY, by=by)
            for by in people
        )
    )
    assert len(refusals(outcomes)) == 3
    assert Organisation.objects.count() == 1
