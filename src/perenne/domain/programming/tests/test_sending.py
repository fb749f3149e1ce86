"""A programme leaves its buyer; who has no account opens one in the same step."""

from dataclasses import replace

import pytest

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.organisations.actions import Identity, register_buyer
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.people.models import Person
from perenne.domain.programming.actions import (
    Newcomer,
    match_headings,
    send_as_new_buyer,
    send_programme,
)
from perenne.domain.programming.factories import (
    OTHER_PASSER_BY,
    PASSER_BY,
    PURCHASE,
    TODAY,
    file_of_purchases,
    new_programme,
    new_purchase,
    received,
)
from perenne.domain.programming.models import HeadingMemory, PlannedPurchase, Programme
from perenne.domain.programming.queries import headings_to_match, programme_card
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.programming.tests.layouts import ODD
from perenne.domain.territories.factories import MEAUX_COUNTRY, load_places
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.rules.needs import BuyerKind
from perenne.values import Siret

pytestmark = pytest.mark.django_db
SIRET = Siret.read("21770284400010")
CAMILLE = Newcomer(
    full_name="Camille Martin",
    email="camille@exemple.test",
    phone="01 60 00 00 00",
    password=PASSWORD,
    organisation=Identity("Ville de Meaux", SIRET, "77284"),
)


@pytest.fixture(autouse=True)
def places():
    load_places()


@pytest.fixture
def north():
    facilitator = new_actor(Role.FACILITATOR, name="Plateforme Nord")
    new_coverage(facilitator, epci_id=MEAUX_COUNTRY[0])
    return facilitator


def send_new(programme_id, newcomer=CAMILLE, by=PASSER_BY):
    return send_as_new_buyer(programme_id=programme_id, newcomer=newcomer, by=by, today=TODAY)


def nothing_was_written(programme):
    programme.refresh_from_db()
    return (
        programme.state == ProgrammeState.DRAFT
        and programme.buyer_id is None
        and not Seat.objects.filter(person__email=CAMILLE.email).exists()
        and not PlannedPurchase.objects.exclude(state=PurchaseState.SCREENED).exists()
    )


def test_a_buyer_hands_every_purchase_over(north):
    buyer = new_actor(Role.BUYER)
    programme_id = received(file_of_purchases(3), by=buyer)
    send_programme(programme_id=programme_id, by=buyer, today=TODAY)

    assert programme_card(programme_id, seen_by=buyer).state == ProgrammeState.SENT
    states = PlannedPurchase.objects.values_list("state", flat=True)
    assert set(states) == {PurchaseState.RECEIVED}
    assert programme_card(programme_id, seen_by=north).counts.to_treat == 3


def test_a_programme_is_sent_once():
    buyer = new_actor(Role.BUYER)
    programme = new_programme(buyer)
    send_programme(programme_id=programme.pk, by=buyer, today=TODAY)
    with pytest.raises(Refused, match="a changé d’étape"):
        send_programme(programme_id=programme.pk, by=buyer, today=TODAY)


def test_a_visitor_opens_an_account_and_sends_in_one_step(north):
    programme_id = received(file_of_purchases(2, place=""), by=PASSER_BY)
    buyer = send_new(programme_id)

    person, programme = Person.objects.get(email=CAMILLE.email), Programme.objects.get()
    assert (buyer.role, buyer.person_id) == (Role.BUYER, person.pk)
    assert buyer.visitor_key == PASSER_BY.visitor_key
    assert person.check_password(PASSWORD)
    assert (programme.buyer_id, programme.visitor_key, programme.state) == (
        buyer.organisation_id,
        "",
        ProgrammeState.SENT,
    )
    organisation = Organisation.objects.get(pk=buyer.organisation_id)
    assert (organisation.siret, organisation.buyer_kind) == (
        SIRET.digits,
        BuyerKind.LOCAL_AUTHORITY,
    )


def test_the_seat_answers_for_places_that_the_draft_did_not_say(north):
    programme_id = received(file_of_purchases(2, place=""), by=PASSER_BY)
    assert set(PlannedPurchase.objects.values_list("facilitator_id", flat=True)) == {None}
    send_new(programme_id)
    for row in PlannedPurchase.objects.all():
        assert (row.facilitator_id, row.commune_id) == (north.organisation_id, "77284")
        assert "le siège de l’acheteur, Meaux" in row.routing_reason


def test_a_place_that_was_said_is_kept(north):
    programme_id = received(file_of_purchases(2, place="Melun"), by=PASSER_BY)
    send_new(programme_id)
    assert set(PlannedPurchase.objects.values_list("commune_id", flat=True)) == {"77288"}


def test_a_buyer_who_signs_in_adopts_the_draft_of_their_session(north):
    buyer = new_actor(Role.BUYER, commune_id="77284")
    buyer = replace(buyer, visitor_key=PASSER_BY.visitor_key)
    programme_id = received(file_of_purchases(1, place="Tous les sites"), by=PASSER_BY)
    send_programme(programme_id=programme_id, by=buyer, today=TODAY)

    programme = Programme.objects.get()
    assert (programme.buyer_id, programme.visitor_key) == (buyer.organisation_id, "")
    assert PlannedPurchase.objects.get().facilitator_id == north.organisation_id


