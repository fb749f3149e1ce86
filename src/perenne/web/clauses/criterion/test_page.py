from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import word_clause
from perenne.domain.clauses.queries import clause_card
from perenne.rules.legal_bases import LegalBasis
from perenne.values import Share
from perenne.web.tests.browser import summary_of, text_of, typed_in
from perenne.web.tests.scenes import TERMS

pytestmark = pytest.mark.django_db
SAID = {
    "points_volume": "40", "points_welcome": "", "points_training": "40", "points_lasting": "",
    "points_organisation": "", "points_own": "20", "own_label": "Mobilité vers le chantier",
}  # fmt: skip


@pytest.fixture
def noted(committee, calibrated):
    terms = replace(
        TERMS, basis=LegalBasis.CONDITION_AND_CRITERION, criterion_weight=Share.percent(10)
    )
    word_clause(clause_id=calibrated, terms=terms, by=committee.facilitator)
    return calibrated


@pytest.fixture
def url(noted):
    return reverse("clauses:criterion", args=[noted])


def test_the_grid_says_what_is_asked_of_every_tenderer(buyer, url):
    said = text_of(buyer.get(url))
    assert "Combien d’heures d’insertion proposez-vous pour ce marché ?" in said
    assert "Répartir les points" not in said


def test_its_facilitator_shares_out_the_points(browser, committee, noted, url):
    page = browser.post(url, SAID, follow=True)
    assert "La grille est enregistrée." in text_of(page)
    entries = clause_card(noted, seen_by=committee.facilitator).criterion.entries
    assert [(entry.title, entry.points) for entry in entries] == [
        ("Volume", 40), ("Formation et qualification", 40), ("Mobilité vers le chantier", 20),
    ]  # fmt: skip
    texts = browser.get(reverse("clauses:show", args=[noted]) + "?vue=textes")
    assert "Mobilité vers le chantier" in text_of(texts)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"points_volume": "30"}, "Les points font 90"),
        ({"own_label": "Entreprise implantée dans le département"}, "préférence pour les entrep"),
        ({"own_label": "Démarche RSE"}, "politique sociale générale"),
    ],
)
def test_a_grid_that_cannot_be_announced_is_refused_with_what_to_write(
    browser, url, typed, sentence
):
    page = browser.post(url, SAID | typed)
    assert sentence in summary_of(page)[0]
    assert typed_in(page)["points_training"] == "40"


def test_the_workbook_and_the_frame_are_the_same_for_all(browser, noted):
    answer = browser.get(reverse("clauses:criterion_sheet", args=[noted]))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["Notation", "Questions à tous"]
    assert [row[3].value for row in book["Notation"].iter_rows(min_row=2)] == [30, 25, 25, 20]
    frame = browser.get(reverse("clauses:printed", args=[noted, "critere"]))
    assert frame.content.startswith(b"%PDF-")


def test_a_clause_without_a_criterion_has_no_grid(browser, worded):
    for name in ("criterion", "criterion_sheet"):
        assert browser.get(reverse(f"clauses:{name}", args=[worded])).status_code == 404


def test_nobody_else_changes_it(buyer, committee, noted, url):
    assert buyer.post(url, SAID).status_code == 200
    assert len(clause_card(noted, seen_by=committee.buyer).criterion.entries) == 4
