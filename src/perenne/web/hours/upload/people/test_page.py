import pytest
from django.urls import reverse

from perenne.domain.hours.models import HoursImport
from perenne.web.hours.upload.conftest import file_of
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db


def sent(browser, work, *rows):
    browser.post(reverse("hours:upload"), {"siret": work.siret, "file": file_of(*rows)})
    return HoursImport.objects.order_by("pk").last()


def test_who_the_file_names_otherwise_is_chosen_among_the_crew(client_of, committee, work):
    browser = client_of(committee.company)
    row = sent(browser, work, ("Dupond", "E.", "octobre 2026", "8"))
    url = reverse("hours:upload_people", args=[row.pk])
    page = browser.get(url)
    assert "Qui est « Dupond E. » ?" in text_of(page)
    assert "Dupont-Martin Élodie" in text_of(page)
    few = sql_for(browser, url)
    assert browser.post(url, {"person0": work.hirings[0].participant_id}).status_code == 302
    row.refresh_from_db()
    assert (row.found["asked"], row.found["fates"]["taken"][0]) == (0, 1)
    assert "Tout le monde est reconnu" in text_of(browser.get(url))
    many = sent(browser, work, *((f"Inconnu {n}", "Z", "10/2026", "8") for n in range(12)))
    assert sql_for(browser, reverse("hours:upload_people", args=[many.pk])) == few
    assert client_of(committee.facilitator).get(url).status_code == 404
