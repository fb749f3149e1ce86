"""Files that are doubtful, long, or not what they claim: the buyer is told what to do."""

import pytest
from playwright.sync_api import expect

from perenne.kit.sheets.tests.hostile import hostile_files
from tests.journeys.files import long_csv, two_amounts_xlsx

pytestmark = pytest.mark.journey

FILE = "Votre tableau d’achats"
HOSTILE = (
    "zero.xlsx",
    "photo.xls",
    "secret.xlsx",
    "contrat.xlsx",
    "tronque-50.xlsx",
    "bombe-50.xlsx",
)
LINES = 3_000


def drop(buyer, name, content):
    buyer.choose_file(FILE, name, content)
    buyer.follow(buyer.button("Analyser mes achats"))


def test_a_heading_that_only_the_buyer_knows_is_asked(person):
    buyer = person()
    buyer.open("/programmation/deposer/")
    buyer.arrive("Je transmets la programmation")
    drop(buyer, "deux montants.xlsx", two_amounts_xlsx())
    buyer.arrive("Que contiennent ces colonnes")
    buyer.sees("« 360000 »")
    buyer.look("acheteur-colonnes")
    answer = buyer.page.locator("select")
    buyer.reach(answer)
    buyer.press("End", "Home")
    assert answer.locator("option:checked").inner_text() == "Montant estimé HT"
    buyer.follow(buyer.button("Continuer"))
    buyer.arrive("deux montants")
    buyer.sees("360 000 €")


def test_a_long_file_is_read_by_the_worker_while_the_page_tells_how_far(person, department):
    buyer = person()
    buyer.open("/")
    buyer.arrive("Quels marchés")
    drop(buyer, "région.csv", long_csv(LINES))
    buyer.arrive("région")
    bar = buyer.page.get_by_role("progressbar")
    assert bar.get_attribute("value") == "0"
    buyer.look("acheteur-lecture")
    with department.worker():
        moved = "() => document.querySelector('progress')?.value > 0"
        buyer.page.wait_for_function(moved, timeout=30_000)
        expect(bar).to_have_count(0, timeout=60_000)
    buyer.arrive("région")
    buyer.sees("3 001 lignes dans le fichier")
    buyer.look()


def test_a_file_that_is_no_table_is_refused_beside_its_field(person):
    hostile = {file.name: file for file in hostile_files() if file.name in HOSTILE}
    buyer = person()
    buyer.open("/")
    buyer.arrive("Quels marchés")
    for name in HOSTILE:
        drop(buyer, name, hostile[name].content)
        buyer.arrive("Je transmets la programmation")
        buyer.stands_on(buyer.page.locator("[data-error-summary]"))
        told = buyer.field(FILE).evaluate(
            "field => field.getAttribute('aria-describedby').split(' ')"
            ".map((id) => document.getElementById(id).innerText).join(' ')"
        )
        assert hostile[name].sentence_contains in told
        assert buyer.field(FILE).get_attribute("aria-invalid") == "true"
    buyer.look("acheteur-refus")
