from datetime import date

import pytest
from django.urls import reverse

from perenne.domain.procurement.factories import new_contract, new_lot
from perenne.domain.procurement.states import LotState
from perenne.web.tests.browser import buttons_of, facts_in, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(consultation):
    return reverse("procurement:consultation", args=[consultation.pk])


@pytest.mark.usefixtures("prepared", "published")
def test_each_lot_shows_what_may_be_done_to_it(browser, url):
    page = browser.get(url)
    assert title_of(page) == "Réhabilitation du gymnase"
    assert [one for one in buttons_of(page) if one in {"Attribuer", "Infructueux"}] == [
        "Attribuer", "Infructueux",
    ]  # fmt: skip
    assert buttons_of(page).count("Sans suite") == 2
    assert facts_in(page)["Publication"] == "non fixée"


@pytest.mark.usefixtures("prepared")
def test_the_coordination_reads_it_and_changes_nothing(client_of, committee, url):
    page = client_of(committee.coordination).get(url)
    assert set(buttons_of(page)) <= {"Historique"}


def test_a_date_gone_by_is_told(browser, consultation, prepared, url):
    consultation.publish_on = date(2026, 1, 1)
    consultation.save()
    assert "La date de publication est passée : est-elle parue ?" in text_of(browser.get(url))


def test_more_lots_and_contracts_ask_no_more_of_the_database(browser, consultation, url):
    new_contract(lot=new_lot(consultation, state=LotState.AWARDED))
    once = sql_for(browser, url)
    for _ in range(12):
        new_contract(lot=new_lot(consultation, state=LotState.AWARDED))
    assert sql_for(browser, url) == once <= 12
