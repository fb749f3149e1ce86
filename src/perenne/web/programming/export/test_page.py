import io
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from perenne.web.programming.export.tables import ASIDE_HEADINGS, PURCHASE_HEADINGS
from perenne.web.programming.export.view import EXCEL
from perenne.web.tests.browser import sql_for
from perenne.web.tests.scenes import (
    CLEANING,
    FACADE,
    GARDENS,
    YEAR,
    many,
    new_programme,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db


def url_of(programme_id):
    return reverse("programming:export", args=[programme_id])


def sheets_in(answer):
    """Name → rows of cells, the headings among them."""
    book = load_workbook(io.BytesIO(answer.content))
    return {sheet.title: list(sheet.iter_rows()) for sheet in book.worksheets}


def rows_of(answer, name="Avis"):
    headings, *rows = sheets_in(answer)[name]
    keys = [cell.value for cell in headings]
    return [dict(zip(keys, (cell.value for cell in row), strict=True)) for row in rows]


def test_it_is_a_workbook_named_after_the_programme(client_of, committee):
    draft_id = new_programme(committee.visitor, title='Été 2028 / "bis"\r\nX: y')
    answer = client_of(committee.visitor).get(url_of(draft_id))
    assert answer["Content-Type"] == EXCEL
    assert answer["Content-Disposition"] == 'attachment; filename="avis-ete-2028-bis-x-y.xlsx"'


def test_every_purchase_and_every_other_line_is_in_it(client_of, committee, draft_id):
    sheets = sheets_in(client_of(committee.visitor).get(url_of(draft_id)))
    headings = {name: tuple(cell.value for cell in rows[0]) for name, rows in sheets.items()}
    assert headings == {"Avis": PURCHASE_HEADINGS, "Lignes mises de côté": ASIDE_HEADINGS}
    numbers = sorted(row[1].value for rows in sheets.values() for row in rows[1:])
    assert numbers == [1, 2, 3, 4, 5, 6, 7]


def test_a_row_says_the_verdict_in_figures_and_words(client_of, committee, draft_id):
    rows = rows_of(client_of(committee.visitor).get(url_of(draft_id)))
    cleaning, gardens = rows[CLEANING], rows[GARDENS]
    (card, *_) = purchases_of(draft_id, committee.visitor)
    assert cleaning["Objet"] == "Nettoyage des écoles"
    assert Decimal(str(cleaning["Montant HT"])) == 980_000
    assert (cleaning["Durée (mois)"], cleaning["Lieu"]) == (48, "Meaux")
    assert cleaning["Lancement"].year == YEAR
    assert round(cleaning["Heures d’insertion"] * 60) == card.hours.minutes
    assert (cleaning["Avis"], cleaning["Facilitateur"]) == (
        card.verdict.advice.label,
        card.facilitator,
    )
    assert cleaning["Pourquoi"].startswith(card.verdict.reasons[0])
    assert cleaning["À préciser"] in {"", None}
    assert (gardens["Montant HT"], gardens["Heures d’insertion"]) == (None, None)
    assert gardens["À préciser"].endswith("?")


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+33 1 60", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "http://x.example/"],
)
def test_nothing_that_was_typed_becomes_a_formula_or_a_link(client_of, committee, typed):
    quoted = typed.replace('"', '""')
    draft_id = new_programme(
        committee.visitor, f'"Nettoyage";1000;;;"{quoted}"', f'"{quoted}";120000;;;Meaux',
        f'"Total {quoted}";;;;',
    )  # fmt: skip
    sheets = sheets_in(client_of(committee.visitor).get(url_of(draft_id)))
    cells = [cell for rows in sheets.values() for row in rows for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert any(typed in str(cell.value) for cell in cells)


def test_each_facilitator_gets_only_what_is_theirs(client_of, committee, sent_id, received):
    rows = rows_of(client_of(committee.other_facilitator).get(url_of(sent_id)))
    assert [row["Objet"] for row in rows] == [received[FACADE].object]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("buyer", 200),
        ("facilitator", 200),
        ("coordination", 200),
        ("other_buyer", 404),
        ("visitor", 404),
        ("nobody", 404),
    ],
)
def test_who_may_not_see_the_programme_cannot_take_it_away(
    client_of, committee, sent_id, who, status
):
    assert client_of(getattr(committee, who)).get(url_of(sent_id)).status_code == status


def test_two_hundred_purchases_ask_no_more_of_the_database_than_ten(client_of, committee):
    few, plenty = (new_sent_programme(committee.buyer, *many(number)) for number in (10, 200))
    browser = client_of(committee.buyer)
    assert sql_for(browser, url_of(few)) == sql_for(browser, url_of(plenty))
    assert len(rows_of(browser.get(url_of(plenty)))) == 200
