from xml.etree import ElementTree

import pytest
from django.urls import reverse
from icalendar import Calendar

from perenne.domain.assessments.models import Forecast
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
EPCI = "200072130"


def edition(day="2026-11-01", hours=1_250, places=1):
    def row(code, label, value):
        return {"code": code, "label": label, "hours": [0, value], "total": value}

    return Forecast.objects.create(
        made_on=day,
        content={
            "quarters": ["2026-T4", "2027-T1"],
            "segments": [
                row("cleaning", "Nettoyage des locaux", hours), row("works", "BTP", None)
            ],
            "epcis": [row(EPCI, "CA du Pays de Meaux", hours)] * places,
            "totals": [0, None, None],
            "expected": [
                {"month": "2027-02", "segment": "cleaning", "epci": EPCI, "number": 2},
                {"month": "2027-03", "segment": "works", "epci": "", "number": 1},
            ] * places,
        },
    )  # fmt: skip


@pytest.fixture
def browser(client_of):
    return client_of(VISITOR)


def url_of(name):
    return reverse(f"assessments:{name}")


def test_hours_are_told_by_segment_place_and_quarter_and_hidden_ones_all_alike(browser):
    edition()
    page = browser.get(url_of("forecast"))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in tree_of(page).xpath("//main//tbody/tr")
    ]
    assert rows == [
        ["Nettoyage des locaux", "0", "1 250", "1 250"], ["BTP", "0", "s.", "s."],
        ["CA du Pays de Meaux", "0", "1 250", "1 250"],
        ["février 2027", "Nettoyage des locaux", "Lieu non précisé", "2"],
        ["mars 2027", "Bâtiment et travaux publics", "Lieu non précisé", "1"],
    ]  # fmt: skip
    assert "s. : secret statistique" in text_of(page)
    (drawn,) = tree_of(page).xpath("//main//svg/title")
    assert "T1 2027 : non diffusé" in " ".join(drawn.text_content().split())


def test_a_choice_keeps_rows_and_computes_none(browser):
    edition()
    said = text_of(browser.get(url_of("forecast"), {"segment": "works"}), "//main//tbody[1]")
    assert "Nettoyage" not in said
    assert "BTP" in said
    lines = browser.get(url_of("export"), {"segment": "works"}).content.decode("utf-8-sig")
    assert lines.splitlines()[:2] == ["Axe;Nom;2026-T4;2027-T1;Total", "Segment;BTP;0;s.;s."]


def test_before_the_first_edition_nothing_breaks(browser):
    assert "Pas encore de prévision" in text_of(browser.get(url_of("forecast")))
    for name in ("export", "feed", "calendar"):
        assert browser.get(url_of(name)).status_code == 200


def test_the_calendar_is_read_by_a_program_and_tells_months_only(browser):
    edition()
    book = Calendar.from_ical(browser.get(url_of("calendar")).content)
    events = list(book.walk("VEVENT"))
    assert [(str(it["summary"]), it.decoded("dtstart").isoformat()) for it in events] == [
        ("2 consultations : Nettoyage des locaux, Lieu non précisé", "2027-02-01"),
        ("Une consultation : Bâtiment et travaux publics, Lieu non précisé", "2027-03-01"),
    ]
    assert len({str(it["uid"]) for it in events}) == 2


def test_the_feed_has_an_item_for_each_edition_that_says_something_new(browser, settings):
    for day, hours in (("2026-09-01", 900), ("2026-10-01", 900), ("2026-11-01", 950)):
        edition(day, hours)
    channel = ElementTree.fromstring(browser.get(url_of("feed")).content).find("channel")
    titles = [item.findtext("title").replace("\u00a0", " ") for item in channel.findall("item")]
    assert [title.rpartition(" au ")[2] for title in titles] == [
        "1er novembre 2026", "1er septembre 2026",
    ]  # fmt: skip


def test_the_same_queries_whatever_there_is(browser):
    edition()
    once = sql_for(browser, url_of("forecast"))
    edition("2026-12-01", places=30)
    assert sql_for(browser, url_of("forecast")) == once <= 3
