"""Somebody looks for whom to call: by typing, on the map, without a mouse, without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from perenne.ops.demo.people import COORDINATION, FACILITATORS
from tests.journeys.department import Department
from tests.journeys.keyboard import Person

pytestmark = pytest.mark.journey
MARNE, SEINE, *_ = FACILITATORS
MAP = "/territoire/carte/"


def test_a_place_is_typed_and_its_contact_is_there(person: Callable[[], Person]) -> None:
    buyer = person()
    buyer.open(MAP)
    buyer.arrive("Carte des facilitateurs")
    expect(buyer.page.locator(".zone-mark__letter").first).to_be_visible()
    buyer.look()
    buyer.fill("Commune, code postal, adresse ou intercommunalité", "77410")
    buyer.press("Enter")
    buyer.arrive("Carte des facilitateurs")
    buyer.sees("Plusieurs lieux correspondent. Lequel ?")
    buyer.look()
    buyer.follow(buyer.link("Claye-Souilly").first)
    buyer.arrive("Facilitateur pour Claye-Souilly")
    buyer.sees(MARNE.email)
    buyer.look()
    name, written = buyer.download(buyer.link("Ajouter à mes contacts (vCard)"))
    assert name == "facilitateur-77118.vcf"
    assert MARNE.full_name.encode() in written.replace(b"\r\n ", b"")


def test_a_territory_of_the_map_is_reached_by_its_letter(person: Callable[[], Person]) -> None:
    buyer = person()
    buyer.open(MAP)
    zones = buyer.page.locator(".zone")
    expect(zones).to_have_count(24)
    territory = buyer.page.get_by_role("link", name="CA Melun Val de Seine").first
    buyer.follow(territory)
    buyer.arrive("CA Melun Val de Seine")
    buyer.sees(SEINE.email)
    buyer.look()
    buyer.follow(buyer.link("Dammarie-les-Lys"))
    buyer.arrive("Facilitateur pour Dammarie-les-Lys")


def test_a_town_puts_the_search_on_its_own_site(person: Callable[[], Person]) -> None:
    town = person()
    town.open("/territoire/integrer/")
    town.arrive("Intégrer la recherche à votre site")
    town.fill("Commune affichée d’emblée", "Servon")
    town.press("Enter")
    town.arrive("Intégrer la recherche à votre site")
    inside = town.page.frame_locator("iframe")
    expect(inside.get_by_text(COORDINATION.organisation).first).to_be_visible()
    town.look()
    town.open("/territoire/cadre/?commune=77450")
    expect(town.page.locator("h1")).to_have_text("Mon facilitateur")
    town.look()
    assert town.page.context.cookies() == []


def test_without_scripts_the_list_says_the_same(browser: Browser, department: Department) -> None:
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{department.address}{MAP}")
    expect(page.locator(".map")).to_be_hidden()
    page.get_by_label("Commune, code postal, adresse ou intercommunalité").fill("provins")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Facilitateur pour Provins")
    page.goto(f"{department.address}{MAP}")
    page.get_by_text("CC Bassée-Montois", exact=True).press("Enter")
    page.get_by_role("link", name="Bray-sur-Seine").press("Enter")
    expect(page.locator("h1")).to_have_text("Facilitateur pour Bray-sur-Seine")
    context.close()
