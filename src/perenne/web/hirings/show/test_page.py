from datetime import date, timedelta

import pytest
from django.urls import reverse

from perenne.domain.participants.models import Verdict
from perenne.rules.eligibility import PUBLICS, EligibilityCategory
from perenne.web.tests.browser import buttons_of, facts_in, text_of

pytestmark = pytest.mark.django_db


def url_of(row):
    return reverse("hirings:show", args=[row.pk])


def test_a_company_reads_the_light_its_days_and_never_by_which_criterion(
    client_of, committee, hiring
):
    row = hiring.planned(rome="F1703", tutor="Patrick Noël")
    page = client_of(committee.company).get(url_of(row))
    said = text_of(page)
    assert "Personne éligible Les heures compteront du" in said
    assert "Vérifiée avant l’embauche" in said
    assert "Éligible du 1er janvier 2026 au 31 décembre 2028" in said
    assert "Sur la seule parole de la personne." in said
    assert buttons_of(page) == ["Annuler", "Parcours"]
    facts = facts_in(page)
    assert facts["Poste"] == "MaçonF1703"
    assert facts["Tuteur"] == "Patrick Noël"
    ground = Verdict.objects.get().ground
    assert PUBLICS[EligibilityCategory(ground)].label not in page.content.decode()
    assert f'"{ground}"' not in page.content.decode()


def test_each_has_the_acts_of_their_role(client_of, committee, hiring):
    row = hiring.planned()
    told = {
        who: buttons_of(client_of(getattr(committee, who)).get(url_of(row)))
        for who in ("facilitator", "coordination")
    }
    assert told == {
        "facilitator": ["Confirmer l’embauche", "Annuler", "Parcours"],
        "coordination": ["Parcours"],
    }


def test_a_late_verdict_is_regularised_and_a_confirmed_hiring_begins_another(
    client_of, committee, hiring
):
    person = hiring.person()
    verdict = Verdict.objects.get(participant=person)
    late = {"counts_from": hiring.today, "regularised_because": ""}
    row = hiring.confirmed(person, verdict=verdict, starts_on=date(2026, 9, 1), **late)
    page = client_of(committee.facilitator).get(url_of(row))
    assert "sauf régularisation écrite et motivée" in text_of(page)
    assert buttons_of(page) == ["Régulariser", "Terminer", "Embaucher de nouveau", "Parcours"]
    theirs = client_of(committee.company).get(url_of(row))
    assert buttons_of(theirs) == ["Terminer", "Embaucher de nouveau", "Parcours"]
    Verdict.objects.update(withdrawn_at="2026-11-26T10:00Z", withdrawn_because="Attestation fausse")
    gone = text_of(client_of(committee.company).get(url_of(row)))
    assert "Avis retiré" in gone
    assert "Attestation" not in gone


def test_without_a_verdict_the_page_leads_to_the_question(client_of, committee, hiring):
    row = hiring.planned(hiring.person(is_eligible=False))
    page = client_of(committee.company).get(url_of(row))
    assert "Pas de feu vert" in text_of(page)
    assert "Voir la demande de vérification" in text_of(page)
    other = hiring.planned(hiring.person("Paul Roy"), starts_on=date(2029, 1, 1))
    expired = client_of(committee.company).get(url_of(other))
    assert "Faire vérifier la personne" in text_of(expired)


def test_what_the_law_finds_is_said_before_the_facilitator_is_asked(client_of, committee, hiring):
    row = hiring.planned(
        modality="EMB_APP", shape="APPRENTISSAGE", ends_on=hiring.today + timedelta(40)
    )
    said = text_of(client_of(committee.company).get(url_of(row)))
    assert "dure au moins 6 mois" in said
