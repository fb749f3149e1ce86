"""When yes may be said, for which days, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core import mail

from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.actions import (
    ask_for_proofs,
    complete_file,
    confirm_eligibility,
    note_proof,
    refuse_eligibility,
    state_facts,
    withdraw_file,
    withdraw_verdict,
)
from perenne.domain.participants.models import EligibilityFile, Verdict
from perenne.domain.participants.queries import answer_card, file_card, verdict_for
from perenne.domain.participants.states import CONFIRMED, LACKING, REFUSED, WITHDRAWN
from perenne.domain.participants.tasks import tell_answer, tell_asked
from perenne.domain.participants.tests.conftest import HIRE_ON, PROOF, SEEKING, TODAY
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once
from perenne.rules.eligibility import Course, EligibilityCategory, ProofKind
from perenne.values import add_months

TOKEN = "zqcritere"


def confirm(scene, file, **said):
    confirm_eligibility(file_id=file.pk, by=scene.facilitator, today=TODAY, **said)


def test_a_long_term_job_seeker_is_eligible_for_two_years_from_the_hiring(scene):
    file = scene.ask()
    scene.prove(file)
    confirm(scene, file)

    card = verdict_for(file.participant_id, HIRE_ON)
    assert (card.starts_on, card.ends_on) == (HIRE_ON, add_months(HIRE_ON, 24) - timedelta(1))
    assert (card.is_eligible, card.certified) == (True, True)
    assert verdict_for(file.participant_id, card.ends_on + timedelta(1)) is None
    assert Verdict.objects.get().ground == EligibilityCategory.DELD


@pytest.mark.parametrize(
    ("course", "ends_on", "last"),
    [
        (Course.FIXED_TERM, None, add_months(HIRE_ON, 24)),
        (Course.WORK_STUDY, date(2028, 8, 31), date(2028, 9, 1)),
        (Course.PATHWAY, None, add_months(HIRE_ON, 24)),
        (Course.PATHWAY, date(2027, 3, 1), date(2027, 3, 2)),
    ],
)
def test_the_window_follows_the_job_that_is_planned(scene, course, ends_on, last):
    file = scene.ask()
    scene.prove(file)
    confirm(scene, file, course=course, ends_on=ends_on)
    assert Verdict.objects.get().ends_on == last - timedelta(1)


def test_nothing_is_said_before_the_proof_is_seen(scene):
    file = scene.ask()
    with pytest.raises(Refused):
        confirm(scene, file)
    state_facts(file_id=file.pk, typed=SEEKING, claimed=[], by=scene.facilitator)
    with pytest.raises(Refused, match="avis de situation France Travail"):
        confirm(scene, file)
    assert not Verdict.objects.exists()


def test_facts_that_contradict_each_other_are_asked_about(scene):
    file = scene.ask()
    scene.prove(file)
    both = [EligibilityCategory.SENIOR, EligibilityCategory.UNQUALIFIED_YOUTH]
    state_facts(file_id=file.pk, typed=SEEKING, claimed=both, by=scene.facilitator)
    with pytest.raises(Refused, match="jeune et senior"):
        confirm(scene, file)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"months_worked": 13}, "de 0 à 12"),
        ({"scheme": "PLIE"}, "le début de l’accompagnement"),
        ({"structure": "EI"}, "l’entrée dans la structure"),
    ],
)
def test_an_impossible_fact_is_refused(scene, typed, said):
    with pytest.raises(Refused, match=said):
        state_facts(file_id=scene.ask().pk, typed=typed, claimed=[], by=scene.facilitator)


def test_a_proof_is_noted_once_and_not_from_the_future(scene):
    file = scene.ask()
    scene.prove(file)
    with pytest.raises(Refused, match="déjà notée"):
        note_proof(file_id=file.pk, proof=PROOF, by=scene.facilitator, today=TODAY)
    with pytest.raises(Refused, match="à venir"):
        note_proof(file_id=file.pk, proof=PROOF, by=scene.facilitator, today=TODAY - timedelta(30))
    assert file.proofs.get().seen_by_id == scene.facilitator.person_id


def test_the_word_of_the_person_alone_is_not_certified(scene):
    file = scene.ask()
    scene.prove(file)
    assert file_card(file.pk, seen_by=scene.facilitator).assessed.certified
    file.proofs.update(kind=ProofKind.DECLARATION)
    assert not file_card(file.pk, seen_by=scene.facilitator).assessed.certified


def test_proofs_are_asked_for_by_the_facilitator_and_brought_by_the_prescriber(scene):
    prescriber = new_actor(Role.PRESCRIBER)
    file = scene.ask(by=scene.facilitator)
    EligibilityFile.objects.filter(pk=file.pk).update(asked_by=prescriber.organisation_id)
    state_facts(file_id=file.pk, typed=SEEKING, claimed=[], by=scene.facilitator)
    ask_for_proofs(file_id=file.pk, by=scene.facilitator)
    assert EligibilityFile.objects.get().state == LACKING
    assert "France Travail" in answer_card(file.pk, seen_by=prescriber).lacking[0]
    complete_file(file_id=file.pk, by=prescriber)
    note_proof(file_id=file.pk, proof=PROOF, by=scene.facilitator, today=TODAY)
    with pytest.raises(Refused, match="Rien ne manque"):
        ask_for_proofs(file_id=file.pk, by=scene.facilitator)


def test_a_standing_verdict_answers_another_question_and_is_not_given_twice(scene):
    first, second, later = scene.ask(), scene.ask(), scene.ask()
    files = EligibilityFile.objects.exclude(pk=first.pk)
    files.update(participant=first.participant_id)
    scene.prove(first)
    confirm(scene, first)
    confirm(scene, second)
    assert Verdict.objects.count() == 1
    assert answer_card(second.pk, seen_by=scene.company).answer.ends_on
    early = HIRE_ON - timedelta(60)
    EligibilityFile.objects.filter(pk=later.pk).update(hire_on=early, situation={
        **SEEKING, "registered_on": "2024-01-01"})  # fmt: skip
    note_proof(file_id=later.pk, proof=PROOF, by=scene.facilitator, today=TODAY)
    later.proofs.update(dated_on=early)
    with pytest.raises(Refused, match="déjà éligible du"):
        confirm(scene, later)


def test_a_refusal_says_why_to_the_facilitator_alone(scene):
    file = scene.ask()
    with pytest.raises(Refused, match="Dites pourquoi"):
        refuse_eligibility(file_id=file.pk, reason=" non ", by=scene.facilitator)
    refuse_eligibility(file_id=file.pk, reason=f"{TOKEN} trop court.", by=scene.facilitator)
    card = answer_card(file.pk, seen_by=scene.company)
    assert card.answer.label == "Non éligible"
    assert TOKEN not in str(card)
    assert EligibilityFile.objects.get().state == REFUSED
    assert verdict_for(file.participant_id, HIRE_ON) is None


def test_a_verdict_is_taken_back_with_a_reason(scene):
    file = scene.ask()
    scene.prove(file)
    confirm(scene, file)
    verdict = Verdict.objects.get()
    with pytest.raises(Refused, match="Dites pourquoi"):
        withdraw_verdict(verdict_id=verdict.pk, reason="", by=scene.facilitator)
    withdraw_verdict(verdict_id=verdict.pk, reason="Attestation fausse.", by=scene.facilitator)
    assert verdict_for(file.participant_id, HIRE_ON) is None
    assert "voyez avec le facilitateur" in answer_card(
        file.pk, seen_by=scene.company
    ).answer.sentence  # fmt: skip
    with pytest.raises(Refused):
        withdraw_verdict(verdict_id=verdict.pk, reason="Encore une fois.", by=scene.facilitator)


def test_whoever_asked_takes_the_question_back(scene):
    file = scene.ask()
    withdraw_file(file_id=file.pk, by=scene.company)
    assert EligibilityFile.objects.get().state == WITHDRAWN


@pytest.mark.parametrize("role", [Role.COMPANY, Role.FACILITATOR, Role.BUYER, Role.PRESCRIBER])
def test_another_organisation_reads_and_does_nothing(scene, role):
    file, other = scene.ask(), new_actor(role)
    with pytest.raises(NotFound):
        answer_card(file.pk, seen_by=other)
    with pytest.raises(NotFound):
        file_card(file.pk, seen_by=other)
    for act in (confirm_eligibility, refuse_eligibility, withdraw_file):
        given = {"today": TODAY} if act is confirm_eligibility else {}
        given |= {"reason": "Sans raison."} if act is refuse_eligibility else {}
        with pytest.raises(Refused):
            act(file_id=file.pk, by=other, **given)


def test_a_company_cannot_read_the_file_it_asked_for(scene):
    with pytest.raises(NotFound):
        file_card(scene.ask().pk, seen_by=scene.company)


def test_no_mail_and_no_line_of_the_journal_says_a_criterion_or_a_name(scene):
    file = scene.ask(claimed=frozenset(), by=scene.company)
    typed = {**SEEKING, "opinion_body": "PLIE", "opinion_author": TOKEN, "opinion_reasons": TOKEN}
    state_facts(
        file_id=file.pk, typed=typed, claimed=[EligibilityCategory.DELD], by=scene.facilitator
    )
    ask_for_proofs(file_id=file.pk, by=scene.facilitator)
    note_proof(file_id=file.pk, proof=PROOF, by=scene.facilitator, today=TODAY)
    tell_answer(file.pk)
    complete_file(file_id=file.pk, by=scene.facilitator)
    tell_asked(file.pk)
    confirm(scene, file)
    tell_answer(file.pk)
    withdraw_verdict(verdict_id=Verdict.objects.get().pk, reason=f"{TOKEN} !", by=scene.facilitator)

    said = [f"{one.subject} {one.body}" for one in mail.outbox]
    lines = [f"{one.reason} {one.facts} {one.changes}" for one in Entry.objects.all()]
    print(f"{len(said)} mails, {len(lines)} lines read")
    assert len(said) == 3
    assert len(lines) >= 7
    hidden = (
        TOKEN, "DELD", "FRANCE_TRAVAIL", "France Travail", "longue durée", "Dupont", "Élodie",
        "1990-05-12",
    )  # fmt: skip
    assert [word for word in hidden for text in (*said, *lines) if word in text] == []


def test_two_confirm_at_once_and_one_verdict_is_given(real_commits, scene):
    file, twin = scene.ask(), scene.ask()
    EligibilityFile.objects.filter(pk=twin.pk).update(participant=file.participant_id)
    for one in (file, twin):
        scene.prove(one)
    at_once(*(lambda one=one: confirm(scene, one) for one in (file, twin)))
    assert Verdict.objects.count() == 1
    assert set(EligibilityFile.objects.values_list("state", flat=True)) == {CONFIRMED}
