"""Organisations open their space, are verified, kept out, edited, joined."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from perenne.domain.organisations import actions, queries, tasks
from perenne.domain.organisations.factories import new_actor, new_colleague, new_organisation
from perenne.domain.organisations.models import JoinRequest, Kind, Organisation, Seat
from perenne.domain.organisations.queries import View
from perenne.domain.organisations.states import (
    CHECKED,
    OrganisationState,
    PrescriberKind,
    StructureKind,
    is_admitted,
)
from perenne.domain.organisations.tests.conftest import person
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.people.models import Person
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import VISITOR, Role
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.needs import BuyerKind
from perenne.values import Siret

pytestmark = pytest.mark.django_db
SIRET = Siret("73282932000074")
NAMED = actions.Identity("Bâti Brie", siret=SIRET)
EVERY_KIND = [
    *((Role.BUYER, kind.value) for kind in BuyerKind),
    (Role.COMPANY, ""),
    *((Role.INCLUSION_STRUCTURE, kind.value) for kind in StructureKind),
    *((Role.PRESCRIBER, kind.value) for kind in PrescriberKind),
    (Role.FACILITATOR, ""),
]


def declared(role=Role.FACILITATOR, sub_kind="", identity=NAMED):
    by = person(new_person().pk)
    return actions.declare_organisation(identity, role=role, sub_kind=sub_kind, by=by)


def state_of(actor):
    return OrganisationState(Organisation.objects.get(pk=actor.organisation_id).state)


@pytest.mark.parametrize(("role", "sub_kind"), EVERY_KIND)
def test_an_organisation_of_every_kind_opens_its_space(role, sub_kind):
    actor = declared(role, sub_kind)
    card = queries.organisation_page(actor.organisation_id, seen_by=actor)
    assert (card.kind, card.state) == (role, OrganisationState.DECLARED)
    assert bool(card.sub_kind_label) == bool(sub_kind)
    assert actor.role is (Role.WAITING if role in CHECKED else role)
    sits = queries.seat_of(person_id=actor.person_id, seat_id=None)
    assert (sits.actor, sits.is_admin, sits.kind) == (actor, True, role)


def test_a_visitor_opens_account_and_space_in_one_step_or_neither():
    newcomer = actions.Newcomer("paul@bati.test", "Paul Rey", PASSWORD)
    said = {"newcomer": newcomer, "role": Role.COMPANY, "by": VISITOR}
    actor = actions.declare_as_newcomer(NAMED, **said)
    assert Seat.objects.get().person_id == actor.person_id
    other = said | {"newcomer": actions.Newcomer("lea@bati.test", "Léa", PASSWORD)}
    with pytest.raises(actions.AlreadyHere):
        actions.declare_as_newcomer(NAMED, **other)
    assert Person.objects.count() == 1


def test_nobody_opens_a_coordination_nor_anything_without_account():
    with pytest.raises(Refused, match="coordination"):
        declared(Role.COORDINATION)
    with pytest.raises(Refused, match="Connectez-vous"):
        actions.declare_organisation(NAMED, role=Role.COMPANY, by=VISITOR)


@pytest.mark.parametrize("role", sorted(CHECKED))
def test_who_is_to_be_verified_says_its_siret(role):
    with pytest.raises(Refused, match="SIRET"):
        declared(role, identity=actions.Identity("Sans numéro"))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("state", OrganisationState)
def test_its_people_act_in_its_role_only_where_it_is_admitted(kind, state):
    expected = state is OrganisationState.VERIFIED or (
        state is OrganisationState.DECLARED
        and kind in {Kind.BUYER, Kind.COMPANY, Kind.COORDINATION}
    )
    assert is_admitted(kind, state) is expected


def test_the_coordination_verifies_the_oldest_first_and_its_people_then_act(coordination):
    first = declared(Role.FACILITATOR)
    second = declared(
        Role.PRESCRIBER, "ccas", actions.Identity("CCAS", siret=Siret("21770284400010"))
    )
    declared(Role.COMPANY, identity=actions.Identity("Une entreprise"))
    waiting = queries.organisations_of(seen_by=coordination, view=View.WAITING)
    assert [row.id for row in waiting.items] == [first.organisation_id, second.organisation_id]
    actions.verify_organisation(organisation_id=first.organisation_id, by=coordination)
    assert queries.waiting_to_be_verified(seen_by=coordination) == 1
    now = queries.seat_of(person_id=first.person_id, seat_id=None)
    assert now.actor.role is Role.FACILITATOR


def test_who_is_refused_reads_why_corrects_and_presents_itself_again(coordination):
    actor = declared()
    with pytest.raises(Refused, match="Dites pourquoi"):
        actions.refuse_organisation(
            organisation_id=actor.organisation_id, reason="  ", by=coordination
        )
    actions.refuse_organisation(
        organisation_id=actor.organisation_id, reason="SIRET d’un autre.", by=coordination
    )
    tasks.send_verdict(organisation_id=actor.organisation_id)
    assert "SIRET d’un autre." in mail.outbox[0].body
    card = queries.organisation_page(actor.organisation_id, seen_by=actor)
    assert (card.state, card.reason) == (OrganisationState.REFUSED, "SIRET d’un autre.")
    actions.present_again(organisation_id=actor.organisation_id, by=actor)
    assert state_of(actor) is OrganisationState.DECLARED


def test_a_suspended_organisation_loses_its_role_and_gets_it_back(coordination):
    actor = new_actor(Role.FACILITATOR)
    here = {"organisation_id": actor.organisation_id, "by": coordination}
    actions.suspend_organisation(reason="Convention échue.", **here)
    sits = queries.seat_of(person_id=actor.person_id, seat_id=None)
    assert (sits.actor.role, sits.reason) == (Role.WAITING, "Convention échue.")
    actions.restore_organisation(**here)
    assert queries.seat_of(person_id=actor.person_id, seat_id=None).actor.role is Role.FACILITATOR


JUDGED = ("verify", "refuse", "suspend", "restore")


@pytest.mark.parametrize("verb", JUDGED)
@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.COORDINATION}])
def test_nobody_but_the_coordination_judges(verb, role):
    state = {"verify": "declared", "refuse": "declared", "suspend": "verified"}.get(verb)
    kept_out = {"state": "suspended", "reason": "x"}
    target = new_actor(Role.FACILITATOR, **({"state": state} if state else kept_out))
    by = (
        target
        if role is Role.WAITING
        else (new_actor(role) if role in set(Kind.values) else VISITOR)
    )
    assert not queries.acts_on(target.organisation_id, by, JUDGED)[verb]


def test_a_coordination_judges_no_coordination(coordination):
    other = new_actor(Role.COORDINATION)
    assert not any(queries.acts_on(other.organisation_id, coordination, JUDGED).values())
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=other.organisation_id).update(state="declared")


def test_its_own_people_edit_it_and_the_siret_until_it_is_verified(coordination):
    load_places()
    actor = declared()
    other = actions.Identity(
        "Bâti Brie Est", siret=Siret("21770284400010"), commune="77284", email=" A@B.test "
    )
    edited = {"organisation_id": actor.organisation_id, "by": new_colleague(actor)}
    actions.edit_organisation(identity=other, **edited)
    card = queries.organisation_page(actor.organisation_id, seen_by=actor)
    assert (card.name, card.commune_name, card.email) == ("Bâti Brie Est", "Meaux", "a@b.test")
    actions.verify_organisation(organisation_id=actor.organisation_id, by=coordination)
    with pytest.raises(Refused, match="ne change plus"):
        actions.edit_organisation(identity=NAMED, **edited)


def test_a_stranger_edits_nothing_and_sees_nothing(admin):
    stranger = new_actor(Role.BUYER)
    with pytest.raises(NotFound):
        queries.organisation_page(admin.organisation_id, seen_by=stranger)
    with pytest.raises(Refused):
        actions.edit_organisation(
            organisation_id=admin.organisation_id, identity=NAMED, by=stranger
        )
    assert queries.colleagues_in(admin.organisation_id, seen_by=stranger) == ()


def test_the_siret_of_a_closed_space_opens_a_new_one():
    actor = declared(Role.COMPANY)
    actions.close_space(organisation_id=actor.organisation_id, by=actor)
    assert not queries.has_space(SIRET)
    declared(Role.COMPANY)
    assert queries.has_space(SIRET)


def test_who_finds_their_organisation_there_asks_and_is_let_in():
    admin = declared(Role.COMPANY)
    asker = person(new_person(full_name="Léa Roux").pk)
    actions.ask_to_join(siret=SIRET, by=asker)
    with pytest.raises(Refused, match="déjà partie"):
        actions.ask_to_join(siret=SIRET, by=asker)
    (row,) = queries.requests_to(admin.organisation_id, seen_by=admin)
    assert (row.name, queries.requests_waiting_for(admin)) == ("Léa Roux", 1)
    tasks.send_request(request_id=row.id)
    actions.grant_request(request_id=row.id, by=admin)
    tasks.send_answer(request_id=row.id)
    assert [letter.subject for letter in mail.outbox] == [
        "Une personne demande à rejoindre l’espace de Bâti Brie",
        "Votre demande auprès de Bâti Brie",
    ]
    seat = Seat.objects.get(person_id=asker.person_id)
    assert (seat.organisation_id, seat.is_admin) == (admin.organisation_id, False)
    with pytest.raises(Refused, match="déjà dans cet espace"):
        actions.ask_to_join(siret=SIRET, by=asker)


def test_a_request_is_answered_by_an_administrator_of_that_organisation_alone():
    admin = declared(Role.COMPANY)
    actions.ask_to_join(siret=SIRET, by=person(new_person().pk))
    request = JoinRequest.objects.get()
    for other in (new_colleague(admin), new_actor(Role.COMPANY), new_actor(Role.COORDINATION)):
        with pytest.raises(Refused):
            actions.grant_request(request_id=request.pk, by=other)
    actions.decline_request(request_id=request.pk, by=admin)
    assert Seat.objects.filter(person_id=request.person_id).count() == 0


def test_there_is_nothing_to_join_under_an_unknown_number():
    with pytest.raises(Refused):
        actions.ask_to_join(siret=SIRET, by=person(new_person().pk))


IMPOSSIBLE = {
    "a state nobody knows": {"state": "lost"},
    "refused without a reason": {"state": "refused"},
    "verified with a reason": {"reason": "x"},
    "a company with a buyer’s kind": {"buyer_kind": "state"},
    "a company with a structure’s kind": {"structure_kind": "ei"},
    "a company with a prescriber’s kind": {"prescriber_kind": "ccas"},
    "a structure of no kind": {"kind": Kind.INCLUSION_STRUCTURE, "structure_kind": ""},
    "a structure of a kind nobody knows": {
        "kind": Kind.INCLUSION_STRUCTURE,
        "structure_kind": "x",
    },
    "a prescriber of no kind": {"kind": Kind.PRESCRIBER, "prescriber_kind": ""},
}


@pytest.mark.parametrize("facts", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_the_database_refuses_what_cannot_be(facts):
    kind = facts.get("kind", Kind.COMPANY)
    with pytest.raises(IntegrityError), transaction.atomic():
        new_organisation(kind, **{k: v for k, v in facts.items() if k != "kind"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Meaux", "77284"),
        ("MEAUX", "77284"),
        ("77284", "77284"),
        ("77000", "77288"),
        ("77000 Melun", "77288"),
        ("Melun 77000", "77288"),
        ("77100", None),  # two communes
        ("77100 Meaux", "77284"),
        ("77186", "77337"),  # a postcode before an INSEE code, as people write
        ("77186 Noisiel", "77337"),
        ("Trifouilly", None),
        ("", None),
        ("  ", None),
        ("７７２８４", None),
    ],
)
def test_a_commune_is_recognised_and_never_guessed(text, code):
    load_places()
    found = queries.commune_named(text)
    assert (found.insee_code if found else None) == code
