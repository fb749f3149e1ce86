from datetime import timedelta

import pytest
from django.urls import reverse

from perenne.domain.hirings.models import Hiring
from perenne.domain.sourcing.models import Candidate
from perenne.web.tests.browser import sql_for, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("sourcing:proposals")


def test_who_proposed_reads_what_became_of_her_and_may_take_it_back(client_of, committee, needing):
    hired, waits = needing.candidate(needing.opening()), needing.candidate(needing.opening())
    company, browser = client_of(committee.company), client_of(committee.prescriber)
    plan = f"{reverse('hirings:plan', args=[needing.commitment.pk])}?candidat={hired.pk}"
    begun = typed_in(company.get(plan))
    assert (begun["job_title"], begun["weekly"]) == ("Peintre en bâtiment", "35")
    assert begun["starts_on"] == f"{needing.starts_on:%d/%m/%Y}"
    assert begun["ends_on"] == f"{needing.today + timedelta(70):%d/%m/%Y}"
    name = hired.file.participant.last_name
    assert name not in text_of(company.get(plan), "//body")
    assert name in text_of(company.post(plan, {**begun, "way": "EMB_CDD"}, follow=True))
    assert Hiring.objects.get().candidate_id == hired.pk
    page = text_of(browser.get(URL), "//tbody")
    assert "Embauchée" in page
    assert "Réponse attendue" in page
    take_back = reverse("sourcing:withdraw_person", args=[waits.pk])
    assert client_of(committee.company).post(take_back).status_code == 404
    client_of(committee.structure).post(take_back)
    assert Candidate.objects.get(pk=waits.pk).state == "proposed"
    browser.post(take_back)
    assert Candidate.objects.get(pk=waits.pk).state == "withdrawn"
    assert not tree_of(client_of(committee.structure).get(URL)).xpath("//tbody")
    few = sql_for(browser, URL)
    for _ in range(3):
        needing.candidate(needing.opening())
    assert sql_for(browser, URL) == few
