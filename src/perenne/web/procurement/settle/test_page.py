import pytest
from django.urls import reverse

from perenne.domain.procurement.states import LotState
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "state"),
    [("find_unsuccessful", LotState.UNSUCCESSFUL), ("drop", LotState.DROPPED)],
)
def test_the_reason_is_asked_then_kept(browser, published, name, state):
    url = reverse(f"procurement:{name}", args=[published.pk])
    assert error_on(browser.post(url, {"reason": ""}), "reason").startswith("Dites pourquoi")
    assert error_on(browser.post(url, {"reason": "Non"}), "reason").startswith("Dites pourquoi")

    page = browser.post(url, {"reason": "Aucune offre reçue."}, follow=True)

    assert "Aucune offre reçue." in text_of(page)
    published.refresh_from_db()
    assert published.state == state
