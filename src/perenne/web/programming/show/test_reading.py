import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.programming.actions import screen_programme
from perenne.kit.actors import HOUSE
from perenne.web.tests.browser import text_of, tree_of
from perenne.web.tests.scenes import many, new_programme

pytestmark = pytest.mark.django_db
POLLED = {"hx-request": "true"}


@pytest.fixture
def programme_id(committee):
    return new_programme(committee.visitor, *many(1_201))


@pytest.fixture
def url(programme_id):
    return reverse("programming:show", args=[programme_id])


def test_while_the_file_is_read_the_page_shows_how_far_it_is(client_of, committee, url):
    page = client_of(committee.visitor).get(url)
    assert "0 sur 1 202 lignes" in text_of(page)
    (polled,) = tree_of(page).xpath("//*[@hx-get]")
    assert (polled.get("hx-get"), polled.get("hx-trigger")) == (url, "every 1s")


def test_each_poll_brings_the_progress_alone(client_of, committee, url):
    fragment = client_of(committee.visitor).get(url, headers=POLLED)
    assert "<html" not in fragment.content.decode()
    assert tree_of(fragment).xpath("//progress/@max") == ["1202"]
    assert fragment["Vary"].startswith("HX-Request, Cookie")


def test_once_read_the_poll_has_the_whole_page_shown(client_of, committee, programme_id, url):
    browser = client_of(committee.visitor)
    screen_programme(programme_id=programme_id, by=HOUSE, today=localdate())
    assert browser.get(url, headers=POLLED)["HX-Refresh"] == "true"
    assert "1 202 lignes dans le fichier" in text_of(browser.get(url))
