import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from perenne.domain.clauses.actions import open_clause
from perenne.web.tests.browser import sql_for, text_of, tree_of
from perenne.web.tests.scenes import (
    CLEANING,
    FACADE,
    LINES,
    MASONRY,
    many,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
NEW_CLEANING = LINES[CLEANING].replace("980 000", "1 250 000")
ADDED = "Entretien des ascenseurs;240 000;48;mars 2029;Meaux"


def url_of(programme_id, name="compare"):
    return reverse(f"programming:{name}", args=[programme_id])


@pytest.fixture(scope="module")
def years(standing, standing_committee):
    committee = standing_committee
    with standing():
        old = new_sent_programme(
            committee.buyer, *(LINES[n] for n in (CLEANING, MASONRY, FACADE)), title="Achats 2027"
        )
        for purchase in purchases_of(old, committee.buyer):
            if purchase.facilitator_id == committee.facilitator.organisation_id:
                open_clause(purchase_id=purchase.id, by=committee.facilitator)
        new = new_sent_programme(
            committee.buyer, NEW_CLEANING, LINES[FACADE], ADDED, title="Achats 2028"
        )
        return old, new


def entries_in(page):
    rows = tree_of(page).xpath("//main//tbody/tr")
    found = [[" ".join(it.text_content().split()) for it in row] for row in rows]
    names = [row.xpath("./th/a/text()|./th/text()")[0].strip() for row in rows]
    return dict(zip(names, (" | ".join(cells) for cells in found), strict=True))


def test_each_line_says_what_became_of_it(client_of, committee, years):
    seen = entries_in(client_of(committee.buyer).get(url_of(years[1])))
    assert len(seen) == 4
    assert "Montant : 980 000 € → 1 250 000 €" in seen["Nettoyage des écoles"]
    assert "Ajouté" in seen["Entretien des ascenseurs"]
    assert "Inchangé" in seen["Ravalement et isolation par l’extérieur"]
    assert "Retiré Une clause existe |" in seen["Lot 1 - Gros œuvre, maçonnerie"]


def test_a_removed_line_leads_to_its_clause_for_who_may_see_it(client_of, committee, years):
    for who, links in (("facilitator", 1), ("buyer", 0)):  # a clause in draft is not the buyer’s
        page = client_of(getattr(committee, who)).get(url_of(years[1]), {"vue": "retires"})
        assert len(tree_of(page).xpath("//main//a[text()='Voir la clause']")) == links


@pytest.mark.parametrize(
    ("who", "lines", "acts"),
    [("buyer", 4, 0), ("facilitator", 3, 3), ("other_facilitator", 1, 1), ("coordination", 4, 4)],
)
def test_each_sees_their_lines_and_those_who_study_them_judge(
    client_of, committee, years, who, lines, acts
):
    page = client_of(getattr(committee, who)).get(url_of(years[1]))
    assert len(entries_in(page)) == lines
    assert len(tree_of(page).xpath("//main//tbody/tr/td[4]/a")) == acts


def test_a_filter_shows_its_lines_only(client_of, committee, years):
    browser = client_of(committee.buyer)
    found = {
        view: len(entries_in(browser.get(url_of(years[1]), {"vue": view})))
        for view in ("ajoutes", "modifies", "inchanges", "retires", "retires-avec-clause", "x")
    }
    assert found == {"ajoutes": 1, "modifies": 1, "inchanges": 1, "retires": 1,
                     "retires-avec-clause": 1, "x": 4}  # fmt: skip


def test_the_first_programme_of_a_buyer_has_nothing_before_it(client_of, committee, years):
    page = client_of(committee.buyer).get(url_of(years[0]))
    assert "C’est la première programmation de cet acheteur ici." in text_of(page)


def test_the_file_holds_every_line(client_of, committee, years):
    answer = client_of(committee.buyer).get(url_of(years[1], "export_comparison"))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.values)
    assert [row[0] for row in rows[1:]].count("Retiré") == 1
    assert len(rows) == 5
    changed = next(row for row in rows if row[0] == "Modifié")
    assert (changed[5], changed[6]) == (980_000, 1_250_000)


def test_another_year_is_chosen_and_one_that_is_not_older_is_refused(client_of, committee, years):
    last = new_sent_programme(committee.buyer, LINES[CLEANING], title="Achats 2029")
    browser = client_of(committee.buyer)
    page = browser.post(url_of(last, "link"), {"avec": years[0]}, follow=True)
    assert "Achats 2027 (2027, version 1) comparée à Achats 2029" in text_of(page)
    page = browser.post(url_of(years[0], "link"), {"avec": last}, follow=True)
    assert "Choisissez une programmation plus ancienne" in text_of(page, "//body")
    assert browser.post(url_of(last, "link"), {"avec": "x"}).status_code == 404


@pytest.mark.parametrize("who", ["other_buyer", "company", "structure"])
def test_strangers_find_nothing(client_of, committee, years, who):
    assert client_of(getattr(committee, who)).get(url_of(years[1])).status_code == 404


def test_more_lines_ask_no_more_of_the_database(client_of, committee):
    browser = client_of(committee.facilitator)

    def asked(number, year):
        new_sent_programme(committee.buyer, *many(number), title=f"Achats {year}")
        found = new_sent_programme(committee.buyer, *many(number), title=f"Achats {year + 1}")
        return sql_for(browser, url_of(found))

    assert asked(2, 2031) == asked(200, 2035) <= 12
