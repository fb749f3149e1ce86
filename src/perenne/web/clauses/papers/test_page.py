from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.urls import reverse

from perenne.domain.clauses.models import Clause
from perenne.domain.procurement.factories import new_consultation, new_lot

pytestmark = pytest.mark.django_db
PIECES = ["notice", "rc", "ccap", "cctp", "ae", "suivi", "publics"]


def names_in(answer):
    return ZipFile(BytesIO(answer.content)).namelist()


def test_the_file_of_a_clause_holds_each_piece_twice(browser, worded):
    answer = browser.get(reverse("clauses:bundle", args=[worded]))
    stem = "fourniture-de-papier"
    assert names_in(answer) == [
        f"{stem}/{piece}-{stem}.{kind}" for piece in PIECES for kind in ("docx", "pdf")
    ]
    folder = ZipFile(BytesIO(answer.content))
    assert folder.read(f"{stem}/ccap-{stem}.pdf").startswith(b"%PDF-")
    assert b"pdfuaid" in folder.read(f"{stem}/suivi-{stem}.pdf")


def test_all_the_lots_of_a_consultation_come_at_once(browser, committee, worded):
    row = new_consultation(buyer=committee.buyer, facilitator=committee.facilitator)
    asked = reverse("clauses:lots_bundle", args=[row.pk])
    assert browser.get(asked).status_code == 404
    clause = Clause.objects.get(pk=worded)
    clause.lot = new_lot(row, number="3", purchase=clause.purchase, object="Papier")
    clause.save()
    assert len(names_in(browser.get(asked))) == 2 * len(PIECES)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE clauses_clause SET criterion_weight_bp = 0 WHERE id = %s", [worded])
    assert names_in(browser.get(asked)) == ["3-papier/a-corriger.txt"]


@pytest.mark.parametrize(("who", "status"), [("buyer", 200), ("other_buyer", 404)])
def test_who_may(client_of, committee, worded, who, status):
    browser = client_of(getattr(committee, who))
    assert browser.get(reverse("clauses:bundle", args=[worded])).status_code == status
    printed = reverse("clauses:printed", args=[worded, "ccap"])
    assert browser.get(printed).status_code == status
    assert browser.get(reverse("clauses:printed", args=[worded, "facture"])).status_code == 404
