"""The list of a desk: its order, its tabs, its pages, and what it asks of the database."""

from datetime import timedelta
from time import perf_counter

import pytest

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.states import ClauseState
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.programming.factories import new_purchase
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.web.desks.today.test_page import TODAY, URL, clause_of, rows_in
from perenne.web.tests.browser import MOST_QUERIES, plain, sql_for, text_of, tree_of
from perenne.web.tests.scenes import LINES, many, new_sent_programme

pytestmark = pytest.mark.django_db


def test_the_list_is_in_the_order_of_what_is_at_risk(client_of, committee):
    programme = Programme.objects.get(pk=new_sent_programme(committee.buyer, LINES[0]))
    PlannedPurchase.objects.all().delete()
    for name, minutes, days in (
        ("Bientôt, beaucoup", 60_000, 20), ("En retard, peu", 6_000, -1),
        ("En retard, moyen", 24_000, -30), ("Loin, énorme", 132_000, 300),
    ):  # fmt: skip
        purchase_with(programme, committee, name, minutes, TODAY + timedelta(days))
    said = [row[2] for row in rows_in(client_of(committee.facilitator).get(URL))]
    order = ["En retard, moyen", "Loin, énorme", "Bientôt, beaucoup", "En retard, peu"]
    assert [name for row in said for name in order if name in row] == order


def purchase_with(programme, committee, name, minutes, due_on):
    purchase = new_purchase(programme, facilitator=committee.facilitator, state="received")
    PlannedPurchase.objects.filter(pk=purchase.pk).update(
        object=name, minutes=minutes, next_on=due_on
    )


def test_tabs_count_each_kind_and_show_it_alone(client_of, committee):
    clause_of(committee, ClauseState.DRAFT)
    page = client_of(committee.facilitator).get(URL)
    tabs = [plain(one.text_content()) for one in tree_of(page).xpath("//nav[@class='tabs']//a")]
    assert tabs == ["Tout 4", "Clauses 1", "Programmations 3"]
    alone = client_of(committee.facilitator).get(URL, {"groupe": "Clauses"})
    assert [verb for verb, *_ in rows_in(alone)] == ["Calibrer la clause"]
    strange = client_of(committee.facilitator).get(URL, {"groupe": "x", "page": "99"})
    assert len(rows_in(strange)) == 4


def test_ten_thousand_rows_ask_the_database_no_more_than_two(client_of, committee):
    """Rows are made at once, with the terms of one that was made the ordinary way."""
    people = ("buyer", "facilitator", "coordination")
    browsers = {who: client_of(getattr(committee, who)) for who in people}
    clause_of(committee, ClauseState.SUBMITTED)
    clause_of(committee, ClauseState.DRAFT)
    once = {who: sql_for(browser, URL) for who, browser in browsers.items()}
    _many(Clause.objects.get(state=ClauseState.SUBMITTED), 5_000)
    _many(Clause.objects.get(state=ClauseState.DRAFT), 5_000)
    for who, browser in browsers.items():
        assert sql_for(browser, URL) == once[who] <= MOST_QUERIES
        began = perf_counter()
        page = browser.get(URL)
        print(f"{who}: 10 000 clauses, {perf_counter() - began:.2f} s, {once[who]} queries")
        assert len(rows_in(page)) == (0 if who == "coordination" else 20)
        assert ("5 00" in text_of(page)) == (who != "coordination")


def _many(row, number):
    new = []
    for _ in range(number):
        values = {
            field.attname: getattr(row, field.attname)
            for field in Clause._meta.concrete_fields
            if field.name not in {"id", "purchase", "committee", "lot"}
        }
        new.append(values)
    lots = lots_for(row, number)
    Clause.objects.bulk_create(
        [Clause(**values, lot_id=lot) for values, lot in zip(new, lots, strict=True)],
        batch_size=1_000,
    )


def lots_for(row, number):
    consultation = new_consultation(publish_on=TODAY + timedelta(90))
    model = new_lot(consultation)
    made = type(model).objects.bulk_create(
        [
            type(model)(consultation=consultation, number=f"{row.pk}-{n}", object=f"Lot {n}")
            for n in range(number)
        ],
        batch_size=1_000,
    )
    return [lot.pk for lot in made]


def test_beyond_a_page_the_rest_is_one_link_away(client_of, committee):
    new_sent_programme(committee.buyer, *many(24))
    page = client_of(committee.facilitator).get(URL)
    assert len(rows_in(page)) == 20
    assert "24 tâches" in text_of(page)
    assert len(rows_in(client_of(committee.facilitator).get(URL, {"page": "2"}))) == 4
