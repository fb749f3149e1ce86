import pytest

from perenne.domain.library.queries import published
from perenne.kit.actors import VISITOR
from perenne.web.site.addresses import address_of
from perenne.web.site.plan.view import open_addresses
from perenne.web.tests.browser import sql_for, tree_of

pytestmark = pytest.mark.django_db
URL = "/plan-du-site/"


@pytest.fixture
def links(client_of, texts):
    return tree_of(client_of(VISITOR).get(URL)).xpath("//main//a")


def test_every_text_and_every_open_address_is_in_the_plan(links):
    found = {link.get("href") for link in links}
    assert {address_of(card) for card in published()} <= found
    assert {url for _, url in open_addresses()} <= found


def test_it_names_things_in_french_and_no_thing_twice(links):
    assert [link.text for link in links if ":" in link.text and "site:" in link.text] == []
    addresses = [link.get("href") for link in links]
    assert len(addresses) == len(set(addresses))


def test_what_is_in_the_plan_opens(client_of, links):
    for path in {link.get("href") for link in links}:
        assert client_of(VISITOR).get(path).status_code == 200, path


def test_one_query(client_of, texts):
    assert sql_for(client_of(VISITOR), URL) == 1
