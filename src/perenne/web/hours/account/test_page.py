import csv
import io

import pytest
from django.urls import reverse

from perenne.domain.hours.actions import approve_plan, correct_work, propose_plan
from perenne.kit.sheets import read
from perenne.web.tests.browser import plain, sql_for, text_of, tree_of
from perenne.web.tests.globalising import NURSERY, SCHOOL, Surplus

pytestmark = pytest.mark.django_db
WHY = "Madame Soler était en congé."


@pytest.fixture
def scene(committee):
    """66 h 40 of the school went to the nursery; 10 hours of it were then corrected away."""
    scene = Surplus(committee.facilitator, committee.buyer, committee.company)
    by, on = committee.facilitator, scene.today
    scene.plan = propose_plan(by=by, on=on)
    approve_plan(plan_id=scene.plan, by=by, on=on)
    correct_work(work_id=scene.lines[1].pk, minutes=4_400, reason=WHY, by=by, on=on)
    return scene


def url(commitment):
    return reverse("hours:account", args=[commitment.pk])


def months_in(page):
    rows = tree_of(page).xpath("//section[@aria-labelledby='mois']//tbody/tr")
    return [[plain(cell.text_content()) for cell in row.xpath("./td")] for row in rows]


def test_both_sides_of_a_globalisation_are_told_month_by_month(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    home, other = browser.get(url(scene.home)), browser.get(url(scene.other))
    assert months_in(home) == [["156 h 40", "100 h", "0 h", "0 h", "56 h 40", "100 h"]]
    assert months_in(other) == [["0 h", "0 h", "66 h 40", "-10 h", "0 h", "56 h 40"]]
    lines = text_of(home, "//section[@aria-labelledby='lignes']")
    assert "Comptées ici" in lines
    assert f"Comptées sur un autre marché{NURSERY}" in lines
    assert "Relevé corrigé" in lines
    lines = text_of(other, "//section[@aria-labelledby='lignes']")
    assert f"Reçues d’un autre marché{SCHOOL}" in lines
    assert WHY in lines
    share = browser.get(url(scene.other), {"globalisation": scene.plan})
    assert "par globalisation : l’acheteur l’accepte" in text_of(share)


@pytest.mark.parametrize("who", ["buyer", "company"])
def test_no_name_nor_any_reason_that_was_typed(client_of, committee, scene, who):
    browser = client_of(getattr(committee, who))
    for commitment in (scene.home, scene.other):
        said = text_of(browser.get(url(commitment)))
        assert scene.hirings[1].participant.code in said
        assert "Soler" not in said
        assert "Petit" not in said
        for kind in ("csv", "xlsx"):
            file = browser.get(reverse("hours:account_file", args=[commitment.pk, kind]))
            assert b"Soler" not in file.content


def test_who_opens_it(client_of, committee, scene):
    allowed = {"facilitator", "buyer", "company", "coordination"}
    for who in (*allowed, "other_facilitator", "other_buyer", "structure", "prescriber"):
        status = client_of(getattr(committee, who)).get(url(scene.home)).status_code
        assert (status == 200) == (who in allowed), who


def test_its_files_hold_every_line_and_no_formula(client_of, committee, scene):
    scene.other.contract.object = "=1+1"
    scene.other.contract.save()
    browser = client_of(committee.facilitator)
    file = browser.get(reverse("hours:account_file", args=[scene.home.pk, "csv"]))
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 5
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    book = browser.get(reverse("hours:account_file", args=[scene.home.pk, "xlsx"]))
    lines, months = read(book.content, "compte.xlsx").sheets
    assert len(lines.rows) == 6
    assert len(months.rows) == 2
    assert (
        browser.get(reverse("hours:account_file", args=[scene.home.pk, "pdf"])).status_code == 404
    )


def test_as_many_questions_for_many_months(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    first = f"{url(scene.home)}?mois={scene.month:%Y-%m}"
    few = sql_for(browser, first)
    for number in (-1, 1):
        scene.works(600, 600, month=scene.next(number))
    assert sql_for(browser, first) == few
    assert sql_for(browser, url(scene.home)) <= few


def test_before_any_hour_it_says_so(client_of, committee, scene):
    new = scene.contract("Voirie", 10)
    assert "Aucune heure validée" in text_of(client_of(committee.buyer).get(url(new)))
