"""What a file keeps of what was typed, what it says of itself, and what is too long for it."""

import io

import openpyxl
import pytest
from django.urls import reverse

from perenne.domain.membership.factories import new_membership
from perenne.domain.organisations.factories import new_actor
from perenne.kit import paging
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.sheets import read
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db
URL = reverse("membership:list")
SIRET = "00583282900010"


@pytest.fixture
def browser(client_of, committee):
    new_membership(new_actor(Role.COMPANY, name="=HYPERLINK(1)", siret=SIRET))
    new_membership(new_actor(Role.BUYER, name="Ville de Melun"))
    return client_of(committee.coordination)


def test_no_name_is_a_formula_and_a_number_keeps_its_zeros(browser):
    book = openpyxl.load_workbook(io.BytesIO(browser.get(URL, {"fichier": "xlsx"}).content))
    name, _kind, siret, *_ = next(book["Membres du comité"].iter_rows(min_row=2))
    assert (name.data_type, name.value) == ("s", "=HYPERLINK(1)")
    assert (siret.data_type, siret.value.replace(" ", "")) == ("s", SIRET)
    other = read(browser.get(URL, {"fichier": "ods"}).content, "x.ods").sheets[1].rows[1]
    assert (other[0], other[2].replace(" ", "")) == ("=HYPERLINK(1)", SIRET)
    lines = browser.get(URL, {"fichier": "csv"}).content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("'=HYPERLINK(1);Entreprise;005 832 829 00010;")


def test_the_first_sheet_says_what_was_asked_by_whom_and_the_journal_that_it_left(browser):
    answer = browser.get(URL, {"fichier": "xlsx", "nature": "company", "page": "7"})
    about, members = read(answer.content, "x.xlsx").sheets
    said = {row[0]: row[1] for row in about.rows}
    assert (said["Nature"], said["Situation"], said["Lignes"]) == ("Entreprise", "Membre", "1")
    assert said["Pour"].endswith("(Coordination)")
    assert said["Adresse"].endswith(f"{URL}?nature=company")
    assert len(members.rows) == 2
    (entry,) = Entry.objects.filter(act="list.take_away")
    assert entry.facts == {"title": "Membres du comité", "form": "xlsx", "lines": 1}


def test_a_list_too_long_and_a_format_that_nobody_writes(browser, monkeypatch):
    assert browser.get(URL, {"fichier": "pdf"})["Content-Type"].startswith("text/html")
    monkeypatch.setattr(paging, "MOST_ROWS", 1)
    page = browser.get(URL, {"fichier": "csv", "nature": ""}, follow=True)
    assert "choisissez d’abord une vue ou un filtre" in text_of(page)
    assert page.redirect_chain == [(f"{URL}?nature=", 302)]
    assert not Entry.objects.filter(act="list.take_away").exists()
