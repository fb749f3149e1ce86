"""A place is recognised as people write it, and nothing is guessed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import perenne
from perenne.domain.territories.actions import OfficialOldName, load_communes, load_old_names
from perenne.domain.territories.factories import PLACES, load_around, load_places, official
from perenne.domain.territories.queries import gazetteer
from perenne.domain.territories.queries.gazetteer import gazetteer_of

pytestmark = pytest.mark.django_db
DEMO = Path(perenne.__path__[0]) / "ops" / "demo"


def rows_of(name):
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="module")
def departement():
    """The 507 communes of Seine-et-Marne, in the official nomenclature."""
    return [
        official(
            row["insee_code"],
            row["name"],
            *row["postcodes"].split(),
            epci=(row["epci_code"], row["epci_name"]),
        )
        for row in rows_of("communes-77.csv")
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Meaux", "Meaux"),
        ("  MEAUX  ", "Meaux"),
        ("meaux cedex", "Meaux"),
        ("Le Mee sur Seine", "Le Mée-sur-Seine"),
        ("Nanteuil-les-Meaux", "Nanteuil-lès-Meaux"),
        ("NANTEUIL LÈS MEAUX", "Nanteuil-lès-Meaux"),
        ("St Fargeau Ponthierry", "Saint-Fargeau-Ponthierry"),
        ("St-Fargeau-Ponthierry", "Saint-Fargeau-Ponthierry"),
        ("Ste Colombe", "Sainte-Colombe"),
        ("Ury", "Ury"),
        ("77470", "Trilport"),
        ("77470 TRILPORT", "Trilport"),
        ("77284", "Meaux"),
        ("77760 Ury", "Ury"),
        ("77100 Nanteuil-lès-Meaux", "Nanteuil-lès-Meaux"),
        ("Meaux (77100)", "Meaux"),
        ("77186", "Noisiel"),
        ("77186 Noisiel", "Noisiel"),
        ("Fontainebleau (77186)", "Fontainebleau"),
        ("Groupe scolaire, rue de la Gare à Trilport", "Trilport"),
        ("Écoles de la ville de Nanteuil-lès-Meaux (3 sites)", "Nanteuil-lès-Meaux"),
        ("12345 Meaux", "Meaux"),
    ],
)
def test_a_place_is_recognised_as_people_write_it(written, name):
    load_places()
    found = gazetteer("77").commune_in(written)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "77100",
        "Paris",
        "75012 Paris",
        "en fleury",
        "le jury",
        "Multisites",
        "Meauxville",
    ],
)
def test_a_text_that_names_no_commune_is_recognised_as_none(written):
    load_places()
    assert gazetteer("77").commune_in(written) is None


def test_homonyms_of_the_departement_are_told_apart_by_their_postcode_alone():
    load_places(official("77990", "Sainte-Colombe", "77999"))
    places = gazetteer("77")
    assert places.commune_in("Sainte-Colombe") is None
    assert places.commune_in("77999 Sainte-Colombe").insee_code == "77990"


def test_between_homonyms_that_of_the_departement_is_meant_unless_a_postcode_says_otherwise():
    load_places(official("51001", "Sainte-Colombe", "51300"))
    places = gazetteer("77")
    assert places.commune_in("Sainte-Colombe").insee_code == "77402"
    assert places.commune_in("51300 Sainte-Colombe").insee_code == "51001"
    assert places.commune_in("Sainte-Colombe 77650").insee_code == "77402"


def test_a_commune_of_corsica_is_known_by_its_code():
    load_places(official("2A004", "Ajaccio", "20000", "20090"))
    assert gazetteer("77").commune_in("2a004").name == "Ajaccio"


def test_every_commune_of_the_departement_is_found_by_its_name_and_its_code(departement):
    load_communes(departement)
    places = gazetteer("77")
    lost = [
        commune.name
        for commune in departement
        if places.commune_in(commune.name).insee_code != commune.insee_code
        or places.by_insee[commune.insee_code].insee_code != commune.insee_code
    ]
    assert len(departement) == 507
    assert lost == []


def test_every_commune_is_found_by_its_postcode_and_name(departement):
    load_communes(departement)
    places = gazetteer("77")
    lost = [
        commune.name
        for commune in departement
        for code in commune.postcodes
        if places.commune_in(f"{code} {commune.name.upper()}").insee_code != commune.insee_code
    ]
    assert lost == []


@pytest.mark.parametrize("written", ["Moret-sur-Loing", "77250 MORET SUR LOING", "Écuelles"])
def test_an_old_name_leads_to_the_commune_of_today(written):
    load_places(official("77316", "Moret-Loing-et-Orvanne", "77250"))
    load_old_names(
        [
            OfficialOldName("77316", "Moret-sur-Loing", "77316"),
            OfficialOldName("77166", "Écuelles", "77316"),
        ]
    )
    assert gazetteer("77").commune_in(written).name == "Moret-Loing-et-Orvanne"
    assert gazetteer("77").by_insee["77166"].insee_code == "77316"


def test_every_old_name_of_the_departement_leads_somewhere(departement):
    load_communes(departement)
    old = [
        OfficialOldName(row["code"], row["nom"], row["chefLieu"])
        for row in rows_of("anciens-noms.csv")
        if row["code"].startswith("77")
    ]
    load_old_names(old)
    places = gazetteer("77")
    assert len(old) == 14
    assert {
        name.name for name in old if places.commune_in(name.name).insee_code != name.commune
    } == set()


def names_of(found):
    return [commune.name for commune in found]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("77100", ["Meaux", "Nanteuil-lès-Meaux"]),
        ("77100 Meaux", ["Meaux"]),
        ("Meaux", ["Meaux"]),
        ("mea", ["Meaux", "Nanteuil-lès-Meaux"]),
        ("saint", ["Saint-Fargeau-Ponthierry", "Sainte-Colombe"]),
        ("seine", ["Le Mée-sur-Seine"]),
        ("774", ["Trilport"]),
        ("91000", ["Évry-Courcouronnes"]),
        ("Nulle part", []),
        ("", []),
    ],
)
def test_what_is_typed_leads_to_one_commune_or_to_a_choice(typed, names):
    load_places()
    load_around()
    assert names_of(gazetteer("77").candidates(typed)) == names


def test_only_the_communes_of_the_departement_are_proposed_while_typing():
    load_places()
    load_around()
    assert names_of(gazetteer("77").beginning("évry")) == []
    assert names_of(gazetteer("").beginning("évry")) == ["Évry-Courcouronnes"]


def test_the_gazetteer_is_read_in_three_queries(django_assert_num_queries):
    load_places()
    load_around()
    with django_assert_num_queries(3):
        places = gazetteer("77")
        assert len(places.at_home()) == len(PLACES)
        assert places.department("91").of == "de l’Essonne"
        assert places.department("13").of == "du département 13"


@given(some.text())
def test_no_text_is_too_odd(typed):
    nowhere = gazetteer_of((), (), (), "77")
    assert nowhere.candidates(typed) == ()
    assert nowhere.commune_in(typed) is None
