import pytest
from django.urls import reverse

from perenne.domain.hours.models import HoursImport
from perenne.web.hours.upload.conftest import file_of
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
UNKNOWN = ("Qui", "Quand", "Combien")
TITLES = ("Salarié", "Heures")


def sent(browser, work, *rows, headings):
    browser.post(
        reverse("hours:upload"), {"siret": work.siret, "file": file_of(*rows, headings=headings)}
    )
    return HoursImport.objects.order_by("pk").last()


def test_columns_are_asked_with_what_they_hold_and_the_answer_is_kept(client_of, committee, work):
    browser = client_of(committee.company)
    row = sent(browser, work, ("Roy Paul", "10/2026", "7,5"), headings=UNKNOWN)
    url = reverse("hours:upload_columns", args=[row.pk])
    assert browser.get(reverse("hours:upload_show", args=[row.pk])).url == url
    assert "« Roy Paul »" in text_of(browser.get(url))
    said = {"c0_0": "name", "c0_1": "month", "c0_2": "month", "unit0": "hours"}
    page = browser.post(url, said)
    assert "déjà une autre colonne" in error_on(page, "c0_2")
    page = browser.post(url, said | {"c0_2": "-"})
    assert "Il manque encore de quoi lire les heures" in summary_of(page)[0]
    assert typed_in(page)["c0_1"] == "month"
    assert browser.post(url, said | {"c0_2": "hours"}).status_code == 302
    assert HoursImport.objects.get(pk=row.pk).found["fates"]["taken"] == [1, 450]
    assert client_of(committee.facilitator).get(url).status_code == 404


def test_the_month_of_a_table_that_does_not_say_it_is_asked(client_of, committee, work):
    browser = client_of(committee.company)
    row = sent(browser, work, ("Roy Paul", "7,5"), headings=TITLES)
    url = reverse("hours:upload_columns", args=[row.pk])
    said = {"c0_0": "name", "c0_1": "hours", "unit0": "minutes"}
    assert "Écrivez un mois" in error_on(browser.post(url, said | {"month0": "bientôt"}), "month0")
    assert browser.post(url, said | {"month0": "oct. 2026"}).status_code == 302
    assert HoursImport.objects.get(pk=row.pk).found["sheets"][0]["month"] == "2026-10-01"
