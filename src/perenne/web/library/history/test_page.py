import pytest
from django.urls import reverse

from perenne.domain.library.actions import write_text
from perenne.domain.library.factories import new_text, said
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def text_id(committee):
    return new_text(committee.coordination, title="La première")


@pytest.fixture
def url(text_id):
    return reverse("library:history", args=[text_id])


def test_versions_are_seen_by_those_who_write_and_by_nobody_else(client_of, committee, url):
    assert client_of(VISITOR).get(url).status_code == 302
    assert client_of(committee.buyer).get(url).status_code == 404
    assert client_of(committee.coordination).get(url).status_code == 200


def test_every_version_stays_with_who_wrote_it(client_of, committee, text_id, url):
    write_text(text_id=text_id, base=1, said=said(title="La deuxième"), by=committee.coordination)
    page = client_of(committee.coordination).get(url)
    titles = [one.text_content() for one in tree_of(page).xpath("//main//h2")]
    assert titles == ["Version 2", "Version 1"]
    told = text_of(page)
    assert "La première" in told
    assert "La deuxième" in told
    assert "Camille Martin" in told
    assert text_of(page, "(//main//section)[2]//span[contains(@class, 'tag')]") == "Publiée"


def test_queries_do_not_depend_on_how_many_versions_there_are(client_of, committee, text_id, url):
    before = sql_for(client_of(committee.coordination), url)
    for base in range(1, 8):
        write_text(text_id=text_id, base=base, said=said(), by=committee.coordination)
    assert sql_for(client_of(committee.coordination), url) == before
