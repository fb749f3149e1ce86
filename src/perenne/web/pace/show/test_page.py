import re

import pytest
from django.urls import reverse

from perenne.domain.directory.factories import new_structure
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db


def url(commitment):
    return reverse("pace:show", args=[commitment.pk])


def test_a_facilitator_reads_the_alert_what_to_do_and_takes_note(client_of, committee, followed):
    lender = new_structure(name="Relais 77", kind="etti", trades={"masonry": 100})
    new_structure(name="Relais Vert", kind="etti", trades={"green_upkeep": 100})
    browser = client_of(committee.facilitator)
    page = browser.get(url(followed.late))
    said = text_of(page, "//main")
    assert "En alerte Le retard est important." in said
    assert "convenez d’un plan de rattrapage daté" in said
    assert "Mise à disposition par une structure" in text_of(page, "//section[2]//tbody")
    (row,) = tree_of(page).xpath("//section[3]//tbody/tr")  # the other one does another trade
    assert lender.name in row.text_content()
    assert re.search(r"\d h", row.text_content().replace("\u202f", ""))
    assert "Calendrier : toute l’année" in said
    desk = text_of(browser.get(reverse("desks:today")))
    assert "Traiter une alerte sur les heures" in desk
    noted = browser.post(reverse("pace:look", args=[followed.alert.pk]), follow=True)
    assert "C’est noté" in text_of(noted)
    assert "J’en ai pris connaissance" not in text_of(noted)
    assert "Traiter une alerte" not in text_of(browser.get(reverse("desks:today")))
    again = browser.post(reverse("pace:look", args=[followed.alert.pk]), follow=True)
    assert "Rechargez-la" in text_of(again)


def test_the_curve_is_drawn_said_and_told_by_its_table(client_of, committee, followed):
    page = client_of(committee.buyer).get(url(followed.late))
    drawing = tree_of(page).xpath("//main//svg[@role='img']")
    assert len(drawing) == 1
    assert "0 h sont comptées pour" in text_of(page, "//main//svg/desc")
    rows = tree_of(page).xpath("//main//section[1]//tbody/tr")
    assert len(rows) >= 13
    assert "J’en ai pris connaissance" not in text_of(page)
    assert "Changer les mois" not in text_of(page)


def test_a_company_reads_its_own_pace_and_whom_to_call(client_of, committee, followed):
    said = text_of(client_of(committee.company).get(url(followed.late)), "//main")
    assert "cherche avec vous comment faire ces heures" in said
    assert "Appelez l’entreprise" not in said


def test_others_are_kept_out(client_of, committee, followed):
    for who in ("other_facilitator", "other_buyer", "structure", "prescriber"):
        assert client_of(getattr(committee, who)).get(url(followed.late)).status_code == 404


def test_a_market_on_its_pace_says_so_and_proposes_nothing(client_of, committee, followed):
    page = client_of(committee.facilitator).get(url(followed.green))
    assert "À l’heure" in text_of(page, "//main")
    assert "0 h sont comptées pour 0 h attendues" in text_of(page, "//main")
