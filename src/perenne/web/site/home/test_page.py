from urllib.parse import urlsplit

import pytest

from perenne.domain.library.actions import withdraw_text
from perenne.domain.library.factories import new_text
from perenne.domain.library.queries import Kind
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Role
from perenne.web.tests.browser import buttons_of, text_of, title_of, tree_of
from perenne.web.tests.scenes import many, new_sent_programme

pytestmark = pytest.mark.django_db
MOST = 6  # queries


def test_anybody_enters_by_the_front_door(client_of):
    page = client_of(VISITOR).get("/")
    assert page.status_code == 200
    assert title_of(page) == "Quels marchés peuvent porter une clause sociale ?"


def test_there_is_a_door_for_each_of_the_four_who_come(client_of, texts):
    page = client_of(VISITOR).get("/")
    doors = {
        door.text_content(): door.get("href")
        for door in tree_of(page).xpath("//section[@aria-labelledby='vous']//a")
    }
    assert doors == {
        "Je suis acheteur": "/acheteurs/",
        "Je suis une entreprise": "/entreprises/",
        "Je suis une structure": "/structures/",
        "Je cherche un emploi": "/personnes/",
        "Les offres d’emploi": "/offres/",
        "Je cherche qui peut faire les heures": "/annuaire/",
    }
    assert [client_of(VISITOR).get(url).status_code for url in doors.values()] == [200] * 6


def test_a_file_may_be_dropped_at_once(client_of):
    (form,) = tree_of(client_of(VISITOR).get("/")).xpath("//main//form")
    assert form.action == "/programmation/deposer/"
    assert form.get("enctype") == "multipart/form-data"
    assert {"file", "buyer_kind", "csrfmiddlewaretoken"} <= set(form.fields.keys())


def test_it_says_that_nothing_is_sent_yet_and_who_answers(client_of, settings):
    page = client_of(VISITOR).get("/")
    assert buttons_of(page) == ["Analyser mes achats"]
    assert "Rien n’est transmis tant que vous ne l’avez pas décidé." in text_of(page)
    assert settings.CARRIER in text_of(page)


def test_figures_are_those_of_what_was_sent_and_none_is_shown_before(client_of, committee):
    assert "Le comité en chiffres" not in text_of(client_of(VISITOR).get("/"))
    new_sent_programme(committee.buyer, *many(7))
    figures = text_of(client_of(VISITOR).get("/"), "//section[@aria-labelledby='chiffres']")
    assert "achats étudiés7" in figures
    assert "organismes facilitateurs2" in figures


def test_the_news_are_there_the_last_first(client_of, texts):
    page = client_of(VISITOR).get("/")
    links = tree_of(page).xpath("//section[@aria-labelledby='actualites']//a/@href")
    assert links[:2] == ["/actualites/nouveau-site/", "/actualites/obligation-aout-2026/"]


def test_a_piece_of_news_is_there_as_soon_as_it_is_published(client_of, texts):
    coordination = new_actor(Role.COORDINATION)
    client_of(VISITOR).get("/")
    text_id = new_text(coordination, Kind.NEWS, title="Une nouvelle toute fraîche")
    where = "//section[@aria-labelledby='actualites']"
    assert "Une nouvelle toute fraîche" in text_of(client_of(VISITOR).get("/"), where)
    withdraw_text(text_id=text_id, by=coordination)
    assert "Une nouvelle toute fraîche" not in text_of(client_of(VISITOR).get("/"), where)


def test_six_queries_at_most_whatever_there_is(
    client_of, committee, texts, django_assert_max_num_queries
):
    counts = []
    client_of(VISITOR).get("/")  # the news are written once
    for number in (1, 30):
        new_sent_programme(committee.buyer, *many(number))
        with django_assert_max_num_queries(MOST) as asked:
            client_of(VISITOR).get("/")
        counts.append(len(asked))
    print(f"home: {counts[0]} queries")
    assert counts[0] == counts[1]


def test_it_says_what_it_is_where_its_address_is_shared(client_of, settings):
    tree = tree_of(client_of(VISITOR).get("/"))
    told = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
    assert told["og:url"] == f"{settings.ADDRESS}/"
    assert told["og:title"]
    assert urlsplit(tree.xpath("//link[@rel='canonical']/@href")[0]).path == "/"


@pytest.mark.parametrize(
    ("signed_in", "door"), [(False, "Se connecter"), (True, "Mon espace")], ids=["nobody", "buyer"]
)
def test_the_door_of_the_workspace_is_at_the_top(client_of, committee, signed_in, door):
    page = client_of(committee.buyer if signed_in else VISITOR).get("/")
    assert text_of(page, "//header[@id='entete']").endswith(door)
