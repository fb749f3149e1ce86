import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from perenne.web.tests.browser import text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("pace:list")


def numbers_in(page):
    links = tree_of(page).xpath("//main//tbody//th/a/@href")
    return [int(link.split("/")[2]) for link in links]


def test_each_follows_what_is_theirs_the_gravest_first(client_of, committee, followed):
    both = [followed.late.pk, followed.green.pk]
    seen = {
        who: numbers_in(client_of(getattr(committee, who)).get(URL))
        for who in (
            "facilitator", "coordination", "buyer", "company", "structure", "other_facilitator",
            "other_buyer", "prescriber",
        )
    }  # fmt: skip
    theirs = ["facilitator", "coordination", "buyer", "company"]
    assert [who for who, ids in seen.items() if ids == both] == theirs
    assert [ids for who, ids in seen.items() if who not in theirs] == [[]] * 4


def test_a_row_says_the_level_the_gap_and_what_it_could_cost(client_of, committee, followed):
    page = client_of(committee.facilitator).get(URL)
    late = text_of(page, "//main//tbody/tr[1]")
    assert title_of(page) == "Suivi des heures"
    assert "En alerteLe retard est important" in late
    assert "− " in late
    assert "0 hsur 1 000 h" in late
    assert "€" in late
    assert "À l’heure" in text_of(page, "//main//tbody/tr[2]")
    assert [text_of(page, f"//main//nav//li[{n}]//a") for n in (1, 2, 3, 4)] == [
        "Tous 2", "En alerte 1", "À surveiller 0", "À l’heure 1",
    ]  # fmt: skip


def test_one_filters_by_level_buyer_place_and_words(client_of, committee, followed):
    elsewhere = followed.another("Voirie", buyer=committee.other_buyer)
    browser = client_of(committee.coordination)
    late, green, buyer = followed.late.pk, followed.green.pk, committee.buyer.organisation_id
    other = committee.other_facilitator.organisation_id
    for asked, found in [
        ({"niveau": "alerte"}, [late, elsewhere.pk]),
        ({"niveau": "a-l-heure", "acheteur": buyer}, [green]),
        ({"epci": "200072130"}, [late, green]),
        ({"q": "ESPACES verts"}, [green]),
        ({"facilitateur": other}, []),
        ({"niveau": "nimporte", "page": "99", "acheteur": "x"}, [late, elsewhere.pk, green]),
    ]:
        assert numbers_in(browser.get(URL, asked)) == found, asked
    nothing = browser.get(URL, {"q": "piscine"})
    assert "Aucun marché dans cette vue" in text_of(nothing)


def test_the_number_of_queries_does_not_depend_on_the_rows(client_of, committee, followed):
    browser = client_of(committee.facilitator)
    browser.get(URL)
    with CaptureQueriesContext(connection) as few:
        browser.get(URL)
    for name in ("Voirie", "Peinture", "Nettoyage"):
        followed.another(name)
    with CaptureQueriesContext(connection) as many:
        assert len(numbers_in(browser.get(URL))) == 5
    assert len(many) == len(few)


def test_an_empty_list_says_what_will_come(client_of, committee):
    page = client_of(committee.other_buyer).get(URL)
    assert "Les marchés notifiés avec une clause d’insertion apparaîtront ici." in text_of(page)
