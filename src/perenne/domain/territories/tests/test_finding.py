"""What is looked for on the map is found as people write it, and a misspelt name is offered."""

import pytest

from perenne.domain.territories.factories import load_around, load_places, official
from perenne.domain.territories.queries import gazetteer, places_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(db):
    load_places(official("77111", "Val d’Autre", "77700", epci=("200000000", "CC de l’Ourcq")))
    load_around()
    return gazetteer("77")


@pytest.mark.parametrize(
    ("typed", "communes", "epcis"),
    [
        ("Meaux", ["Meaux"], []),
        ("melun", ["Melun"], []),
        ("12 rue de Paris, 77470 Trilport", ["Trilport"], []),
        ("3 place de la Gare 77100 Nanteuil-lès-Meaux", ["Nanteuil-lès-Meaux"], []),
        ("77100", ["Meaux", "Nanteuil-lès-Meaux"], []),
        ("Pays de Meaux", [], ["CA du Pays de Meaux"]),
        ("CA du Pays de Meaux", [], ["CA du Pays de Meaux"]),
        ("communauté d’agglomération Melun Val de Seine", [], ["CA Melun Val de Seine"]),
        ("val de seine", [], ["CA Melun Val de Seine"]),
        ("ourcq", [], ["CC de l’Ourcq"]),
        ("247700057", [], ["CA du Pays de Meaux"]),
        ("Évry-Courcouronnes", ["Évry-Courcouronnes"], []),
        ("", [], []),
        ("de la", [], []),
        ("99999", [], []),
    ],
)
def test_what_was_meant(places, typed, communes, epcis):
    found = places_for(typed, places)
    assert [commune.name for commune in found.communes] == communes
    assert [epci.name for epci in found.epcis] == epcis
    assert not found.is_guess or found.is_nothing
    assert found.is_one == (len(communes) + len(epcis) == 1)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Fontainbleau", "Fontainebleau"),
        ("Triport", "Trilport"),
        ("savigny le temle", "Savigny-le-Temple"),
        ("Meauxx", "Meaux"),
    ],
)
def test_a_misspelt_name_is_offered_and_never_taken(places, typed, name):
    found = places_for(typed, places)
    assert found.communes[0].name == name
    assert found.is_guess
    assert not found.is_one


@pytest.mark.parametrize("typed", ["xx", "Trifouilly-les-Oies", "00000"])
def test_nothing_like_it_gives_nothing(places, typed):
    assert places_for(typed, places).is_nothing
