"""Somebody looks for who can do the hours, misspelt, and keeps them; a structure says its month."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import Structure
from perenne.domain.organisations.models import Organisation
from perenne.ops.demo.partners import COMPANY, STRUCTURE
from perenne.ops.demo.people import PASSWORD
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey
NAME, LIST = "Peintres des Deux Morin", "Peinture, pays de Meaux"
DIRECTORY, CONTACT = "Annuaire des structures", "ateliers@demo.example"


@pytest.fixture(scope="module")
def structures(department):
    """Twenty-five that paint around Meaux; that of the demo, silent for a hundred days."""
    for at in range(25):
        new_structure(
            name=f"{NAME} {at + 1}", kind="ei", trades={"painting": 400 - at, "tiling": 0},
            commune_id="77284", postcode="77100", email=CONTACT, said_on=localdate(),
            latitude=48_960_000 - 6_000 * at, longitude=2_888_000 + 9_000 * (at % 5),
            areas=({"department_code": "77"},),
        )  # fmt: skip
    space = Organisation.objects.get(siret=STRUCTURE.siret)
    Structure.objects.filter(organisation=space).update(organisation=None)
    return new_structure(
        name=space.name, organisation=space, kind="etti", trades={"masonry": 500, "removals": 200},
        commune_id="77288", said_on=localdate() - timedelta(days=100),
    )  # fmt: skip


def sign_in(someone, email):
    someone.open("/bureau/")
    someone.arrive("Connexion")
    someone.fill("Adresse électronique", email)
    someone.fill("Mot de passe", PASSWORD)
    someone.press("Enter")
    someone.arrive("Aujourd’hui")


def test_a_company_finds_who_paints_and_keeps_them(person, structures):
    company = person()
    sign_in(company, COMPANY.player.email)
    company.follow(company.link("Annuaire").first)
    company.arrive(DIRECTORY)
    company.fill("Que cherchez-vous ?", "pientre deux morin")
    company.fill("Où ?", "Meaux")
    company.press("Enter")
    company.sees("25 structures pour Meaux")
    expect(company.page.locator(".zone-mark__letter")).to_have_count(20)
    expect(company.page.locator(".zone-mark__letter").first).to_be_visible()
    expect(company.page.locator(".spot")).to_have_count(25)
    company.look("annuaire-1-trouver", PHONE)
    before = company.clicks
    company.follow(company.link(f"{NAME} 1").last)
    company.arrive(f"{NAME} 1")
    company.sees(CONTACT)
    company.look()
    company.fill("Nom de la liste", LIST)
    company.follow(company.button("Ajouter à la liste"))
    company.sees("La structure est dans votre liste.")
    assert company.clicks - before <= 2
    company.follow(company.link(LIST))
    company.arrive("Mes listes")
    company.look()
    name, written = company.download(company.link("Excel (xlsx)"))
    assert name.startswith("liste-de-structures-")
    assert written


def test_a_structure_says_its_month_on_one_screen(person, structures):
    structure = person()
    sign_in(structure, STRUCTURE.player.email)
    structure.sees("Mettre à jour mon offre")
    before = structure.clicks
    structure.follow(structure.link("Mon offre").first)
    structure.arrive("Mon offre")
    structure.look("structure-2-mon-offre")
    structure.follow(structure.button("Rien n’a changé"))
    structure.sees("C’est noté")
    assert structure.clicks - before == 2
    structure.follow(structure.link("Mettre à jour son offre"))
    structure.fill("Heures par mois 1", "620")
    structure.press("Enter")
    structure.sees("L’offre est à jour")
    structures.refresh_from_db()
    assert structures.said_on == localdate()
