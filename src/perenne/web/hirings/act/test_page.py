from datetime import timedelta

import pytest
from django.urls import reverse

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CANCELLED, ENDED
from perenne.domain.participants.models import Verdict
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(act, row):
    return reverse(f"hirings:{act}", args=[row.pk])


@pytest.fixture
def late(hiring):
    """Confirmed today, begun before, until the middle of next month."""
    person = hiring.person()
    return hiring.confirmed(
        person, verdict=Verdict.objects.get(participant=person), regularised_because="",
        starts_on=hiring.today - timedelta(50), counts_from=hiring.today,
        ends_on=hiring.today + timedelta(20),
    )  # fmt: skip


def test_the_facilitator_regularises_with_a_reason(client_of, committee, late):
    browser, url = client_of(committee.facilitator), url_of("regularise", late)
    assert "sans motif" in error_on(browser.post(url, {"reason": " "}), "reason")
    page = browser.post(url, {"reason": "Demandée avant l’embauche."}, follow=True)
    assert "les heures comptent depuis l’embauche" in text_of(page, "//body")
    assert Hiring.objects.get().counts_from == late.starts_on
    assert client_of(committee.company).get(url).status_code == 404


def test_a_company_ends_a_hiring_within_its_contract(client_of, committee, hiring, late):
    browser, url = client_of(committee.company), url_of("end", late)
    assert typed_in(browser.get(url))["ended_on"] == f"{late.ends_on:%d/%m/%Y}"
    to_come = browser.post(url, {"ended_on": f"{late.ends_on:%d/%m/%Y}"})
    assert "n’est pas à venir" in error_on(to_come, "ended_on")
    said = {"ended_on": f"{hiring.today:%d/%m/%Y}", "reason": "Embauchée en CDI ailleurs."}
    page = browser.post(url, said, follow=True)
    assert "L’embauche est terminée." in text_of(page, "//body")
    row = Hiring.objects.get()
    assert (row.state, row.reason) == (ENDED, "Embauchée en CDI ailleurs.")


def test_a_hiring_that_does_not_take_place_is_cancelled_with_a_reason(client_of, committee, hiring):
    row, browser = hiring.planned(), client_of(committee.company)
    url = url_of("cancel", row)
    assert error_on(browser.post(url), "reason") == "Dites pourquoi l’embauche n’a pas lieu."
    browser.post(url, {"reason": "La personne s’est désistée."})
    assert Hiring.objects.get().state == CANCELLED
    assert browser.get(url).status_code == 404
