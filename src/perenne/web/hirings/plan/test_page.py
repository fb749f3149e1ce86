from datetime import date

import pytest
from django.urls import reverse

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.models import Hiring
from perenne.domain.participants.factories import new_participant
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.promises.tests.conftest import Scene
from perenne.web.tests.browser import (
    error_on,
    sql_for,
    summary_of,
    text_of,
    tree_of,
    typed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(hiring):
    return reverse("hirings:plan", args=[hiring.commitment.pk])


def test_a_company_chooses_among_those_it_presented(client_of, committee, hiring, url):
    hiring.person("Élodie Dupont")
    hiring.person("Paul Roy", is_eligible=False)
    stranger, browser = new_participant(), client_of(committee.company)
    page = browser.get(url)
    rows = [" ".join(row.text_content().split()) for row in tree_of(page).xpath("//tbody/tr")]
    assert [row.split("P-")[0] for row in rows] == ["Paul Roy", "Élodie Dupont"]
    assert "Vérification en cours" in rows[0]
    assert "Éligible jusqu’au 31 décembre 2028" in rows[1]
    assert len(tree_of(browser.get(url, {"q": "elodie"})).xpath("//tbody/tr")) == 1
    for unknown in (stranger.pk, "sept"):
        assert browser.get(url, {"personne": unknown}).status_code == 404
    few = sql_for(browser, url)
    for letter in "abcdef":
        hiring.person(f"Paul Roy{letter}")
    assert sql_for(browser, url) == few


def test_what_is_wrong_stands_by_its_field_and_what_was_typed_stays(
    client_of, committee, hiring, url
):
    browser, to = client_of(committee.company), f"{url}?personne={hiring.person().pk}"
    empty = browser.post(to, {})
    assert error_on(empty, "way") == "Choisissez comment la personne est embauchée."
    assert error_on(empty, "starts_on").startswith("Indiquez le premier jour")
    assert len(summary_of(empty)) == 4
    said = {"way": "EMB_CDD", "shape": "MISSION", "ends_on": "01/01/2026", "weekly": "35"}
    wrong = browser.post(to, hiring.typed(**said))
    assert "Le contrat prévu ici est : CDD." in error_on(wrong, "shape")
    assert "finit avant de commencer" in error_on(wrong, "ends_on")
    assert typed_in(wrong)["tutor"] == "Patrick Noël"
    lent = browser.post(to, hiring.typed(way="MAD_GEIQ", rome="17"))
    assert "Dites quel contrat est signé : CDI ou CDD ou" in error_on(lent, "shape")
    assert "une lettre et quatre chiffres" in error_on(lent, "rome")
    nobody = browser.post(to, hiring.typed(way="MAD_ETTI", shape="MISSION"))
    assert "qui emploie la personne" in error_on(nobody, "employer_siret")
    unnamed = browser.post(to, hiring.typed(employer_name="Tremplin"))
    assert "SIRET" in error_on(unnamed, "employer_siret")
    offered = tree_of(wrong).xpath("//select[@name='way']//@value")
    assert "MAD_AI" in offered
    assert "RESERVE:EI" not in offered


def test_a_person_is_planned_then_the_next_contract_begins_with_the_last(
    client_of, committee, hiring, url
):
    browser, to = client_of(committee.company), f"{url}?personne={hiring.person().pk}"
    said = {"way": "MAD_ETTI", "shape": "MISSION", "employer_siret": "999 100 027 00013",
            "employer_name": "Tremplin Intérim"}  # fmt: skip
    assert "Les heures compteront du" in text_of(
        browser.post(to, hiring.typed(**said), follow=True)
    )
    row = Hiring.objects.get()
    assert (row.structure, row.employer_siret, row.rome) == ("ETTI", "99910002700013", "F1703")
    assert (row.party_id, row.weekly_minutes) == (hiring.party.pk, 35 * 60)
    twice = browser.post(to, hiring.typed(**said))
    assert "déjà une embauche" in error_on(twice, "starts_on")
    begun = typed_in(browser.get(to))
    assert begun["way"] == "MAD_ETTI"
    assert begun["employer_name"] == "Tremplin Intérim"
    assert begun["tutor"] == "Patrick Noël"
    assert begun["starts_on"] == ""


def test_the_facilitator_plans_for_a_company_without_a_space(client_of, committee, hiring):
    lonely = new_commitment(committee.facilitator, buyer=committee.buyer)
    party, person = whole_of(lonely).party, hiring.person()
    to = f"{reverse('hirings:plan', args=[lonely.pk])}?personne={person.pk}"
    browser = client_of(committee.facilitator)
    assert typed_in(browser.get(to))["starts_on"] == f"{date(2026, 10, 1):%d/%m/%Y}"
    assert browser.post(to, hiring.typed()).status_code == 302
    assert Hiring.objects.get().party_id == party.pk
    assert client_of(committee.company).get(to).status_code == 404
    assert client_of(committee.coordination).get(to).status_code == 404


def test_whoever_was_proposed_for_a_need_and_is_picked_by_name_is_hired_for_it(
    client_of, committee, hiring, url
):
    scene, person = Scene(), hiring.person()
    file = EligibilityFile.objects.get(participant=person)
    need = scene.opening(hiring.commitment, job_title="Couvreur", rome="F1610")
    proposed = scene.candidate(need, file)
    elsewhere = scene.candidate(scene.opening(scene.one), file)
    browser, to = client_of(committee.company), f"{url}?personne={person.pk}"
    page = browser.get(to)
    assert "Repris du besoin" in text_of(page)
    assert typed_in(page)["job_title"] == "Couvreur"
    assert browser.post(to, hiring.typed()).status_code == 302
    for candidate, state in ((proposed, "hired"), (elsewhere, "proposed")):
        candidate.refresh_from_db()
        assert candidate.state == state
    assert Hiring.objects.get().candidate_id == proposed.pk
    assert "Repris de son dernier contrat" in text_of(browser.get(to))
