"""Those that the service needs, and the page says which."""

import pytest
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("site:cookies")


def public_addresses(resolver=None, namespace=""):
    """Every page that a visitor may ask for without a key: public, or open to visitors."""
    for entry in (resolver or get_resolver()).url_patterns:
        if not isinstance(entry, URLPattern):
            yield from public_addresses(entry, entry.namespace or namespace)
            continue
        try:
            yield reverse(f"{namespace}:{entry.name}")
        except NoReverseMatch:
            continue  # about one thing: it has no address of its own


def test_everybody_reads_which_cookies_are_set(client_of, settings):
    said = text_of(client_of(VISITOR).get(URL))
    assert settings.SESSION_COOKIE_NAME in said
    assert settings.CSRF_COOKIE_NAME in said
    assert settings.PLACE_COOKIE_NAME not in said


def test_with_replicas_one_more_is_told(client_of, settings):
    browser = client_of(VISITOR)
    browser.get(URL)  # what stands before pages is chosen once
    settings.REPLICAS = ("replica_1",)
    assert settings.PLACE_COOKIE_NAME in text_of(browser.get(URL))


def test_every_page_leads_to_it(client_of):
    assert URL in tree_of(client_of(VISITOR).get("/")).xpath("//footer//a/@href")


def test_no_page_open_to_visitors_sets_another_one(client_of, settings):
    browser, asked = client_of(VISITOR), list(public_addresses())
    shown = 0
    for address in asked:
        answer = browser.get(address)
        shown += answer.status_code == 200
        ours = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
        assert set(answer.cookies) <= ours, address
    kept = set(browser.cookies)
    print(f"{len(asked)} addresses asked, {shown} shown to a visitor, cookies: {kept}")
    assert shown >= 7
    assert kept <= {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