@pytest.mark.parametrize("by", [OTHER_PASSER_BY, replace(PASSER_BY, visitor_key="")])
def test_nobody_sends_the_draft_of_another_session(by):
    programme = new_programme(PASSER_BY)
    with pytest.raises(Refused):
        send_new(programme.pk, by=by)
    assert nothing_was_written(programme)


def test_a_buyer_without_the_key_of_the_session_does_not_adopt_it():
    programme = new_programme(PASSER_BY)
    with pytest.raises(Refused):
        send_programme(programme_id=programme.pk, by=new_actor(Role.BUYER), today=TODAY)
    assert nothing_was_written(programme)


def test_a_visitor_says_who_they_are_before_anything_is_sent():
    programme = new_programme(PASSER_BY)
    with pytest.raises(Refused, match="Dites d’abord qui vous êtes"):
        send_programme(programme_id=programme.pk, by=PASSER_BY, today=TODAY)
    assert nothing_was_written(programme)


def test_an_organisation_that_has_a_space_is_refused_and_nothing_is_written():
    register_buyer(CAMILLE.organisation, buyer_kind=BuyerKind.STATE, admin_id=new_person().pk)
    programme = new_programme(PASSER_BY)
    new_purchase(programme)
    with pytest.raises(Refused, match="Cet organisme a déjà un espace"):
        send_new(programme.pk)
    assert nothing_was_written(programme)
    assert not Person.objects.filter(email=CAMILLE.email).exists()


@pytest.mark.parametrize("password", ["court", "", "azertyuiop"])
def test_a_weak_password_is_refused_and_nothing_is_written(password):
    programme = new_programme(PASSER_BY)
    with pytest.raises(Refused, match="mot de passe"):
        send_new(programme.pk, replace(CAMILLE, password=password))
    assert nothing_was_written(programme)
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("email", ["camille@exemple.test", "CAMILLE@exemple.test"])
def test_an_address_that_has_an_account_is_refused_and_the_draft_waits(email):
    new_person(email="camille@exemple.test")
    programme = new_programme(PASSER_BY)
    with pytest.raises(Refused, match="connectez-vous, votre programmation vous attendra"):
        send_new(programme.pk, replace(CAMILLE, email=email))
    assert nothing_was_written(programme)
    assert not Organisation.objects.exists()


def test_two_organisations_without_siret_may_both_come():
    unnumbered = replace(CAMILLE, organisation=Identity("Association A"))
    other = replace(unnumbered, email="b@exemple.test", organisation=Identity("Association B"))
    send_new(new_programme(PASSER_BY).pk, unnumbered)
    send_new(new_programme(OTHER_PASSER_BY).pk, other, by=OTHER_PASSER_BY)
    assert Organisation.objects.filter(siret=None).count() == 2


def test_what_the_visitor_said_of_headings_becomes_the_memory_of_the_buyer():
    programme_id = received(ODD, by=PASSER_BY)
    ((sheet, doubt),) = headings_to_match(programme_id, seen_by=PASSER_BY).doubts
    answers = {sheet: {str(doubt.index): "notes"}}
    match_headings(programme_id=programme_id, answers=answers, by=PASSER_BY, today=TODAY)
    buyer = send_new(programme_id)

    remembered = HeadingMemory.objects.get()
    assert (remembered.buyer_id, remembered.column) == (buyer.organisation_id, "notes")
    again = Programme.objects.get(pk=received(ODD, by=replace(buyer, visitor_key="")))
    assert again.state == ProgrammeState.DRAFT


@pytest.mark.parametrize("state", [ProgrammeState.ASKING, ProgrammeState.READING])
def test_what_is_not_screened_yet_is_not_sent(state):
    programme = new_programme(PASSER_BY, state=state)
    new_purchase(programme, facts=PURCHASE)
    with pytest.raises(Refused):
        send_new(programme.pk)


def test_who_answers_is_settled_on_the_day_of_sending(north):
    """Screened before the absence, sent during it."""
    south, buyer = new_actor(Role.FACILITATOR, name="Plateforme Sud"), new_actor(Role.BUYER)
    programme_id = received(file_of_purchases(2, place="Meaux"), by=buyer)
    new_absence(north, TODAY, backup_id=south.organisation_id)
    send_programme(programme_id=programme_id, by=buyer, today=TODAY)
    for row in PlannedPurchase.objects.all():
        assert row.facilitator_id == south.organisation_id
        assert row.routing_reason.endswith("Plateforme Sud prend la suite.")


def test_an_area_kept_for_the_buyer_counts_once_the_draft_is_theirs(north):
    south, buyer = new_actor(Role.FACILITATOR), new_actor(Role.BUYER)
    new_coverage(south, department_code="77", buyer_id=buyer.organisation_id)
    programme_id = received(file_of_purchases(2, place="Meaux"), by=PASSER_BY)
    assert {row.facilitator_id for row in PlannedPurchase.objects.all()} == {north.organisation_id}
    mine = replace(buyer, visitor_key=PASSER_BY.visitor_key)
    send_programme(programme_id=programme_id, by=mine, today=TODAY)
    assert {row.facilitator_id for row in PlannedPurchase.objects.all()} == {south.organisation_id}
