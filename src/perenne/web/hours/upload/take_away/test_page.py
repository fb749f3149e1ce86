import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from perenne.domain.hours.models import HoursImport
from perenne.web.hours.upload.conftest import file_of
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db
TEMPLATE, UPLOAD = reverse("hours:template"), reverse("hours:upload")


def rows_in(answer):
    return list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))


def test_the_template_holds_the_crew_of_the_month(client_of, committee, work):
    browser = client_of(committee.company)
    asked = {"siret": work.siret, "month": "2026-10"}
    answer = browser.get(TEMPLATE, asked)
    assert answer["Content-Disposition"] == 'attachment; filename="heures-2026-10.xlsx"'
    headings, *crew = rows_in(answer)
    assert [row[headings.index("Nom")] for row in crew] == ["Dupont-Martin", "N’Diaye", "Roy"]
    assert sql_for(browser, f"{TEMPLATE}?siret={work.siret}&month=2026-10") <= 12
    nobody = browser.get(TEMPLATE, asked | {"month": "2026-01"}, follow=True)
    assert "Aucune embauche ne compte ce mois-là" in text_of(nobody, "//body")
    assert browser.get(TEMPLATE, asked | {"month": "hier"}).status_code == 404
    for who in (committee.structure, committee.buyer):
        assert client_of(who).get(TEMPLATE, asked).status_code == 404


def test_the_file_comes_back_with_what_becomes_of_each_row(client_of, committee, work):
    browser = client_of(committee.company)
    browser.post(UPLOAD, {"siret": work.siret, "file": file_of()})
    url = reverse("hours:upload_errors", args=[HoursImport.objects.get().pk])
    rows = rows_in(browser.get(url))
    assert [row[-1].split(" : ")[0] for row in rows] == [
        "Résultat Pérenne", "À enregistrer", "Refusée", "À enregistrer",
    ]  # fmt: skip
    assert client_of(committee.facilitator).get(url).status_code == 404
