"""The whole computation is read before; what may be added is what the rules let one add."""

import pytest
from django.urls import reverse

from perenne.domain.compliance.actions import answer_shortfall
from perenne.domain.compliance.models import Proposal
from perenne.web.tests.browser import summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(row):
    return reverse("compliance:propose", args=[row.pk])


def test_before_the_delays_are_over_the_page_says_why_and_from_when(client_of, committee, late):
    row = late.heard(days=3)
    browser = client_of(committee.facilitator)
    page = browser.get(url_of(row))
    assert "Attendez le lendemain" in text_of(page)
    assert "Possible à partir du" in text_of(page)
    assert "Proposer cette pénalité" not in text_of(page)
    assert "Attendez" in summary_of(browser.post(url_of(row), {"propose": "1"}))[0]
    assert not Proposal.objects.exists()
    for actor in (committee.buyer, committee.company, committee.other_facilitator):
        assert client_of(actor).get(url_of(row)).status_code == 404


def test_hours_without_a_solution_are_left_out_with_their_evidence(client_of, committee, late):
    row, browser = late.heard(), client_of(committee.facilitator)
    whole = int(typed_in(browser.get(url_of(row)))["read"])
    said = {"unsolved": "100", "search": "", "preview": "1"}
    assert "le signalement écrit" in summary_of(browser.post(url_of(row), said))[0]
    answer_shortfall(shortfall_id=row.pk, text="Aucun candidat.", by=committee.company)
    said["search"] = "Trois structures contactées le 3 octobre, sans réponse."
    page = browser.post(url_of(row), said)
    assert "Heures exonérées : 100 h" in text_of(page)
    assert "Trois structures contactées" in text_of(page)
    fewer = int(typed_in(page)["read"])
    assert whole - fewer == 100 * 5_000
    assert not Proposal.objects.exists()

    stale = {"unsolved": "100", "search": said["search"], "propose": "1", "read": str(whole)}
    assert "n’est plus celui que vous avez lu" in summary_of(browser.post(url_of(row), stale))[0]
    page = browser.post(url_of(row), {**stale, "read": str(fewer)}, follow=True)
    assert "lui seul décide" in text_of(page, "//body")
    kept = Proposal.objects.get()
    assert (kept.amount_cents, kept.inputs["facts"]["exonerated_minutes"]) == (fewer, 6_000)
    assert any("Trois structures" in line for line in kept.reasons)
