from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from perenne.domain.library.queries import published
from perenne.kit.actors import VISITOR
from perenne.web.site.addresses import address_of
from perenne.web.site.engines.view import SPACE

pytestmark = pytest.mark.django_db


def test_robots_read_the_public_pages_and_spare_the_spaces_of_people(client_of, settings):
    answer = client_of(VISITOR).get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    rules = RobotFileParser()
    rules.parse(answer.content.decode().splitlines())
    assert rules.site_maps() == [f"{settings.ADDRESS}/sitemap.xml"]
    assert rules.can_fetch("any", "/questions/")
    assert not rules.can_fetch("any", "/bureau/")
    assert not rules.can_fetch("any", "/contenus/3/")


def test_the_map_for_robots_holds_every_text_and_every_address_opens(client_of, texts, settings):
    answer = client_of(VISITOR).get("/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    places = [one.text for one in ElementTree.fromstring(answer.content).iter(f"{{{SPACE}}}loc")]
    paths = {urlsplit(place).path for place in places}
    assert all(place.startswith(settings.ADDRESS) for place in places)
    assert {address_of(card) for card in published()} <= paths
    assert len(places) == len(set(places))
    assert {client_of(VISITOR).get(path).status_code for path in paths} == {200}
    print(f"{len(paths)} addresses in the map, all open")
