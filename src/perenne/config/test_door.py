"""Who enters, in which seat, with which key."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory

from perenne.config.door import SEAT, door
from perenne.config.surroundings import desk_of, surroundings
from perenne.domain.organisations.factories import new_actor, new_organisation
from perenne.domain.organisations.models import Kind, Seat
from perenne.domain.people.factories import new_person
from perenne.domain.people.models import Person
from perenne.kit.actors import Role
from perenne.kit.pages import VISITOR_KEY
from perenne.kit.testing.sessions import second_factor_shown

pytestmark = pytest.mark.django_db


def entering(person=None, **session):
    """The request, as the view receives it."""
    request = RequestFactory().get("/")
    request.user = person or AnonymousUser()
    request.session = SessionStore()
    request.session.update(session)
    if person:
        second_factor_shown(request.session, person.pk)
    received = []
    door(lambda it: received.append(it) or HttpResponse())(request)
    return received[0]


def person_of(actor):
    return Person.objects.get(pk=actor.person_id)


def test_nobody_is_a_visitor_and_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        request = entering()
    assert request.actor.is_visitor
    assert (request.seat, request.actor.visitor_key) == (None, "")


@pytest.mark.parametrize("role", [Role.BUYER, Role.FACILITATOR, Role.COORDINATION])
def test_a_person_acts_in_the_role_of_their_seat(role):
    actor = new_actor(role)
    assert entering(person_of(actor)).actor == actor


def test_a_person_without_a_seat_is_a_visitor_who_is_known():
    person = new_person()
    request = entering(person)
    assert request.actor.is_visitor
    assert request.actor.person_id == person.pk
    assert request.seat is None


def test_a_person_with_two_seats_sits_where_they_chose_else_in_the_first():
    buyer = new_actor(Role.BUYER)
    person = person_of(buyer)
    other = new_organisation(Kind.FACILITATOR)
    second = Seat.objects.create(person=person, organisation=other, is_admin=True)
    assert entering(person).actor == buyer
    assert entering(person, **{SEAT: second.pk}).actor.role is Role.FACILITATOR


@pytest.mark.parametrize(
    ("role", "state", "acts_as"),
    [
        (Role.FACILITATOR, "declared", Role.WAITING),
        (Role.PRESCRIBER, "declared", Role.WAITING),
        (Role.COMPANY, "declared", Role.COMPANY),
        (Role.BUYER, "suspended", Role.WAITING),
        (Role.FACILITATOR, "refused", Role.WAITING),
    ],
)
def test_who_is_not_admitted_waits(role, state, acts_as):
    why = "" if state == "declared" else "Adresse fausse."
    actor = new_actor(role, state=state, reason=why)
    assert entering(person_of(actor)).actor.role is acts_as


def test_a_seat_lost_since_the_last_request_opens_nothing():
    buyer, person = new_actor(Role.BUYER), new_person()
    seat = Seat.objects.create(person=person, organisation_id=buyer.organisation_id)
    assert entering(person, **{SEAT: seat.pk}).actor.role is Role.BUYER
    seat.delete()
    assert entering(person, **{SEAT: seat.pk}).actor.is_visitor


def test_nobody_sits_in_the_seat_of_another():
    theirs = Seat.objects.get(person_id=new_actor(Role.COORDINATION).person_id)
    buyer = new_actor(Role.BUYER)
    assert entering(person_of(buyer), **{SEAT: theirs.pk}).actor == buyer


def test_a_draft_begun_before_signing_in_stays_with_its_session():
    buyer = new_actor(Role.BUYER)
    assert entering(**{VISITOR_KEY: "key"}).actor.visitor_key == "key"
    assert entering(person_of(buyer), **{VISITOR_KEY: "key"}).actor.visitor_key == "key"


def test_the_desk_says_who_works_for_whom():
    request = entering(person_of(new_actor(Role.BUYER, name="Ville de Meaux")))
    desk = desk_of(request)
    assert (desk.organisation, desk.role) == ("Ville de Meaux", "Acheteur")
    assert desk.person == "Camille Martin"
    assert desk.menu
    assert [place.is_here for place in desk.seats] == [True]


def test_a_visitor_has_no_desk_and_neither_has_an_error_before_the_door():
    assert desk_of(entering()) is None
    assert surroundings(RequestFactory().get("/"))["desk"] is None
