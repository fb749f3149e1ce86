import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.compliance.actions.mailing import send_answer
from perenne.domain.compliance.models import Observation
from perenne.kit.files.tests.makers import pdf
from perenne.web.tests.browser import error_on, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
SAID = "Deux candidats reçus, sans suite."


def test_a_company_answers_with_its_papers_which_the_others_take(client_of, committee, late):
    row = late.heard()
    url = reverse("compliance:answer", args=[row.pk])
    browser = client_of(committee.company)
    assert "répondez jusqu’au" in text_of(browser.get(url))
    assert error_on(browser.post(url, {"text": " "}), "text").startswith("Écrivez vos")
    wrong = SimpleUploadedFile("candidats.pdf", b"rien de tel", "application/pdf")
    page = browser.post(url, {"text": SAID, "enclosures": wrong})
    assert "Formats acceptés" in error_on(page, "enclosures")
    assert typed_in(page)["text"] == SAID
    assert not Observation.objects.exists()

    paper = SimpleUploadedFile("candidats.pdf", pdf(), "application/pdf")
    page = browser.post(url, {"text": SAID, "enclosures": paper}, follow=True)
    assert "transmises à l’acheteur" in text_of(page, "//body")
    (link,) = tree_of(page).xpath("//main//a[contains(@href, '/pieces/')]/@href")
    for actor in (committee.buyer, committee.facilitator, committee.company):
        assert client_of(actor).get(link)["Content-Disposition"].startswith("attachment")
    assert client_of(committee.other_buyer).get(link).status_code == 404
    assert client_of(committee.buyer).get(url).status_code == 404

    assert send_answer(observation_id=Observation.objects.get().pk, now=now()) == 2
    assert all("Pièces jointes : 1." in one.body for one in mail.outbox)
