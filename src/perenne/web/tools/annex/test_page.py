import io
from zipfile import ZipFile

import pikepdf
import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from docx import Document
from lxml import etree

from perenne.domain.organisations.queries import contact_at
from perenne.kit.pdf.test_compiling import roles_of, words_of
from perenne.web.tools.annex.facilitators import NOBODY, facilitator_for
from perenne.web.tools.papers import WORD
from perenne.web.tools.picks import UNKNOWN

SAID = {
    "heures": "833", "mois": "6", "commune": "Meaux", "embauche": "500", "alternance": "200",
    "entreprise": "Bâti Brie", "acheteur": "Ville de Meaux", "marche": "École Pasteur",
    "lot": "Lot 3",
}  # fmt: skip


def word_in(answer):
    assert answer["Content-Type"] == WORD
    assert 'filename="annexe-insertion.docx"' in answer["Content-Disposition"]
    document = ZipFile(io.BytesIO(answer.content)).read("word/document.xml")
    tree = etree.fromstring(document)
    return " ".join("".join(line.itertext()) for line in tree.iter("{*}p"))


def pdf_in(answer):
    assert answer["Content-Type"] == "application/pdf"
    return pikepdf.open(io.BytesIO(answer.content))


def bare(text):
    return "".join(text.split()).casefold()


def test_the_word_file_holds_what_was_typed_and_leaves_the_rest_to_fill(committee, visitor):
    said = bare(word_in(visitor.get(reverse("tools:annex_word"), SAID)))
    contact = contact_at(committee.facilitator.organisation_id)
    for told in (
        "au moins 833 heures", "Bâti Brie", "Ville de Meaux", "École Pasteur", "Lot 3",
        "500 heures", "200 heures", contact.email, "Numéro SIRET",
    ):  # fmt: skip
        assert bare(told) in said, told


def test_the_pdf_says_the_same_and_is_accessible(committee, visitor):
    pdf = pdf_in(visitor.get(reverse("tools:annex_pdf"), SAID))
    words = bare(words_of(pdf))
    for told in ("au moins 833 heures", "Bâti Brie", "500 heures", "200 heures", "Représenté par"):
        assert bare(told) in words, told
    assert str(pdf.Root.Lang) == "fr-FR"
    assert {"/H1", "/Table", "/TH", "/TD"} <= set(roles_of(pdf))


def test_hours_alone_are_enough(visitor):
    said = word_in(visitor.get(reverse("tools:annex_word"), {"heures": "100"}))
    assert "[nom de l’acheteur]" in said
    assert "[objet du marché]" in said
    assert Document(
        io.BytesIO(visitor.get(reverse("tools:annex_word"), {"heures": "100"}).content)
    ).tables


@pytest.mark.parametrize("place", ["Trifouillis", ""])
def test_without_a_known_commune_the_facilitator_stays_to_fill(committee, visitor, place):
    said = word_in(visitor.get(reverse("tools:annex_word"), SAID | {"commune": place}))
    assert contact_at(committee.facilitator.organisation_id).email not in said
    assert "Facilitateur" in said


def test_a_territory_without_anybody_and_a_body_without_anyone_are_no_harm(visitor, committee):
    finding = UNKNOWN
    assert facilitator_for("Nulle part", finding, on=localdate()) == NOBODY
    assert facilitator_for("Meaux", finding, on=localdate()).email


def test_what_people_typed_is_printed_as_typed(visitor):
    typed = '#read("/etc/hosts") *[] $x$ {{7*7}} =cmd'
    for name in ("annex_word", "annex_pdf"):
        answer = visitor.get(reverse(f"tools:{name}"), {"heures": "100", "entreprise": typed})
        said = word_in(answer) if name == "annex_word" else words_of(pdf_in(answer))
        assert bare(typed) in bare(said)


@pytest.mark.parametrize("name", ["annex_word", "annex_pdf"])
@pytest.mark.parametrize("said", ["", "heures=0", "heures=10&embauche=20"])
def test_what_cannot_be_leads_back_to_the_simulator_which_says_why(visitor, name, said):
    answer = visitor.get(f"{reverse(f'tools:{name}')}?{said}")
    assert answer.status_code == 302
    assert answer.url == reverse("tools:simulate") + (f"?{said}" if said else "")
