import pytest
from django.urls import reverse

from perenne.domain.sourcing.models import Solicitation
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db


def test_a_need_is_given_up_with_a_reason_that_is_told(client_of, committee, needing):
    opening = needing.opening()
    needing.asked(opening)
    browser, url = client_of(committee.company), reverse("sourcing:close", args=[opening.pk])
    assert error_on(browser.post(url, {}), "reason").startswith("Dites pourquoi")
    short = browser.post(url, {"reason": "non"})
    assert error_on(short, "reason")
    assert typed_in(short)["reason"] == "non"
    page = browser.post(url, {"reason": "Chantier reporté à l’an prochain."}, follow=True)
    assert "Motif : Chantier reporté à l’an prochain." in text_of(page)
    assert Solicitation.objects.get().state == "closed"
    assert browser.get(url).status_code == 404
    assert client_of(committee.coordination).get(url).status_code == 404
