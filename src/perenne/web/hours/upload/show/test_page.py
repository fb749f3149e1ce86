import pytest
from django.urls import reverse

from perenne.domain.hours.actions.importing import reading
from perenne.domain.hours.models import HoursImport, Work
from perenne.kit.files.models import StoredFile
from perenne.kit.files.uses import Use
from perenne.web.hours.upload.conftest import ROWS, file_of
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db


def sent(browser, work, *rows):
    browser.post(reverse("hours:upload"), {"siret": work.siret, "file": file_of(*rows)})
    row = HoursImport.objects.order_by("pk").last()
    return row, reverse("hours:upload_show", args=[row.pk])


def fates_in(page):
    rows = tree_of(page).xpath("//table[.//caption[contains(., 'Toutes')]]/tbody/tr")
    return {row[0].text: int(row[1].text) for row in rows}


def test_every_row_is_told_then_written_then_the_file_is_erased(client_of, committee, work):
    browser = client_of(committee.company)
    row, url = sent(browser, work)
    page = browser.get(url)
    counts = fates_in(page)
    assert counts.pop("Total") == sum(counts.values()) == 4
    assert "Ligne 3, colonne Heures : « 7h75 » n’est pas une durée" in text_of(page)
    assert "Octobre 2026" in text_of(page)
    assert "Enregistrer ces heures" in buttons_of(page)
    assert client_of(committee.other_facilitator).get(url).status_code == 404

    apply = reverse("hours:upload_apply", args=[row.pk])
    assert client_of(committee.facilitator).post(apply).status_code == 404
    page = browser.post(apply, follow=True)
    assert "Heures enregistrées" in text_of(page)
    assert "Enregistrer ces heures" not in buttons_of(page)
    assert Work.objects.count() == 2
    assert "n’est pas à vous, ou il a changé d’étape" in text_of(browser.post(apply, follow=True))

    page = browser.post(reverse("hours:upload_forget", args=[row.pk]), follow=True)
    assert "Le fichier est effacé" in text_of(page, "//body")
    assert not StoredFile.objects.filter(use=Use.TIMESHEET).exists()
    assert Work.objects.count() == 2


def test_what_is_long_is_left_to_a_job_and_asks_little_of_the_database(
    client_of, committee, work, monkeypatch
):
    browser = client_of(committee.company)
    _, few = sent(browser, work)
    _, many = sent(
        browser, work, *ROWS, *((f"Inconnu {n}", "Z", "10/2026", "8") for n in range(40))
    )
    assert sql_for(browser, few) == sql_for(browser, many)
    monkeypatch.setattr(reading, "MOST_LINES_AT_ONCE", 2)
    _, url = sent(browser, work)
    assert "Lecture de 4 lignes" in text_of(browser.get(url))
    assert "Lecture de 4 lignes" in text_of(browser.get(url, headers={"HX-Request": "true"}), "/*")
