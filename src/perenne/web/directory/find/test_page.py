"""« Annuaire »: what anybody finds there, and nothing of anybody."""

import pytest
from django.urls import reverse

from perenne.domain.directory.factories import new_structure
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import error_on, sql_for, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("directory:find")


@pytest.fixture
def browser(client_of, committee):
    new_structure(
        name="Ateliers de la Brie", kind="aci", trades={"painting": 300, "tiling": 0},
        commune_id="77284", latitude=48_960_000, longitude=2_888_000, email="contact@brie.test",
        phone="01 60 00 00 00", areas=({"epci_id": "200072130"},), networks=["coorace"],
    )  # fmt: skip
    new_structure(name="Propreté de Melun", trades={"premises_cleaning": 80}, commune_id="77288")
    new_structure(name="Masquée", state="hidden")
    return client_of(VISITOR)


def names(page):
    return [link.text_content() for link in tree_of(page).xpath("//article//h3/a")]


def test_what_and_where_are_asked_first_and_no_contact_is_shown(browser):
    page = browser.get(URL)
    assert set(names(page)) == {"Ateliers de la Brie", "Propreté de Melun"}
    assert "2 structures" in text_of(page)
    fields = tree_of(page).xpath("//main//form//@name")
    assert fields[:2] == ["quoi", "ou"]
    assert len([name for name in fields if name != "tri"]) >= 12
    assert "Peinture, revêtements muraux (300 h par mois)" in text_of(page).replace("\xa0", " ")
    for kept_back in ("contact@brie.test", "01 60 00 00 00"):
        assert kept_back not in page.content.decode()
        assert kept_back not in browser.get(URL, {"fichier": "csv"}).content.decode()
    assert not page.cookies


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"quoi": "pientre"}, ["Ateliers de la Brie"]),
        ({"quoi": "netoyage"}, ["Propreté de Melun"]),
        ({"ou": "Meaux"}, ["Ateliers de la Brie"]),
        ({"ou": "77000"}, ["Propreté de Melun"]),
        ({"ou": "Pays de Meaux", "rayon": "10"}, ["Ateliers de la Brie"]),
        ({"metier": "works"}, ["Ateliers de la Brie"]),
        ({"nature": "siae", "heures": "200"}, ["Ateliers de la Brie"]),
        ({"nature": "handicap"}, []),
        ({"reseau": "coorace", "tri": "nom"}, ["Ateliers de la Brie"]),
        ({"seulement": "espace"}, []),
        ({"quoi": "\0'", "heures": "-3", "nature": "x", "rayon": "?", "page": "9"}, None),
    ],
)
def test_it_finds_what_is_asked_and_keeps_what_was_typed(browser, asked, found):
    page = browser.get(URL, asked)
    if found is not None:
        assert names(page) == found
        assert all(typed_in(page).get(name, value) == value for name, value in asked.items())
    points = browser.get(reverse("directory:points"), asked).json()
    assert [name for _, _, name, _ in points["points"]] == [
        name for name in names(page) if name == "Ateliers de la Brie"
    ]


def test_what_is_no_place_is_said_beside_the_field_and_a_misspelt_one_is_understood(browser):
    page = browser.get(URL, {"ou": "Trifouilly"})
    assert "code postal" in error_on(page, "ou")
    assert typed_in(page)["ou"] == "Trifouilly"
    assert "pour Meaux" in text_of(browser.get(URL, {"ou": "Meux"}))
    links = tree_of(browser.get(reverse("directory:suggest"), {"ou": "mea", "quoi": "tri"}))
    assert links.xpath("//a/@href") == [f"{URL}?ou=Meaux&quoi=tri"]


def test_a_word_that_nobody_says_is_told(browser):
    assert "« zygomatique »" in text_of(browser.get(URL, {"quoi": "peinture zygomatique"}))
    assert "Aucune structure ainsi" in text_of(browser.get(URL, {"quoi": "zygomatique"}))


@pytest.mark.parametrize("asked", ["", "?quoi=insertion+brie&ou=Meaux&rayon=50"])
def test_it_asks_the_database_as_much_for_many_as_for_few(browser, asked):
    browser.get(URL)  # networks are remembered
    few = sql_for(browser, URL + asked)
    for _ in range(15):
        new_structure(name="Insertion Brie", trades={"painting": 10}, commune_id="77284")
    assert sql_for(browser, URL + asked) == few
