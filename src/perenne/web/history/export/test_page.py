import csv
import io

import pytest
from django.urls import reverse

from perenne.domain.history.queries import journal as journal_room
from perenne.domain.programming.actions import leave_purchase_aside
from perenne.kit.journal.models import Entry
from perenne.web.history.export.view import HEADINGS
from perenne.web.tests.browser import text_of
from perenne.web.tests.scenes import CLEANING, LINES, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
URL = reverse("history:export")


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.coordination)


@pytest.fixture
def aside(committee):
    sent = new_sent_programme(committee.buyer, LINES[CLEANING])
    (purchase,) = purchases_of(sent, committee.buyer)
    leave_purchase_aside(
        purchase_id=purchase.id, reason="=1+1, trop court", by=committee.facilitator
    )


def rows_in(answer):
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_every_line_is_in_it_with_its_words_and_its_codes(browser, aside):
    answer = browser.get(URL)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="journal-')
    newest, *others = rows_in(answer)
    assert tuple(newest) == HEADINGS
    assert len(others) == 3
    assert (newest["Acte"], newest["Code"], newest["Sur"], newest["Personne"]) == (
        "Écarter", "purchase.leave_aside", "Achat", "Camille Martin",
    )  # fmt: skip
    assert newest["Ce qui a changé"] == "État : Reçu → Écarté"
    assert newest["Demande"] == ""


def test_what_a_spreadsheet_would_run_is_text(browser, aside):
    assert rows_in(browser.get(URL))[0]["Motif"] == "'=1+1, trop court"


def test_it_holds_what_was_asked_for_and_no_more(browser, aside):
    rows = rows_in(browser.get(URL, {"acte": "programme.send"}))
    assert [row["Code"] for row in rows] == ["programme.send"]


def test_taking_it_away_is_recorded_each_time(browser, aside):
    browser.get(URL)
    browser.get(URL, {"acte": "programme.send"})
    lines = Entry.objects.filter(act="journal.export").order_by("pk")
    assert [entry.facts["lines"] for entry in lines] == [4, 1]


def test_a_file_too_long_is_refused_in_a_sentence(browser, aside, monkeypatch):
    monkeypatch.setattr(journal_room, "MOST_EXPORTED", 1)
    page = browser.get(URL, follow=True)
    assert "choisissez un jour, un acte ou un organisme" in text_of(page)
    assert not Entry.objects.filter(act="journal.export").exists()


@pytest.mark.parametrize(
    ("who", "status"), [("facilitator", 404), ("buyer", 404), ("structure", 404), ("visitor", 302)]
)
def test_nobody_else_takes_it_away(client_of, committee, who, status):
    assert client_of(getattr(committee, who)).get(URL).status_code == status
