"""Seats: named, withdrawn, removed, left; and always an administrator."""

import pytest
from django.db import IntegrityError, connection, transaction

from perenne.domain.organisations import actions
from perenne.domain.organisations.actions.seating import ALONE, LAST, WHO_NEXT
from perenne.domain.organisations.factories import new_actor, new_colleague, new_organisation
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.queries import seat_of as where_sits
from perenne.domain.organisations.tests.conftest import seat_of
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db


def admins_of(actor):
    seats = Seat.objects.filter(organisation_id=actor.organisation_id, is_admin=True)
    return set(seats.values_list("person_id", flat=True))


def test_an_administrator_names_another_and_withdraws(admin):
    colleague = new_colleague(admin)
    actions.name_admin(seat_id=seat_of(colleague).pk, by=admin)
    assert admins_of(admin) == {admin.person_id, colleague.person_id}
    actions.withdraw_admin(seat_id=seat_of(admin).pk, by=colleague)
    assert admins_of(admin) == {colleague.person_id}
    assert [one.act for one in Entry.objects.order_by("pk")] == [
        "seat.name_admin",
        "seat.withdraw_admin",
    ]


def test_the_coordination_may_name_an_administrator_where_the_only_one_has_vanished(
    admin, coordination
):
    colleague = new_colleague(admin)
    actions.name_admin(seat_id=seat_of(colleague).pk, by=coordination)
    assert colleague.person_id in admins_of(admin)
    with pytest.raises(Refused):
        actions.remove_seat(seat_id=seat_of(colleague).pk, by=coordination)


def test_the_last_administrator_stays_until_somebody_takes_over(admin):
    colleague = new_colleague(admin)
    with pytest.raises(Refused, match=LAST):
        actions.withdraw_admin(seat_id=seat_of(admin).pk, by=admin)
    with pytest.raises(Refused, match=WHO_NEXT):
        actions.leave(seat_id=seat_of(admin).pk, by=admin)
    actions.leave(seat_id=seat_of(admin).pk, successor_id=seat_of(colleague).pk, by=admin)
    assert admins_of(admin) == {colleague.person_id}
    assert where_sits(person_id=admin.person_id, seat_id=None) is None


def test_nobody_is_named_from_another_organisation(admin):
    new_colleague(admin)
    stranger = new_actor(Role.COMPANY)
    with pytest.raises(Refused, match=WHO_NEXT):
        actions.leave(seat_id=seat_of(admin).pk, successor_id=seat_of(stranger).pk, by=admin)
    assert admins_of(stranger) == {stranger.person_id}


def test_who_is_alone_is_told_what_to_do_and_may_close_the_space(admin):
    with pytest.raises(Refused, match=ALONE):
        actions.leave(seat_id=seat_of(admin).pk, by=admin)
    actions.close_space(organisation_id=admin.organisation_id, by=admin)
    assert not Seat.objects.exists()
    assert Organisation.objects.get().state == "closed"


def test_a_space_with_colleagues_is_not_closed_over_their_heads(admin):
    new_colleague(admin)
    with pytest.raises(Refused, match="D’autres personnes travaillent"):
        actions.close_space(organisation_id=admin.organisation_id, by=admin)


def test_a_simple_member_leaves_without_a_word(admin):
    colleague = new_colleague(admin)
    actions.leave(seat_id=seat_of(colleague).pk, by=colleague)
    assert Seat.objects.count() == 1


@pytest.mark.parametrize("act", [actions.name_admin, actions.withdraw_admin, actions.remove_seat])
def test_a_simple_member_touches_no_seat(admin, act):
    colleague, other = new_colleague(admin), new_colleague(admin, is_admin=True)
    with pytest.raises(Refused):
        act(seat_id=seat_of(other).pk, by=colleague)


def test_nobody_touches_the_seats_of_another_organisation(admin):
    stranger = new_actor(Role.COMPANY)
    colleague = new_colleague(admin)
    for act in (actions.name_admin, actions.remove_seat, actions.leave):
        with pytest.raises(Refused):
            act(seat_id=seat_of(colleague).pk, by=stranger)


def test_rights_are_those_of_the_table_not_those_remembered(admin):
    """The actor of a request that began before: the seat was lost between two clicks."""
    colleague = new_colleague(admin, is_admin=True)
    victim = new_colleague(admin)
    actions.remove_seat(seat_id=seat_of(colleague).pk, by=admin)
    with pytest.raises(Refused):
        actions.remove_seat(seat_id=seat_of(victim).pk, by=colleague)


def done(act):
    """What is deferred to the end of the transaction is looked at here."""
    with transaction.atomic():
        act()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


BEHIND_THE_BACK = {
    "deleted": lambda seat: seat.delete(),
    "demoted": lambda seat: Seat.objects.filter(pk=seat.pk).update(is_admin=False),
    "moved": lambda seat: Seat.objects.filter(pk=seat.pk).update(
        organisation=new_organisation(Kind.BUYER)
    ),
    "its person deleted": lambda seat: seat.person.delete(),
}


@pytest.mark.parametrize("how", BEHIND_THE_BACK.values(), ids=BEHIND_THE_BACK.keys())
def test_the_database_refuses_an_organisation_without_administrator(admin, how):
    with pytest.raises(IntegrityError, match="would have no administrator"):
        done(lambda: how(seat_of(admin)))


def test_an_organisation_without_anybody_is_refused_from_the_start():
    with pytest.raises(IntegrityError, match="would have no administrator"):
        done(lambda: new_organisation(Kind.COMPANY))


def test_a_hand_over_may_be_written_in_any_order(admin):
    colleague = new_colleague(admin)
    done(
        lambda: (
            seat_of(admin).delete(),
            Seat.objects.filter(pk=seat_of(colleague).pk).update(is_admin=True),
        )
    )
    assert admins_of(colleague) == {colleague.person_id}
