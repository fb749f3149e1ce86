from copy import copy

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from perenne.domain.hours.models import HoursImport
from perenne.domain.hours.tests.timesheets import Timesheets
from perenne.kit.files.models import StoredFile
from perenne.kit.files.uses import Use
from perenne.web.hours.upload.conftest import file_of
from perenne.web.tests.browser import error_on, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("hours:upload")


def test_a_company_sends_a_file_and_is_shown_what_it_would_write(client_of, committee, work):
    browser = client_of(committee.company)
    assert typed_in(browser.get(URL))["siret"] == work.siret  # the only one: it is not asked
    answer = browser.post(URL, {"siret": work.siret, "file": file_of()})
    (row,) = HoursImport.objects.all()
    assert answer.url == reverse("hours:upload_show", args=[row.pk])
    page = browser.get(URL)
    assert "heures.xlsx" in text_of(page)
    few = sql_for(browser, URL)
    row.pk = None
    HoursImport.objects.bulk_create([copy(row) for _ in range(9)])
    assert sql_for(browser, URL) == few


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("", "Choisissez le fichier."),
        (SimpleUploadedFile("a.csv", b"bonjour"), "aucun tableau"),
        (SimpleUploadedFile("a.pdf", b"%PDF-1.7\n1 0 obj<<>>endobj"), "pas un tableau"),
        (SimpleUploadedFile("a.csv", b"Nom;Heures\n" + b"x" * 10_000_000), "Mo"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_the_file(client_of, committee, work, file, sentence):
    page = client_of(committee.company).post(URL, {"siret": work.siret, "file": file})
    assert sentence in error_on(page, "file")
    assert not StoredFile.objects.filter(use=Use.TIMESHEET).exists()


def test_a_facilitator_chooses_among_her_companies_and_a_stranger_has_none(
    client_of, committee, work
):
    Timesheets(committee.facilitator)
    browser = client_of(committee.facilitator)
    assert "Choisir" in text_of(browser.get(URL))
    assert browser.post(URL, {"siret": work.siret, "file": file_of()}).status_code == 302
    assert HoursImport.objects.get().is_own is False
    assert "Aucun marché" in text_of(client_of(committee.structure).get(URL))
    assert "heures.xlsx" not in text_of(client_of(committee.company).get(URL))
    assert client_of(committee.buyer).get(URL).status_code == 404
