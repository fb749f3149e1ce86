"""Each place finds the facilitator who answers for it, and says why."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import perenne
from perenne.domain.organisations.factories import new_actor, new_coverage
from perenne.domain.organisations.queries import facilitator_router
from perenne.domain.organisations.queries.routing import Responsible, Router
from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import (
    MEAUX_COUNTRY,
    MELUN_VALLEY,
    PLACES,
    load_places,
    official,
)
from perenne.kit.actors import Role

pytestmark = pytest.mark.django_db
DEPARTEMENT = Path(perenne.__path__[0]) / "ops" / "demo" / "communes-77.csv"


@pytest.fixture(scope="module")
def departement():
    """The 507 communes of Seine-et-Marne, in the official nomenclature."""
    with DEPARTEMENT.open(encoding="utf-8", newline="") as file:
        return [
            official(
                row["insee_code"],
                row["name"],
                *row["postcodes"].split(),
                epci=(row["epci_code"], row["epci_name"]),
            )
            for row in csv.DictReader(file, delimiter=";")
        ]


@pytest.fixture
def north():
    return new_actor(Role.FACILITATOR, name="Plateforme Nord")


@pytest.fixture
def south():
    return new_actor(Role.FACILITATOR, name="Plateforme Sud")


@pytest.fixture
def committee():
    return new_actor(Role.COORDINATION, name="Coordination départementale")


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
    found = facilitator_router().commune_in(written)
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
    assert facilitator_router().commune_in(written) is None


def test_homonyms_are_told_apart_by_their_postcode_alone():
    load_places(official("51001", "Sainte-Colombe", "51300"))
    router = facilitator_router()
    assert router.commune_in("Sainte-Colombe") is None
    assert router.commune_in("51300 Sainte-Colombe").insee_code == "51001"
    assert router.commune_in("Sainte-Colombe 77650").insee_code == "77402"


def test_a_commune_of_corsica_is_known_by_its_code():
    load_places(official("2A004", "Ajaccio", "20000", "20090"))
    assert facilitator_router().commune_in("2a004").name == "Ajaccio"


def test_the_nearest_coverage_answers(north, south, committee):
    load_places()
    new_coverage(committee, department_code="77")
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_coverage(south, commune_id="77475")
    router = facilitator_router()

    said = {place: router.route(place) for place in ("Trilport", "Meaux", "Fontainebleau")}

    assert said["Trilport"].facilitator.name == "Plateforme Sud"
    assert said["Trilport"].reason == (
        "L’achat est situé à Trilport : Plateforme Sud couvre cette commune."
    )
    assert said["Meaux"].facilitator.name == "Plateforme Nord"
    assert said["Meaux"].reason == (
        "L’achat est situé à Meaux : Plateforme Nord couvre CA du Pays de Meaux."
    )
    assert said["Fontainebleau"].facilitator.name == "Coordination départementale"
    assert said["Fontainebleau"].reason.endswith("couvre le département.")


def test_where_two_cover_the_same_place_the_first_one_answers(north, south):
    load_places()
    new_coverage(north, epci_id=MELUN_VALLEY[0])
    new_coverage(south, epci_id=MELUN_VALLEY[0])
    assert facilitator_router().route("Melun").facilitator.name == "Plateforme Nord"


def test_the_coordination_answers_where_nobody_covers(north, committee):
    load_places()
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    routing = facilitator_router().route("Melun")
    assert routing.facilitator.id == committee.organisation_id
    assert routing.commune_code == "77288"
    assert "aucun facilitateur ne couvre encore cette commune" in routing.reason


def test_an_unknown_place_goes_to_the_seat_of_the_buyer(north):
    load_places()
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    routing = facilitator_router().route("Tous les sites", seat="77284")
    assert (routing.facilitator.id, routing.commune_name) == (north.organisation_id, "Meaux")
    assert routing.reason.startswith("« Tous les sites » n’est pas une commune reconnue ici : ")
    assert "le siège de l’acheteur, Meaux" in routing.reason


def test_a_seat_answers_even_when_its_code_is_the_postcode_of_another_commune(south):
    load_places()
    new_coverage(south, commune_id="77186")
    routing = facilitator_router().route("", seat="77186")
    assert (routing.facilitator.id, routing.commune_name) == (
        south.organisation_id,
        "Fontainebleau",
    )
    assert routing.reason.startswith("Aucun lieu n’est indiqué : c’est le siège de l’acheteur")


@pytest.mark.parametrize("seat", ["", "75056"])
@pytest.mark.parametrize(
    ("place", "start"),
    [
        ("", "Aucun lieu n’est indiqué : "),
        ("Multisites", "« Multisites » n’est pas une commune reconnue ici : "),
    ],
)
def test_without_place_nor_seat_the_coordination_shares_out(committee, place, seat, start):
    load_places()
    routing = facilitator_router().route(place, seat=seat)
    assert routing.facilitator.id == committee.organisation_id
    assert (routing.commune_code, routing.commune_name) == ("", "")
    assert routing.reason == f"{start}la coordination répartira."


@pytest.mark.parametrize("place", ["Meaux", "Nulle part"])
def test_before_anybody_has_joined_nobody_answers_and_it_is_said(place):
    load_places()
    routing = facilitator_router().route(place)
    assert routing.facilitator is None
    assert routing.reason


def test_every_commune_of_the_departement_is_found_by_its_name_and_as_a_seat(departement):
    load_communes(departement)
    router = facilitator_router()
    lost = [
        commune.name
        for commune in departement
        if router.commune_in(commune.name).insee_code != commune.insee_code
        or router.route("", seat=commune.insee_code).commune_code != commune.insee_code
        or not router.route(commune.name).reason
    ]
    assert len(departement) == 507
    assert lost == []


def test_every_commune_is_found_by_its_postcode_and_name(departement):
    load_communes(departement)
    router = facilitator_router()
    lost = [
        commune.name
        for commune in departement
        for code in commune.postcodes
        if router.commune_in(f"{code} {commune.name.upper()}").insee_code != commune.insee_code
    ]
    assert lost == []


def test_the_router_is_read_in_three_queries(django_assert_num_queries, north, committee):
    load_places()
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    with django_assert_num_queries(3):
        router = facilitator_router()
        for place in PLACES:
            router.route(place.name)


NOBODY_COVERS = Router({}, {}, {}, {}, {}, {}, Responsible(1, "Coordination"))


@given(some.text(), some.text(max_size=5))
def test_any_text_gets_an_answer_with_a_reason(place, seat):
    routing = NOBODY_COVERS.route(place, seat=seat)
    assert routing.facilitator == NOBODY_COVERS.coordination
    assert routing.reason.endswith("la coordination répartira.")
