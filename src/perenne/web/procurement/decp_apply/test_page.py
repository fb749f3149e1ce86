import pytest
from django.urls import reverse

from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.tests.published import new_published
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def test_a_file_is_applied_once_and_says_what_it_did(client_of, committee):
    scene = new_published(committee)
    browser = client_of(committee.facilitator)
    url = reverse("decp:apply", args=[scene.fresh])
    page = browser.get(browser.post(url).url)
    assert "Marchés créés : 1 ; complétés : 1 ; gardés de côté : 0." in text_of(page, "//body")
    assert set(Contract.objects.values_list("reference", flat=True)) == {"2026-0001", "neuf"}
    again = browser.get(browser.post(url).url)
    assert "Vous ne pouvez pas faire cela" in text_of(again, "//body")


def test_who_did_not_send_it_does_not_apply_it(client_of, committee):
    scene = new_published(committee)
    url = reverse("decp:apply", args=[scene.fresh])
    for who in (committee.buyer, committee.other_facilitator, committee.company):
        assert client_of(who).post(url).status_code == 404
    assert client_of(committee.facilitator).get(url).status_code == 405
    assert Contract.objects.count() == 1
