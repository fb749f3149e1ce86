"""Somebody proposed for a need is hired: nothing is typed twice, nobody else is named."""

from dataclasses import replace

import pytest

from perenne.domain.hirings.actions import PlannedHiring, cancel_hiring, hire_proposed
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries import person_to_hire, persons_to_hire, placement_of, plan_card
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_file, new_participant
from perenne.domain.promises.tests.conftest import END, ON, START, Scene
from perenne.domain.sourcing.states import NOT_HIRED
from perenne.kit.actors import Role
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.hirings import ModalityCode, Shape
from perenne.values import Hours


@pytest.fixture
def placed(db):
    """A person that an ETTI proposed under an offer that was kept."""
    scene = Scene()
    scene.need = scene.opening(scene.one, rome="F1606")
    scene.kept = scene.offer(scene.need, 1_200)
    scene.person = new_participant(
        first_name="Maïa", last_name="Le Goff", folded_name="le goff maia"
    )
    scene.file = new_file(
        scene.person, facilitator=scene.first, asked_by_id=scene.space.organisation_id
    )
    scene.proposed = scene.candidate(scene.need, scene.file, offer=scene.kept)
    return scene


def hire(scene, found, by=None, **facts):
    begun = dict(found.begun)
    weekly, structure = begun.pop("weekly"), begun.pop("structure", None)
    said = PlannedHiring(
        participant_id=found.participant_id, shape=Shape.MISSION, weekly_minutes=weekly.minutes,
        structure=structure, **begun,
    )  # fmt: skip
    about = {"candidate_id": found.candidate_id} | facts
    kept = replace(said, participant_id=about.pop("participant_id", found.participant_id))
    return hire_proposed(planned=kept, by=by or scene.company, on=ON, **about)


def test_a_hiring_begins_with_what_the_need_and_the_offer_said(placed):
    found = placement_of(placed.proposed.pk, seen_by=placed.company)
    assert found.begun == {
        "party_id": placed.need.party_id, "job_title": "Peintre", "rome": "F1606",
        "weekly": Hours.of(35), "starts_on": START, "ends_on": END,
        "modality": ModalityCode.ETTI.value, "structure": "ETTI",
        "employer_name": "Tremplin Intérim", "employer_siret": placed.etti.siret,
    }  # fmt: skip
    hiring = hire(placed, found)
    row = Hiring.objects.get(pk=hiring)
    assert (row.candidate_id, row.structure, row.modality) == (
        placed.proposed.pk,
        "ETTI",
        "MAD_ETTI",
    )
    with pytest.raises(Refused, match="déjà prévue"):
        hire(placed, found)
    cancel_hiring(hiring_id=hiring, reason="La personne a trouvé ailleurs.", by=placed.company)
    assert hire(placed, found)
    alone = placed.candidate(placed.need, new_file(facilitator=placed.first))
    assert "employer_siret" not in placement_of(alone.pk, seen_by=placed.company).begun


def test_the_company_reads_a_code_until_it_hires(placed):
    card = plan_card(placed.one.pk, seen_by=placed.company)
    (row,) = persons_to_hire(card, seen_by=placed.company, on=ON).items
    assert (row.id, row.name) == (placed.person.pk, placed.person.code)
    assert persons_to_hire(card, seen_by=placed.company, on=ON, words="le goff").total == 0
    found = placement_of(placed.proposed.pk, seen_by=placed.company)
    hire(placed, found)
    person = person_to_hire(placed.person.pk, card, seen_by=placed.company, on=ON)
    assert person.name == "Maïa Le Goff"
    assert persons_to_hire(card, seen_by=placed.company, on=ON, words="le goff").total == 1


def test_nobody_else_is_hired_by_a_proposal(placed):
    for actor in (new_actor(Role.COMPANY), placed.second):
        with pytest.raises(NotFound):
            placement_of(placed.proposed.pk, seen_by=actor)
    found = placement_of(placed.proposed.pk, seen_by=placed.company)
    other = new_file(facilitator=placed.first, asked_by_id=placed.company.organisation_id)
    for said in (
        {"participant_id": other.participant_id},
        {"candidate_id": placed.candidate(placed.opening(placed.other), other).pk},
    ):
        with pytest.raises(Refused, match="n’est plus proposée"):
            hire(placed, found, **said)
    placed.proposed.state, placed.proposed.settled_on = NOT_HIRED, ON
    placed.proposed.save()
    with pytest.raises(NotFound):
        placement_of(placed.proposed.pk, seen_by=placed.company)
    with pytest.raises(Refused, match="Vous ne pouvez pas"):
        hire(placed, found)
