import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.kit.pdf.test_compiling import roles_of, words_of

pytestmark = pytest.mark.django_db


def url_of(clause_id):
    return reverse("clauses:note", args=[clause_id])


@pytest.mark.parametrize("who", ["facilitator", "buyer", "coordination"])
def test_whoever_reads_the_clause_takes_its_note_away(client_of, committee, worded, who):
    answer = client_of(getattr(committee, who)).get(url_of(worded))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == (
        'attachment; filename="note-de-calibrage-fourniture-de-papier.pdf"'
    )
    assert answer.content.startswith(b"%PDF")


def test_it_is_tagged_titled_and_in_french(browser, worded):
    pdf = pikepdf.open(io.BytesIO(browser.get(url_of(worded)).content))
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "fr-FR"
    assert {"/H1", "/Table", "/TH"} <= set(roles_of(pdf))
    assert str(pdf.docinfo["/Title"]) == "Note de calibrage – Fourniture de papier"


def test_it_gives_the_calculation_of_this_clause_and_its_reference(browser, worded):
    printed = words_of(pikepdf.open(io.BytesIO(browser.get(url_of(worded)).content)))
    bare = "".join(printed.split())
    for said in ("833h", "1000000€×50%", f"CAL-{worded:05d}", "VilledeMeaux", "CamilleMartin"):
        assert said in bare


def test_a_clause_still_in_the_making_has_no_note(browser, opened, calibrated):
    assert [browser.get(url_of(number)).status_code for number in (opened, calibrated)] == [404] * 2


@pytest.mark.parametrize(
    ("who", "status"), [("other_facilitator", 404), ("other_buyer", 404), ("visitor", 302)]
)
def test_strangers_take_nothing_away(client_of, committee, worded, who, status):
    assert client_of(getattr(committee, who)).get(url_of(worded)).status_code == status
