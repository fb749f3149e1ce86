"""« Je transmets ma programmation » : three screens, no account before the last."""

import pytest

from tests.journeys.files import programme_csv, programme_xlsx
from tests.journeys.sight import NIGHT

pytestmark = pytest.mark.journey

FILE = "Votre tableau d’achats"
PHRASE = "un grand cèdre devant la mairie"


def test_a_buyer_without_account_goes_from_a_csv_to_a_programme_sent(person):
    buyer = person()
    buyer.open("/")
    buyer.arrive("Quels marchés peuvent porter une clause sociale")
    buyer.look("acheteur-1-deposer")
    buyer.skip_to_content()
    buyer.choose_file(FILE, "Achats de la ville.csv", programme_csv())
    buyer.sees("Achats de la ville.csv (")
    buyer.follow(buyer.button("Analyser mes achats"))

    buyer.arrive("Achats de la ville")
    buyer.sees("14 lignes dans le fichier « Achats de la ville.csv » : 10 achats et 4 lignes")
    buyer.look("acheteur-2-avis", NIGHT)
    settle_the_doubt(buyer)
    unfold_a_reason(buyer)
    buyer.follow(buyer.link("Transmettre au facilitateur"))

    buyer.arrive("Transmettre au facilitateur")
    buyer.look("acheteur-4-transmettre")
    assert len(buyer.screens) == 3
    forget_something_then_send(buyer)

    buyer.arrive("Achats de la ville")
    buyer.sees("Votre programmation est transmise.")
    buyer.look()
    buyer.follow(buyer.link("Aujourd’hui"))
    buyer.arrive("Aujourd’hui")
    buyer.sees("Rien ne vous attend")
    buyer.sees("Achats de la ville")
    buyer.look("acheteur-5-aujourdhui")


def settle_the_doubt(buyer):
    """In its place in the list: the focus goes in with the form, and comes out with the answer."""
    other = buyer.page.locator(".entry").first
    buyer.follow(other.get_by_role("link", name="Corriger"))
    buyer.stands_on(other.get_by_role("heading", level=3))
    entry = buyer.page.locator(".entry").filter(has_text="Gardiennage des bâtiments communaux")
    buyer.follow(entry.get_by_role("link", name="Préciser"))
    buyer.stands_on(entry.get_by_role("heading", level=3))
    buyer.look("acheteur-3-preciser")
    buyer.follow(other.get_by_role("link", name="Annuler"))
    buyer.stands_on(other.get_by_role("heading", level=3))
    buyer.fill("Montant estimé hors taxes", "beaucoup")
    buyer.follow(buyer.button("Enregistrer"))
    buyer.stands_on(entry.locator("[data-error-summary]"))
    buyer.look()
    buyer.fill("Montant estimé hors taxes", "720 000")
    buyer.follow(buyer.button("Enregistrer"))
    buyer.stands_on(entry.get_by_role("heading", level=3))
    buyer.sees_in(entry, "720\u202f000\u00a0€")
    assert entry.get_by_text("À préciser").count() == 0


def unfold_a_reason(buyer):
    entry = buyer.page.locator("[id^=achat-]").last
    buyer.follow(entry.locator("summary"))
    buyer.look("acheteur-3-pourquoi")


def forget_something_then_send(buyer):
    buyer.fill("Nom de votre organisme", "Ville de Villenoy")
    buyer.fill("Commune du siège", "Villenoy")
    buyer.fill("Vos prénom et nom", "Jeanne Perrin")
    buyer.fill("Adresse électronique", "jeanne.perrin@ville.example")
    buyer.fill("Choisissez un mot de passe", PHRASE)
    buyer.follow(buyer.button("Transmettre et ouvrir mon espace"))
    buyer.stands_on(buyer.page.locator("[data-error-summary]"))
    assert buyer.field("Nom de votre organisme").input_value() == "Ville de Villenoy"
    buyer.look()
    buyer.fill("Choisissez un mot de passe", PHRASE)
    buyer.tick("J’accepte que le comité")
    buyer.follow(buyer.button("Transmettre et ouvrir mon espace"))


def test_a_workbook_is_read_too_and_a_buyer_may_erase_everything(person):
    buyer = person()
    buyer.open("/programmation/deposer/")
    buyer.arrive("Je transmets la programmation")
    buyer.look()
    buyer.choose_file(FILE, "besoins.xlsx", programme_xlsx())
    buyer.follow(buyer.button("Analyser mes achats"))
    buyer.arrive("besoins")
    buyer.sees("5 lignes dans le fichier « besoins.xlsx » : 4 achats et 1 ligne")
    name, content = buyer.download(buyer.link("Télécharger les avis (xlsx)"))
    assert name == "avis-besoins.xlsx"
    assert content.startswith(b"PK")
    buyer.follow(buyer.page.get_by_role("navigation", name="Filtrer").get_by_role("link").nth(2))
    buyer.arrive("besoins")
    assert buyer.page.locator("[id^=achat-]").count() == 2
    buyer.follow(buyer.button("Effacer ce fichier et ses avis"))
    buyer.arrive("Je transmets la programmation")
    buyer.sees("Le fichier et ses avis sont effacés.")
    buyer.look()
