import pytest
from django.urls import reverse

from perenne.domain.sourcing.models import Offer
from perenne.web.tests.browser import text_of, typed_in

pytestmark = pytest.mark.django_db


def test_the_same_answer_in_one_s_space(client_of, committee, needing):
    asked = needing.asked(needing.opening())
    url, browser = reverse("sourcing:answer", args=[asked.pk]), client_of(committee.structure)
    begun = {name: one for name, one in typed_in(browser.get(url)).items() if name != "act"}
    page = browser.post(url, begun, follow=True)
    assert "vous répond par courriel" in text_of(page, "//body")
    assert "1 personne, 151 h par mois" in text_of(page, "//tbody")
    assert Offer.objects.get().solicitation_id == asked.pk
    again = text_of(browser.get(url))
    assert "1 personne, 151 h par mois, à partir du" in again
    assert "enregistrée" in again
    for who in ("prescriber", "company", "facilitator"):
        assert client_of(getattr(committee, who)).get(url).status_code == 404
