import pytest
from django.core import mail
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.compliance.actions.mailing import send_letter
from perenne.domain.compliance.models import Letter, Shortfall
from perenne.web.tests.browser import facts_in, text_of

pytestmark = pytest.mark.django_db


def test_the_facilitator_alerts_once_and_the_company_reads_no_threat(client_of, committee, late):
    url = reverse("compliance:open", args=[late.commitment.pk])
    browser = client_of(committee.facilitator)
    facts = facts_in(browser.get(url))
    assert facts["Heures comptées"] == "0 h"
    page = browser.post(url, follow=True)
    assert "L’entreprise est prévenue" in text_of(page, "//body")
    row = Shortfall.objects.get()
    assert "le reprendre" in text_of(browser.get(url))
    assert "déjà suivi" in text_of(browser.post(url)) or Shortfall.objects.count() == 1

    assert send_letter(letter_id=Letter.objects.get(shortfall=row).pk, now=now()) == 2
    company, copy = mail.outbox
    assert company.subject == "Point sur vos heures d’insertion : « Toiture du gymnase »"
    assert copy.subject.startswith("Copie : ")
    for word in ("pénalit", "demeure", "sanction", "€"):
        assert word not in company.body.lower()
    assert reverse("compliance:show", args=[row.pk]) in company.body
    assert "embaucher directement une personne éligible" in company.body
