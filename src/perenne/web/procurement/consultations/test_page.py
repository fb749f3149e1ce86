from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.procurement.states import LotState
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("procurement:consultations")


def rows_in(page):
    return [row.text_content() for row in tree_of(page).xpath("//main//tbody/tr")]


def test_those_of_whom_nobody_has_news_are_marked_and_have_their_view(browser, people):
    gone = localdate() - timedelta(10)
    silent = new_consultation(object="Oubliée", publish_on=gone, **people)
    new_lot(silent)
    new_lot(new_consultation(object="À venir", **people), state=LotState.PUBLISHED)
    new_lot(new_consultation(object="Close", **people), state=LotState.AWARDED)

    coming, only, all_of_them = (
        rows_in(browser.get(URL, {"vue": view})) for view in ("", "sans-nouvelles", "toutes")
    )
    assert [len(coming), len(only), len(all_of_them)] == [2, 1, 3]
    assert "Sans nouvelles" in only[0]
    assert "Oubliée" in only[0]
    assert any("1 à attribuer" in row for row in coming)


@pytest.mark.parametrize(
    ("who", "may"), [("buyer", True), ("facilitator", True), ("coordination", False)]
)
def test_those_who_record_open_one(client_of, committee, who, may):
    page = client_of(getattr(committee, who)).get(URL)
    assert ("Nouvelle consultation" in buttons_of(page)) is may
    assert "Aucune consultation dans cette vue" in text_of(page)


def test_more_of_them_ask_no_more_of_the_database(browser, people):
    new_lot(new_consultation(**people))
    once = sql_for(browser, URL)
    for _ in range(20):
        new_lot(new_consultation(**people))
    assert sql_for(browser, URL) == once <= 6
