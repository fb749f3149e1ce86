"""The months of a company, the one that waits first."""

import pytest
from django.urls import reverse

from perenne.domain.hours.actions import dispute_sheet
from perenne.domain.hours.models import Statement
from perenne.domain.hours.tasks import open_months
from perenne.kit.journal.models import Entry
from perenne.values import add_months
from perenne.web.hours.tests.crews import box
from perenne.web.tests.browser import sql_for, text_of, title_of

pytestmark = pytest.mark.django_db
URL = reverse("hours:statements")


def test_the_first_visit_opens_the_month_and_the_next_ones_find_it(client_of, crew):
    browser = client_of(crew.committee.company)
    first = browser.get(URL, follow=True)
    assert title_of(first) == "Mes heures"
    assert "À déclarer" in text_of(first)
    once = sql_for(browser, URL)
    assert Statement.objects.count() == 1
    assert crew.opened().sheets.count() == 2
    assert Entry.objects.filter(act="statement.open").count() == 1
    for back in range(2, 6):
        month = f"{add_months(crew.month, -back):%Y-%m}"
        browser.post(reverse("hours:open_month"), {"month": month})
    assert Statement.objects.count() == 5
    assert sql_for(browser, URL) == once


def test_another_month_is_opened_on_demand_and_no_strange_one(client_of, crew):
    browser = client_of(crew.committee.company)
    browser.get(URL)
    asked = reverse("hours:open_month")
    page = browser.post(asked, {"month": f"{crew.today:%Y-%m}"}, follow=True)
    assert title_of(page).startswith("Heures")
    page = browser.post(asked, {"month": "1999-01"}, follow=True)
    assert "pas d’engagement en cours" in text_of(page, "//body")
    assert browser.post(asked, {"month": "demain"}).status_code == 404
    structure = client_of(crew.committee.structure)
    page = structure.post(asked, {"month": f"{crew.month:%Y-%m}"}, follow=True)
    assert "pas d’engagement en cours" in text_of(page, "//body")
    assert "Aucun relevé" in text_of(structure.get(URL))


def test_the_desk_says_what_waits_until_it_is_done(client_of, crew):
    browser, today = client_of(crew.committee.company), reverse("desks:today")
    assert "Déclarer les heures" not in text_of(browser.get(today))
    open_months()
    open_months()
    assert Entry.objects.filter(act="statement.open").count() == 1
    statement = crew.opened()
    page = text_of(browser.get(today))
    assert page.count("Déclarer les heures :") == 1, "one errand for two contracts"
    url = reverse("hours:statement", args=[statement.pk])
    browser.post(url, {box(crew.people[0]): "10", box(crew.elsewhere): "5", "act": "declare"})
    assert "Déclarer les heures" not in text_of(browser.get(today))
    dispute_sheet(sheet_id=crew.sheet().pk, reason="Et Ana ?", by=crew.committee.facilitator)
    assert "Corriger les heures :" in text_of(browser.get(today))
