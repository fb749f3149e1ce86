import pytest
from django.urls import reverse

from perenne.domain.membership.factories import new_membership
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("membership:list")


def names_in(page):
    return [link.text_content() for link in tree_of(page).xpath("//main//tbody//th/a")]


@pytest.fixture
def members(committee):
    for role, name in ((Role.COMPANY, "Bâti Brie"), (Role.BUYER, "Ville de Melun")):
        new_membership(new_actor(role, name=name))


def test_nobody_but_the_coordination(client_of, committee):
    assert client_of(committee.company).get(URL).status_code == 404


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Bâti Brie", "Ville de Melun"]),
        ({"nature": "buyer"}, ["Ville de Melun"]),
        ({"etat": "left"}, []),
        ({"etat": "tous"}, ["Bâti Brie", "Ville de Melun"]),
        ({"nature": "x' OR 1=1", "etat": "?", "page": "-3"}, ["Bâti Brie", "Ville de Melun"]),
    ],
)
def test_members_are_listed_as_asked(client_of, committee, members, query, names):
    assert names_in(client_of(committee.coordination).get(URL, query)) == names


def test_an_empty_list_says_what_will_come_there(client_of, committee):
    assert "arrivent ici" in text_of(client_of(committee.coordination).get(URL))


def test_twenty_members_ask_no_more_of_the_database_than_two(client_of, committee, members):
    browser = client_of(committee.coordination)
    once = sql_for(browser, URL)
    for _ in range(18):
        new_membership(new_actor(Role.COMPANY))
    assert sql_for(browser, URL) == once
