"""Live exposure of all that is under way; shortfalls by stage; a party sees its own alone."""

import pytest
from django.urls import reverse

from perenne.domain.compliance.actions import close_shortfall
from perenne.web.tests.browser import plain, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("compliance:list")


def figures_in(page):
    """The figure of each tile, by what it counts."""
    tiles = tree_of(page).xpath("//main//div[contains(@class, 'tile')][dt]")
    return {plain(tile.findtext("dt")): plain(tile.find("dd").text_content()) for tile in tiles}


def test_what_each_commitment_would_cost_today_the_dearest_first(client_of, committee, late):
    late.another("Voirie des Acacias")
    row = late.alerted()
    browser = client_of(committee.facilitator)
    page = browser.get(URL)
    assert title_of(page) == "Manquements et pénalités"
    assert figures_in(page)["engagements en retard"] == "2"
    links = tree_of(page).xpath("//main//tbody//td/a/@href")
    assert reverse("compliance:show", args=[row.pk]) in links
    assert len([link for link in links if "/ouvrir/" in link]) == 1
    found = browser.get(URL, {"q": "ACACIAS voirie"})
    assert figures_in(found)["engagements en retard"] == "1"
    before = sql_for(browser, URL)
    for number in range(3):
        late.another(f"Lot {number}")
    assert sql_for(browser, URL) == before
    for actor in (committee.other_facilitator, committee.other_buyer):
        assert "Aucun engagement en cours" in text_of(client_of(actor).get(URL))


def test_shortfalls_are_found_by_their_stage(client_of, committee, late):
    late.proposed()
    browser = client_of(committee.buyer)
    page = browser.get(URL, {"vue": "proposes"})
    assert "Pénalités proposées (1)" in text_of(page)
    assert "Toiture du gymnase" in text_of(page, "//main//tbody")
    assert "Aucun dossier à cette étape" in text_of(browser.get(URL, {"vue": "decides"}))
    assert "Aucun dossier" in text_of(browser.get(URL, {"vue": "proposes", "q": "piscine"}))


def test_a_company_that_was_told_nothing_reads_that_all_is_well(client_of, committee, late):
    browser = client_of(committee.company)
    assert "Tout va bien" in text_of(browser.get(URL))
    row = late.alerted()
    page = browser.get(URL)
    assert "Point en cours" in text_of(page, "//main//tbody")
    assert "€" not in text_of(page)
    close_shortfall(shortfall_id=row.pk, reason="Rattrapé.", by=committee.facilitator)
    assert "Clos" in text_of(browser.get(URL), "//main//tbody")
    assert "Rien à voir ici" in text_of(client_of(committee.prescriber).get(URL))
