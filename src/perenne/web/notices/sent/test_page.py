import pytest
from django.urls import reverse

from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


def test_what_left_is_sought_and_taken_away(client_of, committee, gone):
    browser = client_of(committee.coordination)
    url = reverse("notices:sent")
    assert "2 courriels" in text_of(browser.get(url), "//main")
    assert "1 courriel" in text_of(browser.get(url, {"q": "attend 1"}), "//main")
    assert "Aucun courriel" in text_of(browser.get(url, {"q": "piscine"}), "//main")
    taken = browser.get(url, {"fichier": "csv"}).content.decode("utf-8-sig")
    assert "Ce qui vous attend 0" in taken
