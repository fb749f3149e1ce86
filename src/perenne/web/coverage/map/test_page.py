import gzip
import json
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.organisations.models import Organisation
from perenne.domain.territories.actions import OfficialOutline, load_communes, load_outlines
from perenne.domain.territories.factories import official
from perenne.web.tests.browser import error_on, sql_for, text_of, tree_of, typed_in
from perenne.web.tests.scenes import MEAUX

pytestmark = pytest.mark.django_db
URL = reverse("coverage:map")
SHAPES = reverse("coverage:outlines")
EPCI = (MEAUX.epci_code, MEAUX.epci_name)


def square(x, y=0):
    return ((x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10), (x, y))


@pytest.fixture
def browser(client_of, committee):
    load_communes([official("77330", "Nanteuil-lès-Meaux", "77100", epci=EPCI)])
    load_outlines(
        OfficialOutline(code, (square(x),), "Contours d’essai")
        for code, x in (("77284", 0), ("77330", 10), ("77288", 50))
    )
    return client_of(committee.nobody)


def name_of(actor):
    return Organisation.objects.get(pk=actor.organisation_id).name


def drawing(browser, **asked):
    return json.loads(browser.get(SHAPES, asked).content)


def test_the_list_names_every_commune_under_the_body_that_answers(browser, committee):
    page = browser.get(URL)
    lists = tree_of(page).xpath("//div[@class='territory__list']")[0]
    under = [
        (part.text_content().split(". ")[-1] if part.tag == "h3" else part.text_content().strip())
        for part in lists.iter("h3", "li")
    ]
    told = {commune: body for body, commune in pairwise(under)}
    assert told["Meaux"] == name_of(committee.facilitator)
    assert {"Meaux", "Nanteuil-lès-Meaux", "Melun"} < set(under)
    assert "Contours d’essai." in text_of(page)


def test_the_drawing_has_a_zone_for_each_body_in_each_epci(browser, committee):
    zones = {zone["name"]: zone for zone in drawing(browser)["zones"]}
    assert set(zones) == {"Meaux", "Nanteuil-lès-Meaux", "CA Melun Val de Seine"}
    assert zones["Meaux"]["body"] == name_of(committee.facilitator)
    assert zones["Meaux"]["url"] == reverse("coverage:card", args=["77284"])
    new_coverage(committee.facilitator, epci_id=EPCI[0])
    zones = {zone["name"]: zone for zone in drawing(browser)["zones"]}
    whole = zones[MEAUX.epci_name]
    assert whole["url"] == reverse("coverage:epci", args=[EPCI[0]])
    assert len(whole["rings"]) == 1
    assert sum(whole["rings"][0][2::2]) == sum(whole["rings"][0][3::2]) == 0, "it is not closed"


def test_the_address_of_the_drawing_names_it_and_then_it_never_changes(browser, committee):
    def address():
        return tree_of(browser.get(URL)).xpath("//@data-map")[0]

    first = address()
    answer = browser.get(first)
    assert "immutable" in answer["Cache-Control"]
    assert "no-cache" in browser.get(SHAPES)["Cache-Control"]
    again = Client().get(first, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    new_absence(
        committee.facilitator, localdate(), backup_id=committee.other_facilitator.organisation_id
    )
    assert address() != first


def test_the_drawing_travels_compressed(browser):
    plain = browser.get(SHAPES).content
    packed = browser.get(SHAPES, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed.content)) == json.loads(plain)


@pytest.mark.parametrize("typed", ["Melun", "77000", "4 quai de Seine, 77000 Melun"])
def test_one_place_opens_its_card_at_once(browser, typed):
    assert browser.get(URL, {"lieu": typed}).url == reverse("coverage:card", args=["77288"])


def test_an_intercommunalite_opens_its_page(browser):
    answer = browser.get(URL, {"lieu": "Pays de Meaux"})
    assert answer.url == reverse("coverage:epci", args=[EPCI[0]])


@pytest.mark.parametrize(
    ("typed", "said"),
    [("77100", "Plusieurs lieux correspondent."), ("Nantueil les Meaux", "Vouliez-vous dire ?")],
)
def test_several_or_something_near_are_offered(browser, typed, said):
    page = browser.get(URL, {"lieu": typed})
    assert said in text_of(page)
    links = tree_of(page).xpath("//div[@id='propositions']//a/@href")
    assert reverse("coverage:card", args=["77330"]) in links
    assert typed_in(page)["lieu"] == typed


@pytest.mark.parametrize("typed", ["", "Trifouilly", "99999"])
def test_what_is_no_place_is_said_beside_the_field(browser, typed):
    page = browser.get(URL, {"lieu": typed})
    assert "code postal" in error_on(page, "lieu")
    assert typed_in(page)["lieu"] == typed


def test_without_outlines_the_list_stands_alone(client_of, committee):
    page = client_of(committee.nobody).get(URL)
    assert tree_of(page).xpath("//*[@data-map] | //script[contains(@src, 'leaflet')]") == []
    assert "Meaux" in text_of(page)


def test_the_base_map_is_named_only_where_it_is_set(browser, settings):
    assert tree_of(browser.get(URL)).xpath("//@data-tiles") == []
    settings.MAP_TILES, settings.MAP_CREDIT = "https://tuiles.example/{z}/{x}/{y}.png", "Essai"
    page = browser.get(URL)
    assert tree_of(page).xpath("//@data-tiles") == [settings.MAP_TILES]
    assert "Fond de carte : Essai." in text_of(page)


@pytest.mark.parametrize("url", [URL, SHAPES, f"{URL}?lieu=77100"])
def test_it_asks_the_database_as_much_for_many_communes_as_for_few(browser, url):
    few = sql_for(browser, url)
    more = [official(f"779{n:02}", f"Essai {n}", "77999", epci=EPCI) for n in range(20)]
    load_communes(more)
    load_outlines(
        OfficialOutline(one.insee_code, (square(100 * n),), "Essai") for n, one in enumerate(more)
    )
    assert sql_for(browser, url) == few


def test_a_visitor_gets_no_cookie(browser):
    assert not Client().get(URL).cookies
