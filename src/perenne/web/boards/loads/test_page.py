"""The load of each facilitator: whoever waits, and for how long; nothing of another’s team."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import loads_of
from perenne.web.tests.browser import plain, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("boards:loads")


def rows_in(page):
    rows = tree_of(page).xpath("//main//tbody/tr")
    return [[plain(cell.text_content()) for cell in row.xpath("th|td")] for row in rows]


def test_the_coordination_reads_what_each_has_in_hand_and_since_when(client_of, committee, board):
    page = client_of(committee.coordination).get(URL)
    ((name, followed, clauses, hours, purchases, persons, messages, late),) = rows_in(page)
    assert name
    assert followed == "14 000 h"
    assert clauses == "0"
    assert hours == "100 h1 relevé"
    assert (purchases, persons, messages) == ("2", "1", "0")
    assert late == "2dont 1 depuis 30"
    assert str((localdate() - timedelta(40)).year) in name
    figures = text_of(page)
    assert "4 en attente d’un facilitateur" in figures or "en attente d’un facilitateur4" in figures
    assert "communes sans facilitateur" in figures


def test_a_facilitator_sees_their_team_alone(client_of, committee, board):
    assert len(rows_in(client_of(committee.facilitator).get(URL))) == 1
    other = client_of(committee.other_facilitator).get(URL)
    assert rows_in(other) == []
    assert "Rien à suivre encore" in text_of(other)
    assert "communes sans facilitateur" not in text_of(other)
    for who in ("buyer", "company", "structure", "prescriber"):
        assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_the_sums_are_those_of_the_lists_that_they_open(client_of, committee, board):
    on = localdate()
    (load,) = loads_of(seen_by=committee.coordination, on=on)
    browser = client_of(committee.coordination)
    for asked, number in ({}, load.waiting), ({"age": 10}, load.some), ({"age": 30}, load.many):
        assert len(rows_in(browser.get(reverse("boards:waiting"), asked))) == number
    assert len(rows_in(browser.get(reverse("boards:late")))) == load.silent == 1
    assert sql_for(browser, URL) <= 8
