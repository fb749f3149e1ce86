"""A person is hired: planned, verified, counted; each refusal says what to do."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.hirings.actions import (
    Objected,
    Shown,
    cancel_hiring,
    confirm_hiring,
    confirming,
    end_hiring,
    plan_hiring,
    regularise_hiring,
)
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries import crew_of
from perenne.domain.hirings.states import CANCELLED, CONFIRMED, ENDED, PLANNED
from perenne.domain.hirings.tests.conftest import FIRST_DAY
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.actions import withdraw_verdict
from perenne.domain.participants.factories import new_file, new_participant, new_verdict
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import Pass, Structure
from perenne.rules.eligibility.green_light import LATE_CHECK_REGULARISED
from perenne.rules.hirings import ModalityCode, Shape
from perenne.rules.practice import USUAL

WHY = "Demandée avant l’embauche, examinée plus tard."


def planned_by(scene, by=None, **facts):
    return plan_hiring(
        commitment_id=scene.commitment.pk, planned=scene.planned(**facts), by=by or scene.company
    )


def test_a_hiring_is_planned_confirmed_and_ended(scene):
    today = localdate()
    hiring_id = planned_by(scene, starts_on=today)
    assert Hiring.objects.get(pk=hiring_id).state == PLANNED
    new_verdict(scene.person, facilitator=scene.facilitator)

    assert confirm_hiring(hiring_id=hiring_id, by=scene.facilitator) == today
    end_hiring(hiring_id=hiring_id, ended_on=today, by=scene.company, on=today)

    hiring = Hiring.objects.get(pk=hiring_id)
    assert (hiring.state, hiring.counts_from, hiring.ends_on) == (ENDED, today, today)
    assert hiring.employer_siret == scene.party.siret
    said = Entry.objects.filter(subject_type="hirings.hiring").order_by("pk")
    assert [entry.act for entry in said] == ["hiring.plan", "hiring.confirm", "hiring.end"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"shape": Shape.MISSION}, "Le contrat prévu ici est"),
        ({"structure": Structure.EI}, "choisissez la modalité de cette structure"),
        ({"modality": ModalityCode.EI, "shape": Shape.INCLUSION}, "demande une structure"),
        ({"ends_on": FIRST_DAY - timedelta(1)}, "finit avant de commencer"),
        ({"weekly_minutes": 30}, "durée par semaine"),
        ({"job_title": " "}, "poste occupé"),
        ({"party_id": 0}, "n’exécute pas ce marché"),
    ],
    ids=lambda value: "" if isinstance(value, dict) else value,
)
def test_a_hiring_that_cannot_serve_is_refused_with_what_to_do(scene, facts, said):
    with pytest.raises(Refused, match=said):
        planned_by(scene, **facts)


def test_a_company_names_only_those_it_presented_or_hired(scene):
    stranger = new_participant()
    new_file(stranger, facilitator=scene.facilitator)
    with pytest.raises(Refused, match="demandez d’abord la vérification"):
        planned_by(scene, participant_id=stranger.pk)

    assert planned_by(scene, scene.facilitator, participant_id=stranger.pk)
    assert planned_by(scene, participant_id=stranger.pk, starts_on=date(2027, 1, 1),
                      employer_siret="00000001800019", employer_name="Groupement")  # fmt: skip


def test_one_person_is_hired_once_on_the_same_days(scene):
    planned_by(scene)
    with pytest.raises(Refused, match="déjà une embauche"):
        planned_by(scene, starts_on=FIRST_DAY + timedelta(30))


def test_nothing_is_confirmed_without_a_verdict_for_the_first_day(scene):
    hiring_id = planned_by(scene)
    with pytest.raises(Refused, match="n’est pas établie au 1"):
        confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)
    new_verdict(scene.person, starts_on=FIRST_DAY + timedelta(1))
    with pytest.raises(Refused, match="n’est pas établie"):
        confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)


def test_a_late_verdict_counts_from_its_day_until_it_is_regularised(scene):
    hiring_id = planned_by(scene)
    verdict = new_verdict(scene.person)
    said = {"hiring_id": hiring_id, "by": scene.facilitator}

    assert confirm_hiring(**said) == verdict.verified_on
    with pytest.raises(Refused, match="Dites pourquoi"):
        regularise_hiring(**said, reason=" ")
    strict = USUAL.choosing(LATE_CHECK_REGULARISED, False)
    with pytest.raises(Refused, match="admet pas de régularisation"):
        regularise_hiring(**said, reason=WHY, practice=strict)
    assert regularise_hiring(**said, reason=WHY) == FIRST_DAY

    hiring = Hiring.objects.get(pk=hiring_id)
    assert (hiring.counts_from, hiring.regularised_because) == (FIRST_DAY, WHY)
    with pytest.raises(Refused, match="ne pouvez pas faire cela"):
        regularise_hiring(**said, reason=WHY)


def test_a_verdict_taken_back_between_its_reading_and_the_writing_is_refused(scene, monkeypatch):
    hiring_id = planned_by(scene, starts_on=localdate())
    verdict = new_verdict(scene.person, facilitator=scene.facilitator)
    told = confirming.light_for

    def taken_back_meanwhile(*read, **said):
        withdraw_verdict(verdict_id=verdict.pk, reason="Attestation fausse.", by=scene.facilitator)
        return told(*read, **said)

    monkeypatch.setattr(confirming, "light_for", taken_back_meanwhile)
    with pytest.raises(Refused, match="vient d’être retiré"):
        confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)
    assert Hiring.objects.get().state == PLANNED


def test_a_late_verdict_is_confirmed_and_regularised_at_once(scene):
    hiring_id = planned_by(scene)
    new_verdict(scene.person)
    said = {"hiring_id": hiring_id, "by": scene.facilitator, "regularised_because": WHY}
    assert confirm_hiring(**said) == FIRST_DAY
    acts = Entry.objects.filter(subject_type="hirings.hiring").order_by("pk")
    assert [one.act for one in acts][1:] == ["hiring.confirm", "hiring.regularise"]


def test_every_objection_is_told_with_the_fact_it_speaks_of(scene):
    with pytest.raises(Objected) as refused:
        planned_by(
            scene, modality=ModalityCode.ETTI, structure=Structure.ETTI, job_title=" ",
            ends_on=FIRST_DAY - timedelta(1),
        )  # fmt: skip
    assert set(refused.value.by_fact) == {"job_title", "employer_siret", "ends_on", "shape"}


def test_who_was_there_on_a_permanent_contract_before_does_not_count(scene):
    facts = {"modality": ModalityCode.PERMANENT, "shape": Shape.PERMANENT}
    hiring_id = planned_by(scene, starts_on=date(2026, 3, 1), **facts)
    new_verdict(scene.person)

    with pytest.raises(Refused, match="déjà en CDI"):
        confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)


def test_the_shape_of_the_contract_is_checked_with_what_was_shown(scene):
    hiring_id = planned_by(
        scene, modality=ModalityCode.EI, shape=Shape.INCLUSION, structure=Structure.EI,
        ends_on=date(2027, 6, 30), employer_name="Insertion 77", employer_siret="00000001800019",
    )  # fmt: skip
    new_verdict(scene.person)
    with pytest.raises(Refused, match="PASS IAE"):
        confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)

    shown = Shown(iae_pass=Pass(date(2026, 9, 1)))
    assert confirm_hiring(hiring_id=hiring_id, by=scene.facilitator, shown=shown)


def test_a_hiring_is_cancelled_with_a_reason_before_it_counts(scene):
    hiring_id = planned_by(scene)
    with pytest.raises(Refused, match="Dites pourquoi"):
        cancel_hiring(hiring_id=hiring_id, reason="", by=scene.company)
    cancel_hiring(hiring_id=hiring_id, reason="La personne s’est désistée.", by=scene.company)

    assert Hiring.objects.get(pk=hiring_id).state == CANCELLED
    assert planned_by(scene)


@pytest.mark.parametrize(
    ("ended_on", "said"),
    [(FIRST_DAY - timedelta(1), "suit l’embauche"), (date(2027, 2, 1), "à venir"),
     (date(2026, 11, 20), "finissait plus tôt")],
)  # fmt: skip
def test_a_hiring_ends_within_its_contract(scene, ended_on, said):
    hiring_id = planned_by(scene, ends_on=date(2026, 11, 10))
    new_verdict(scene.person)
    confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)
    with pytest.raises(Refused, match=said):
        end_hiring(hiring_id=hiring_id, ended_on=ended_on, by=scene.company, on=date(2026, 11, 26))
    assert Hiring.objects.get(pk=hiring_id).state == CONFIRMED


def test_the_crew_of_a_month_is_read_in_one_query_and_by_its_people(
    scene, django_assert_num_queries
):
    hiring_id = planned_by(scene)
    new_verdict(scene.person)
    confirm_hiring(hiring_id=hiring_id, by=scene.facilitator)
    regularise_hiring(hiring_id=hiring_id, reason=WHY, by=scene.facilitator)
    month = date(2026, 10, 1)

    with django_assert_num_queries(1):
        (member,) = crew_of(scene.party.siret, month, seen_by=scene.company)
    assert (member.code, member.days.start) == (scene.person.code, FIRST_DAY)
    assert crew_of(scene.party.siret, date(2026, 9, 1), seen_by=scene.company) == ()
    assert crew_of(scene.party.siret, month, seen_by=new_actor(Role.COMPANY)) == ()


def test_nothing_personal_enters_the_journal(scene):
    planned_by(scene, tutor="Josiane Tuteurette")
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(e::text, '') FROM journal_entry e")
        (whole,) = cursor.fetchone()
    assert "hiring.plan" in whole
    assert not [name for name in ("Tuteurette", scene.person.last_name + " ") if name in whole]


def test_a_commitment_that_is_over_hires_nobody(scene):
    other = new_commitment(scene.facilitator)
    with pytest.raises(Refused, match="ne pouvez pas faire cela"):
        plan_hiring(commitment_id=other.pk, planned=scene.planned(), by=scene.company)
