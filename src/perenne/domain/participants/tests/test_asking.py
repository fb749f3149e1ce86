"""Who asks, what is refused, to whom it goes; two records of one person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.actions import (
    confirm_eligibility,
    forget_participants,
    merge_participants,
)
from perenne.domain.participants.models import EligibilityFile, Participant, ProofSeen, Verdict
from perenne.domain.participants.queries import codes_of, file_card
from perenne.domain.participants.queries.duplicates import Named, folded_name, sound_of, why_same
from perenne.domain.participants.tests.conftest import HIRE_ON, TODAY
from perenne.domain.procurement.factories import new_contract
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import HOUSE, Role
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import EligibilityCategory

BORN = date(1990, 5, 12)


def named(name, born_on=BORN, likeness=0.0):
    return Named(name, born_on, likeness)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (named("dupont martin elodie"), "Mêmes nom, prénom et date"),
        (named("elodie dupont martin"), "Nom et prénom intervertis"),
        (named("dupond martin elody"), "Noms qui se prononcent de même"),
        (named("dupont elodie", likeness=0.6), "Noms voisins"),
        (named("dupont martin elodie", date(1990, 12, 5)), "à un chiffre près"),
        (named("dupont martin elodie", date(1991, 5, 12)), "à un chiffre près"),
        (named("dupont martin elodie", date(1991, 5, 13)), ""),
        (named("durand paul", likeness=0.1), ""),
        (named("dupont elodie", date(1990, 12, 5), 0.6), ""),
    ],
)
def test_two_records_may_be_one_person_by_five_keys(other, why):
    found = why_same(named("dupont martin elodie"), other)
    assert why in found
    assert bool(why) == bool(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [("dupont", "dupond"), ("philippe", "filip"), ("gauthier", "gotier"), ("benoit", "benois")],
)
def test_what_is_heard_the_same(one, other):
    assert sound_of(one) == sound_of(other)


WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(WORD, WORD, st.dates(date(1950, 1, 1), date(2010, 1, 1)))
def test_names_the_other_way_round_are_always_seen(last, first, born_on):
    here, there = folded_name(last, first), folded_name(first, last)
    assert why_same(named(here, born_on), named(there, born_on))
    assert why_same(named(there, born_on), named(here, born_on))


def test_the_question_goes_to_the_facilitator_of_the_contract(scene):
    assert scene.ask().facilitator_id == scene.facilitator.organisation_id


def test_without_a_contract_it_goes_to_that_of_the_commune_then_to_the_coordination(scene):
    load_places()
    there, top = new_actor(Role.FACILITATOR), new_actor(Role.COORDINATION)
    new_coverage(there, commune_id="77288")
    near = scene.ask(contract_id=None, commune="77288")
    assert near.facilitator_id == there.organisation_id
    assert scene.ask(contract_id=None).facilitator_id == top.organisation_id


def test_nobody_to_answer_is_said(scene):
    with pytest.raises(Refused, match="Aucun facilitateur"):
        scene.ask(contract_id=None)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"last_name": "…"}, "en lettres"),
        ({"born_on": date(2015, 1, 1)}, "date de naissance"),
        ({"born_on": date(1900, 1, 1)}, "date de naissance"),
        ({"claimed": frozenset({EligibilityCategory.RSA})}, "Ne dites rien de la situation"),
    ],
)
def test_what_cannot_be_is_refused(scene, said, why):
    with pytest.raises(Refused, match=why):
        scene.ask(**said)


def test_a_contract_of_others_and_a_buyer_are_refused(scene):
    with pytest.raises(Refused, match="pas dans votre espace"):
        scene.ask(contract_id=new_contract().pk)
    with pytest.raises(Refused):
        scene.ask(by=new_actor(Role.BUYER))


def test_a_duplicate_is_proposed_and_merged_by_the_facilitator(scene):
    known = scene.ask()
    scene.prove(known)
    confirm_eligibility(file_id=known.pk, by=scene.facilitator, today=TODAY)
    fresh = scene.ask(first_name="ELODIE", last_name="Dupond Martin", phone="06 01 02 03 04")
    (proposed,) = file_card(fresh.pk, seen_by=scene.facilitator).duplicates
    assert proposed.id == known.participant_id

    merge = {"dropped_id": fresh.participant_id, "kept_id": known.participant_id}
    with pytest.raises(Refused):
        merge_participants(**merge, by=new_actor(Role.FACILITATOR))
    with pytest.raises(Refused, match="avis en cours"):
        merge_participants(
            dropped_id=known.participant_id, kept_id=fresh.participant_id, by=scene.facilitator
        )
    merge_participants(**merge, by=scene.facilitator)

    fresh.refresh_from_db()
    assert fresh.participant_id == known.participant_id
    kept = Participant.objects.get(pk=known.participant_id)
    assert kept.phone == "06 01 02 03 04"
    assert Participant.objects.get(pk=merge["dropped_id"]).merged_into == kept
    card = file_card(fresh.pk, seen_by=scene.facilitator)
    assert card.standing.starts_on == HIRE_ON
    assert card.duplicates == ()
    with pytest.raises(Refused):
        merge_participants(**merge, by=scene.facilitator)


def test_two_people_who_do_not_look_alike_are_not_merged(scene):
    one, other = scene.ask(), scene.ask(first_name="Paul", last_name="Roy")
    with pytest.raises(Refused, match="ne se ressemblent pas"):
        merge_participants(
            dropped_id=one.participant_id, kept_id=other.participant_id, by=scene.facilitator
        )


def test_an_erased_person_leaves_a_verdict_without_a_name(scene):
    file = scene.ask(email="elodie@exemple.test")
    scene.prove(file)
    confirm_eligibility(file_id=file.pk, by=scene.facilitator, today=TODAY)
    assert forget_participants(Participant.objects.all(), by=HOUSE) == 1

    person = Participant.objects.get()
    assert (person.first_name, person.last_name, person.folded_name, person.email) == ("",) * 4
    assert (person.born_on, bool(person.erased_on)) == (None, True)
    held = EligibilityFile.objects.get()
    assert (held.situation, held.claimed, held.reason) == ({}, [], "")
    assert not ProofSeen.objects.exists()
    assert Verdict.objects.get().is_eligible
    assert codes_of([person.pk]) == {person.pk: person.code}
    assert file_card(file.pk, seen_by=scene.facilitator).row.name == person.code
