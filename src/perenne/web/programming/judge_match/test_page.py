import pytest
from django.urls import reverse

from perenne.domain.programming.queries import every_pairing_of
from perenne.domain.programming.states import Fate
from perenne.web.tests.browser import buttons_of, error_on, text_of
from perenne.web.tests.scenes import CLEANING, FACADE, LINES, new_sent_programme

pytestmark = pytest.mark.django_db
ADDED = "Propreté des groupes scolaires;960 000;48;mars 2029;Meaux"


@pytest.fixture(scope="module")
def years(standing, standing_committee):
    buyer = standing_committee.buyer
    with standing():
        new_sent_programme(buyer, *LINES[:2], LINES[FACADE], title="Achats 2027")
        return new_sent_programme(buyer, ADDED, LINES[1], LINES[FACADE], title="Achats 2028")


def row_of(committee, programme_id, fate, text=""):
    rows = every_pairing_of(programme_id, seen_by=committee.coordination)
    return next(it for it in rows if it.fate is fate and text in it.shown.object)


def url_of(row):
    return reverse("programming:judge_match", args=[row.id])


def test_a_match_is_confirmed_then_separated(client_of, committee, years):
    row, browser = row_of(committee, years, Fate.KEPT, "Lot 1"), client_of(committee.facilitator)
    assert "C’est le même achat" in buttons_of(browser.get(url_of(row)))
    page = browser.post(url_of(row), {"act": "confirm"}, follow=True)
    assert "Le rapprochement est confirmé." in text_of(page, "//body")
    assert "C’est le même achat" not in buttons_of(browser.get(url_of(row)))
    page = browser.post(url_of(row), {"act": "confirm"}, follow=True)
    assert "Rechargez-la" in text_of(page, "//body")
    browser.post(url_of(row), {"act": "separate"})
    assert row_of(committee, years, Fate.ADDED, "Lot 1").is_settled


def test_two_lines_written_otherwise_are_brought_together(client_of, committee, years):
    row = row_of(committee, years, Fate.ADDED)
    browser = client_of(committee.facilitator)
    assert LINES[CLEANING].split(";")[0] in text_of(browser.get(url_of(row)))
    page = browser.post(url_of(row), {"other": ""})
    assert error_on(page, "other") == "Choisissez la ligne qui est le même achat."
    removed = row_of(committee, years, Fate.REMOVED)
    browser.post(url_of(row), {"other": removed.id})
    joined = row_of(committee, years, Fate.CHANGED, "Propreté")
    assert joined.is_settled
    assert [label for label, *_ in joined.changes] == ["Intitulé", "Montant", "Lancement"]


@pytest.mark.parametrize(
    ("who", "status"),
    [("coordination", 200), ("facilitator", 200), ("other_facilitator", 404), ("buyer", 404),
     ("other_buyer", 404)],
)  # fmt: skip
def test_those_who_study_the_purchase_judge(client_of, committee, years, who, status):
    row = row_of(committee, years, Fate.KEPT, "Lot 1")
    browser = client_of(getattr(committee, who))
    assert browser.get(url_of(row)).status_code == status
    assert browser.post(url_of(row), {"act": "separate"}).status_code == {200: 302}.get(
        status, status
    )
