from datetime import date

import pytest
from django.urls import reverse

from perenne.domain.library.actions import write_text
from perenne.domain.library.factories import new_text, said
from perenne.domain.library.queries import Kind
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("library:list")


def test_a_visitor_is_asked_to_sign_in_and_others_see_nothing(client_of, committee):
    assert client_of(VISITOR).get(URL).status_code == 302
    for stranger in (committee.buyer, committee.facilitator, committee.company):
        assert client_of(stranger).get(URL).status_code == 404


def test_what_waits_to_be_published_and_what_is_old_is_seen(client_of, committee):
    by = committee.coordination
    ahead = new_text(by, title="En avance")
    write_text(text_id=ahead, base=1, said=said(title="En avance"), by=by)
    new_text(by, title="Montré")
    new_text(by, title="Caché", published=False)
    rows = tree_of(client_of(by).get(URL)).xpath("//tbody/tr")
    states = {row.findtext("th/a"): row.text_content() for row in rows}
    assert "Modifié, à publier" in states["En avance"]
    assert "Publié" in states["Montré"]
    assert "Brouillon" in states["Caché"]


def test_texts_not_checked_for_six_months_are_to_be_seen_again(client_of, committee):
    new_text(committee.coordination, valid_since=date(2019, 1, 1), checked_on=date(2020, 1, 1))
    assert "À revoir" in text_of(client_of(committee.coordination).get(URL))


@pytest.mark.parametrize(("view", "titles"), [("questions", 1), ("pages", 1), ("nimporte", 2)])
def test_one_sort_at_a_time(client_of, committee, view, titles):
    new_text(committee.coordination, Kind.QUESTION)
    new_text(committee.coordination, Kind.PAGE)
    page = client_of(committee.coordination).get(f"{URL}?vue={view}")
    assert len(tree_of(page).xpath("//tbody/tr")) == titles


def test_queries_do_not_depend_on_how_many_texts_there_are(client_of, committee):
    new_text(committee.coordination)
    before = sql_for(client_of(committee.coordination), URL)
    for _ in range(12):
        new_text(committee.coordination)
    assert sql_for(client_of(committee.coordination), URL) == before


def test_the_desk_of_the_coordination_leads_there(client_of, committee):
    menu = tree_of(client_of(committee.coordination).get("/bureau/")).xpath("//nav//a/@href")
    assert URL in menu
    assert URL not in tree_of(client_of(committee.buyer).get("/bureau/")).xpath("//nav//a/@href")
