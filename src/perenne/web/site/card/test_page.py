"""Each main page names a picture, by its whole address, and the picture is there."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from perenne.kit.actors import VISITOR
from perenne.web.site.card.pictures import HEIGHT, PICTURES, SITE, WIDTH, picture_for
from perenne.web.tests.browser import sql_for, tree_of

pytestmark = pytest.mark.django_db
PAGES = {
    "/": SITE, "/acheteurs/": "acheteurs", "/acheteurs/preparer/": "acheteurs",
    "/entreprises/": "entreprises", "/questions/": "questions", "/brochure/": "brochure",
    "/kit-acheteur/": "kit", "/comite/": SITE,
}  # fmt: skip


@pytest.fixture
def browser(client_of, texts):
    return client_of(VISITOR)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_size_that_networks_ask_for(browser, name):
    answer = browser.get(reverse("site:card", args=[name]))
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert [int.from_bytes(answer.content[at : at + 4]) for at in (16, 20)] == [WIDTH, HEIGHT]
    assert len(answer.content) < 150_000
    held = browser.get(reverse("site:card", args=[name]), headers={"If-None-Match": answer["ETag"]})
    assert held.status_code == 304


def test_no_two_pictures_are_alike(browser):
    drawn = {browser.get(reverse("site:card", args=[name])).content for name in PICTURES}
    assert len(drawn) == len(PICTURES)


@pytest.mark.parametrize(("path", "name"), PAGES.items())
def test_a_page_names_its_picture_by_its_whole_address(browser, settings, path, name):
    settings.ADDRESS = "https://clauses.example"
    tree = tree_of(browser.get(path))
    told = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
    assert told["og:image"] == f"https://clauses.example{reverse('site:card', args=[name])}"
    assert (told["og:image:width"], told["og:image:height"]) == (str(WIDTH), str(HEIGHT))
    assert told["og:image:alt"] == told["og:title"]
    assert browser.get(urlsplit(told["og:image"]).path).status_code == 200


def test_a_page_that_has_none_of_its_own_gets_that_of_the_site():
    assert picture_for("/adhesion/") == SITE
    assert picture_for("/outils/calibrage/") == "outils"


def test_a_picture_that_does_not_exist_is_not_found(browser):
    assert browser.get(reverse("site:card", args=["rien"])).status_code == 404


def test_nothing_is_asked_of_the_database(browser):
    assert sql_for(browser, reverse("site:card", args=[SITE])) == 0
