"""What a visitor reads of an edition, of a year, of the history."""

import pytest
from django.urls import reverse

from perenne.domain.assessments.factories import new_statistics
from perenne.web.opendata.conftest import closing, third_quarter
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


def cells(page, title="Segment d’achat"):
    rows = tree_of(page).xpath(f"//main//section[h2='{title}']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_the_last_quarter_the_years_and_what_is_hidden_are_told(browser):
    assert "Pas encore de chiffres" in text_of(browser.get(reverse("opendata:index")))
    closing()
    third_quarter()
    page = browser.get(reverse("opendata:index"))
    assert cells(page) == [
        ["Nettoyage", "4 001", "21"], ["Bâtiment", "s.", "s."], ["Non renseigné", "s.", "s."],
    ]  # fmt: skip
    said = text_of(page).replace("\u202f", " ")
    assert "10 000" in said
    assert "secret statistique" in said
    year = browser.get(reverse("opendata:show", args=["2025"]))
    assert cells(year, "Segment d’achat et intercommunalité") == [
        ["Bâtiment", "1 000", "–"], ["Nettoyage", "–", "1 500"],
    ]  # fmt: skip
    hidden = {("2024-T1", "total"): None, ("2024-T1", "segment", "works"): None}
    new_statistics("2024-T1", hidden)
    silent = text_of(browser.get(reverse("opendata:show", args=["2024-T1"])), "//main")
    assert "Trop peu de personnes ou d’entreprises" in silent
    assert "Bâtiment" not in silent
    assert browser.get(reverse("opendata:show", args=["2026-T3"])).status_code == 302
    assert browser.get(reverse("opendata:show", args=["2026"])).status_code == 404


def test_the_same_queries_whatever_there_is(browser):
    third_quarter()
    once = sql_for(browser, reverse("opendata:index"))
    for quarter in ("2024-T1", "2024-T2", "2024-T3"):
        third_quarter(quarter)
    assert sql_for(browser, reverse("opendata:index")) == once <= 3
