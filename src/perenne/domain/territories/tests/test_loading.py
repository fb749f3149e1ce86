"""Places come from an official list, which may be given again at any time."""

from dataclasses import replace

import pytest

from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import MEAUX_COUNTRY, PLACES, load_places, official
from perenne.domain.territories.models import Commune, Epci
from perenne.domain.territories.queries import communes

pytestmark = pytest.mark.django_db


def test_loading_twice_gives_the_same_rows():
    load_places()
    once = communes(), list(Epci.objects.order_by("pk").values())
    load_places()
    assert (communes(), list(Epci.objects.order_by("pk").values())) == once


def test_it_says_how_many_communes_were_read():
    assert load_communes(iter(PLACES)) == len(PLACES) == Commune.objects.count()


def test_nothing_given_is_nothing_loaded():
    assert load_communes([]) == 0
    assert communes() == ()


def test_a_newer_list_corrects_the_older_one():
    load_communes([official("77284", "Maux", "77101")])
    load_communes([official("77284", "Meaux", "77100", epci=MEAUX_COUNTRY)])

    (meaux,) = communes()
    assert (meaux.name, meaux.folded, meaux.postcodes) == ("Meaux", "meaux", ("77100",))
    assert (meaux.epci_code, meaux.epci_name) == MEAUX_COUNTRY


def test_an_epci_that_changes_its_name_keeps_its_communes():
    load_places()
    renamed = replace(PLACES[0], epci_name="CU du Grand Meaux")
    load_communes([renamed])

    names = {commune.epci_name for commune in communes() if commune.epci_code == MEAUX_COUNTRY[0]}
    assert names == {"CU du Grand Meaux"}


def test_a_commune_without_epci_has_none():
    load_places()
    (savigny,) = (commune for commune in communes() if commune.name == "Savigny-le-Temple")
    assert (savigny.epci_code, savigny.epci_name) == ("", "")


def test_homonyms_are_all_kept():
    load_places(official("51001", "Sainte-Colombe", "51300"))
    found = [commune for commune in communes() if commune.folded == "sainte colombe"]
    assert [commune.department_code for commune in found] == ["51", "77"]


def test_the_list_is_read_in_one_query(django_assert_num_queries):
    load_places()
    with django_assert_num_queries(1):
        communes()


def test_a_commune_is_shown_with_its_departement():
    assert str(Commune(name="Meaux", department_code="77")) == "Meaux (77)"
    assert str(Epci(name="CA du Pays de Meaux")) == "CA du Pays de Meaux"
