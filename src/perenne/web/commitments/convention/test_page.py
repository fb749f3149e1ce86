import io

import pikepdf
import pytest
from django.urls import reverse
from docx import Document

from perenne.domain.clauses.actions import accept_share
from perenne.web.tests.browser import plain

pytestmark = pytest.mark.django_db


def url_of(running, kind):
    return reverse("clauses:convention", args=[running.commitment.pk, kind])


def test_it_names_the_three_and_the_hours_of_each(client_of, committee, running):
    accept_share(share_id=running.share.pk, by=committee.structure, on=running.today)
    answer = client_of(committee.buyer).get(url_of(running, "docx"))
    document = Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = plain(" ".join([*(line.text for line in document.paragraphs), *cells]))
    for words in ("Ville de Meaux, acheteur", "Relais 77", "300 h", "700 h", "Pour le titulaire"):
        assert words in said


def test_the_same_is_a_file_to_sign(client_of, committee, running):
    answer = client_of(committee.company).get(url_of(running, "pdf"))
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Convention de mise en œuvre")


@pytest.mark.parametrize("kind", ["odt", "exe", "docx.pdf"])
def test_another_kind_does_not_exist(client_of, committee, running, kind):
    assert client_of(committee.buyer).get(url_of(running, kind)).status_code == 404
