"""Organisations and their seats."""

import pytest
from django.db import IntegrityError

from perenne.domain.organisations.actions import (
    Identity,
    register_buyer,
    register_coordination,
    register_facilitator,
)
from perenne.domain.organisations.factories import new_actor, new_organisation
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.queries import contact_at, organisation_card, seat_of
from perenne.domain.people.factories import new_person
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.needs import BuyerKind
from perenne.values import Siret

pytestmark = pytest.mark.django_db
SIRET = Siret.read("21770284400010")


@pytest.mark.parametrize(
    ("register", "role"),
    [(register_facilitator, Role.FACILITATOR), (register_coordination, Role.COORDINATION)],
)
def test_who_registers_an_organisation_gets_its_first_seat(register, role):
    person = new_person()
    actor = register(Identity(name="  Plateforme  "), admin_id=person.pk)

    assert (actor.role, actor.person_id) == (role, person.pk)
    assert organisation_card(actor.organisation_id).name == "Plateforme"
    assert Seat.objects.get().is_admin
    entry = Entry.objects.get()
    assert (entry.act, entry.organisation_id) == ("organisation.register", actor.organisation_id)


def test_a_buyer_says_of_what_kind_it_is_and_where_its_seat_lies():
    load_places()
    said = Identity("Ville de Meaux", SIRET, "77284", "achats@meaux.example", "01 60 00 00 00")
    actor = register_buyer(said, buyer_kind=BuyerKind.HOSPITAL, admin_id=new_person().pk)

    card = organisation_card(actor.organisation_id)
    assert (card.kind_label, card.buyer_kind) == ("Acheteur", "hospital")
    assert (card.commune_code, card.email, card.phone) == (
        "77284",
        "achats@meaux.example",
        "01 60 00 00 00",
    )


def test_an_organisation_whose_siret_is_known_is_refused_and_nothing_is_written():
    register_buyer(
        Identity("Ville de Meaux", SIRET), buyer_kind=BuyerKind.STATE, admin_id=new_person().pk
    )
    twin = new_person()
    with pytest.raises(Refused, match="Cet organisme a déjà un espace"):
        register_buyer(Identity("Mairie", SIRET), buyer_kind=BuyerKind.STATE, admin_id=twin.pk)
    assert Organisation.objects.count() == Seat.objects.count() == 1


def test_any_other_fault_is_not_taken_for_a_twin():
    with pytest.raises(IntegrityError, match="organisation_has_a_name"):
        register_facilitator(Identity(name=" "), admin_id=new_person().pk)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"name": ""}, "organisation_has_a_name"),
        ({"siret": "2177028440001"}, "organisation_siret_has_fourteen_digits"),
        ({"siret": "2177028440001X"}, "organisation_siret_has_fourteen_digits"),
        ({"buyer_kind": ""}, "buyer_alone_has_a_buyer_kind"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_by_the_database(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        new_organisation(Kind.BUYER, **facts)


def test_an_organisation_of_no_known_kind_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="organisation_kind_is_known"):
        Organisation.objects.create(kind="guild", name="Guilde")


def test_a_facilitator_has_no_buyer_kind():
    with pytest.raises(IntegrityError, match="buyer_alone_has_a_buyer_kind"):
        new_organisation(Kind.FACILITATOR, buyer_kind=BuyerKind.STATE)


def test_a_person_sits_where_they_chose_to_else_where_they_came_first():
    actor = new_actor(Role.BUYER, name="Ville")
    other = new_organisation(Kind.FACILITATOR, name="Plateforme")
    chosen = Seat.objects.create(person_id=actor.person_id, organisation=other, is_admin=True)
    elsewhere = new_actor(Role.BUYER)
    not_theirs = Seat.objects.get(person_id=elsewhere.person_id).pk

    assert seat_of(person_id=actor.person_id, seat_id=None).actor == actor
    assert seat_of(person_id=actor.person_id, seat_id=not_theirs).actor == actor
    card = seat_of(person_id=actor.person_id, seat_id=chosen.pk)
    assert card.actor == Actor(Role.FACILITATOR, actor.person_id, other.pk)
    assert (card.organisation, card.kind_label, card.buyer_kind) == (
        "Plateforme",
        "Facilitateur",
        "",
    )


def test_a_person_without_seat_sits_nowhere():
    assert seat_of(person_id=new_person().pk, seat_id=None) is None


def test_nobody_sits_twice_in_the_same_organisation():
    seat = Seat.objects.get(person_id=new_actor(Role.BUYER).person_id)
    with pytest.raises(IntegrityError, match="one_seat_per_person_and_organisation"):
        Seat.objects.create(person_id=seat.person_id, organisation_id=seat.organisation_id)


def test_the_first_administrator_is_the_one_to_call():
    place = new_organisation(Kind.FACILITATOR, name="Plateforme", phone="01 60 00 00 00")
    Seat.objects.create(person=new_person(full_name="Zoé Stagiaire"), organisation=place)
    boss = new_person(full_name="Claire Moreau", email="claire@exemple.test")
    Seat.objects.create(person=boss, organisation=place, is_admin=True)

    contact = contact_at(place.pk)
    assert (contact.name, contact.organisation) == ("Claire Moreau", "Plateforme")
    assert (contact.email, contact.phone) == ("claire@exemple.test", "01 60 00 00 00")


def test_the_address_of_the_organisation_comes_before_that_of_the_person():
    place = new_organisation(Kind.FACILITATOR, email="clauses@exemple.test", phone="01")
    boss = new_person(phone="06")
    seat = Seat.objects.create(person=boss, organisation=place, is_admin=True)
    contact = contact_at(place.pk)
    assert (contact.email, contact.phone) == ("clauses@exemple.test", "06")
    assert str(seat) == f"{boss.pk} @ {place.pk}"
    assert str(place) == place.name


@pytest.mark.parametrize("ask", [organisation_card, contact_at])
def test_an_organisation_that_does_not_exist_is_not_found(ask):
    with pytest.raises(NotFound):
        ask(0)


def test_an_organisation_without_anybody_has_nobody_to_call():
    with pytest.raises(NotFound):
        contact_at(0)
