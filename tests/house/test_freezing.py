"""Limitation: the account sleeps, and the desk alone sees it."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Seat
from perenne.domain.organisations.queries import contact_at
from perenne.domain.people.models import Person
from perenne.domain.rights.actions import answer_request, lift_limitation
from perenne.domain.rights.factories import TODAY, new_request
from perenne.domain.rights.queries import request_card
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordination(db):
    return new_actor(Role.COORDINATION)


@pytest.fixture
def buyer(db):
    return new_actor(Role.BUYER)


@pytest.fixture
def frozen(buyer, coordination):
    row = new_request(RequestKind.LIMITATION, by=buyer)
    answer_request(request_id=row.pk, answer="Gelé.", by=coordination, today=TODAY)
    return row


def test_a_frozen_person_is_signed_out_at_once_and_kept_out(buyer, coordination, client_of):
    row = new_request(RequestKind.LIMITATION, by=buyer)
    browser = client_of(buyer)
    assert browser.get(reverse("desks:today")).status_code == 200
    answer_request(request_id=row.pk, answer="Gelé.", by=coordination, today=TODAY)
    assert not Session.objects.filter(pk=browser.cookies["perenne-session"].value).exists()
    assert browser.get(reverse("desks:today")).status_code == 302


def test_nothing_of_them_changes_meanwhile(buyer, frozen):
    person = Person.objects.get(pk=buyer.person_id)
    assert person.full_name == "Camille Martin"
    assert Seat.objects.filter(person=person).exists()


def test_the_desk_alone_sees_them(buyer, coordination, frozen):
    assert request_card(frozen.pk, seen_by=coordination).is_frozen
    shown = contact_at(buyer.organisation_id)
    assert "Camille Martin" not in (shown.name, shown.email)


def test_the_desk_lifts_it_once(buyer, coordination, frozen, client_of):
    lift_limitation(request_id=frozen.pk, by=coordination, today=TODAY)
    assert not request_card(frozen.pk, seen_by=coordination).is_frozen
    assert client_of(buyer).get(reverse("desks:today")).status_code == 200
    with pytest.raises(Refused):
        lift_limitation(request_id=frozen.pk, by=coordination, today=TODAY)
