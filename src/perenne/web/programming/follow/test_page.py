from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.deadlines import purchases_by_deadline
from perenne.domain.clauses.states import ClauseState
from perenne.domain.programming.actions import keep_purchase
from perenne.web.tests.browser import sql_for, text_of, tree_of
from perenne.web.tests.scenes import (
    CLEANING,
    GARDENS,
    MASONRY,
    PAPER,
    many,
    new_clause,
    new_sent_programme,
)

pytestmark = pytest.mark.django_db
URL = reverse("programming:follow")


def objects_in(page):
    return [it.text_content() for it in tree_of(page).xpath("//main//tbody//th/a")]


def test_the_most_pressing_first_until_its_clause_is_calibrated(client_of, committee, received):
    new_clause(received[CLEANING].id, committee.facilitator, ClauseState.CALIBRATED)
    new_clause(received[MASONRY].id, committee.facilitator)
    page = client_of(committee.facilitator).get(URL)
    assert objects_in(page) == [received[n].object for n in (PAPER, GARDENS, MASONRY)]
    assert "Faire accepter le calibrage par l’acheteur" in text_of(page)
    assert "En retard" not in text_of(page)


def test_at_any_date_what_is_late_is_known(committee, received):
    def late(days):
        found = purchases_by_deadline(
            seen_by=committee.facilitator, on=localdate() + timedelta(days), late_only=True
        )
        return found.total, {row.step.late for row in found.items}

    assert late(0) == (0, set())
    assert late(40) == (4, {True})


def test_the_coordination_sees_all_and_filters(client_of, committee, received):
    browser = client_of(committee.coordination)
    assert len(objects_in(browser.get(URL))) == 5
    other = committee.other_facilitator.organisation_id
    assert len(objects_in(browser.get(URL, {"organisme": other}))) == 1
    assert "Rien n’attend" in text_of(browser.get(URL, {"retard": "1"}))


def test_a_line_taken_up_by_a_later_programme_asks_no_more(client_of, committee, received):
    before = client_of(committee.facilitator).get(URL)
    new_sent_programme(committee.buyer, title="Achats 2040")
    after = client_of(committee.facilitator).get(URL)
    assert sorted(objects_in(after)) == sorted(objects_in(before))


@pytest.mark.parametrize("who", ["buyer", "company", "structure"])
def test_who_studies_no_purchase_has_no_list(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_the_same_queries_for_two_or_two_hundred(client_of, committee):
    browser = client_of(committee.facilitator)
    new_sent_programme(committee.buyer, *many(2))
    once = sql_for(browser, URL)
    new_sent_programme(committee.other_buyer, *many(200))
    assert sql_for(browser, URL) == once <= 8


def test_the_buyer_reads_no_deadline_of_the_facilitator(committee, received):
    keep_purchase(purchase_id=received[PAPER].id, by=committee.facilitator)
    assert purchases_by_deadline(seen_by=committee.buyer, on=localdate()).total == 0
