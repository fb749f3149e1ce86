from xml.etree import ElementTree

import pytest

from perenne.domain.library.factories import new_text
from perenne.domain.library.queries import Kind, Section
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Role
from perenne.web.tests.browser import sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client_of, texts):
    return lambda path: client_of(VISITOR).get(path)


def test_the_last_news_come_first_and_each_has_its_page(read):
    links = tree_of(read("/actualites/")).xpath("//main//ul[@class='doors']//a/@href")
    assert links == ["/actualites/nouveau-site/", "/actualites/obligation-aout-2026/"]
    assert title_of(read(links[0])) == "Le site du comité change"


def test_the_feed_is_read_by_a_machine_with_whole_addresses(read, settings):
    answer = read("/actualites/rss.xml")
    assert answer["Content-Type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(answer.content).find("channel")
    items = channel.findall("item")
    assert items[0].findtext("title") == "Le site du comité change"
    assert all(item.findtext("link").startswith(settings.ADDRESS) for item in items)
    assert items[1].findtext("pubDate") == "Sat, 22 Aug 2026 00:00:00 +0000"


def test_drafts_are_no_news(client_of, db):
    coordination = new_actor(Role.COORDINATION)
    new_text(
        coordination, Kind.NEWS, section=Section.COMMITTEE, slug="secret", title="Secret",
        published=False,
    )  # fmt: skip
    assert "Secret" not in text_of(client_of(VISITOR).get("/actualites/"))
    assert client_of(VISITOR).get("/actualites/secret/").status_code == 404
    assert b"Secret" not in client_of(VISITOR).get("/actualites/rss.xml").content


def test_one_query_whatever_there_is(client_of, texts):
    before = sql_for(client_of(VISITOR), "/actualites/")
    coordination = new_actor(Role.COORDINATION)
    for _ in range(9):
        new_text(coordination, Kind.NEWS)
    assert sql_for(client_of(VISITOR), "/actualites/") == before == 1
