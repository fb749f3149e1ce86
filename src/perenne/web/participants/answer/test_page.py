import pytest
from django.urls import reverse

from perenne.domain.participants.models import EligibilityFile
from perenne.web.tests.browser import buttons_of, facts_in, text_of

pytestmark = pytest.mark.django_db


def url_of(act, file_id):
    return reverse(f"participants:{act}", args=[file_id])


def test_a_company_reads_yes_and_the_days_and_nothing_else(client_of, committee, asking):
    file_id = asking.ask()
    client_of(committee.facilitator).post(url_of("show", file_id), asking.sheet("confirm"))
    page = client_of(committee.company).get(url_of("answer", file_id))
    assert "La personne est éligible : ses heures peuvent compter du" in text_of(page)
    assert set(facts_in(page)) == {
        "Embauche prévue", "Marché", "Demandée le", "Éligible du", "Éligible jusqu’au",
    }  # fmt: skip


def test_the_prescriber_reads_which_proofs_lack_and_says_when_they_are_brought(
    client_of, committee, asking
):
    file_id = asking.ask()
    EligibilityFile.objects.update(asked_by_id=committee.prescriber.organisation_id)
    facilitator, browser = client_of(committee.facilitator), client_of(committee.prescriber)
    sheet = asking.sheet("ask", kind="", dated_on="")
    facilitator.post(url_of("show", file_id), sheet)
    assert "France Travail" in text_of(browser.get(url_of("answer", file_id)))
    page = browser.post(url_of("complete", file_id), follow=True)
    assert "Les pièces sont transmises" not in buttons_of(page)


def test_whoever_asked_takes_it_back(client_of, committee, asking):
    file_id = asking.ask()
    browser = client_of(committee.company)
    assert browser.get(url_of("withdraw", file_id)).status_code == 405
    page = browser.post(url_of("withdraw", file_id), follow=True)
    assert "La demande est retirée." in text_of(page, "//body")
    again = browser.post(url_of("withdraw", file_id), follow=True)
    assert "il a changé d’étape" in text_of(again, "//body")
