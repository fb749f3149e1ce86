import pytest
from django.urls import reverse

from perenne.domain.programming.actions.forgetting import DAYS_KEPT
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("site:privacy")


def test_everybody_may_read_what_is_kept_why_and_how_long(client_of, settings):
    said = text_of(client_of(VISITOR).get(URL))
    assert f"{DAYS_KEPT} jours" in said
    assert settings.CARRIER in said
    assert "CNIL" in said


def test_every_page_leads_to_it(client_of):
    footer = tree_of(client_of(VISITOR).get("/")).xpath("//footer//a/@href")
    assert URL in footer


def test_the_promise_of_a_single_cookie_is_kept(client_of, settings):
    browser = client_of(VISITOR)
    browser.get(URL)
    assert set(browser.cookies) <= {settings.SESSION_COOKIE_NAME}
