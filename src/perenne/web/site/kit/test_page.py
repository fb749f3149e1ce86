"""A kit is made of what the buyer said, in files that everybody can read; nothing is kept."""

import io
from zipfile import ZipFile

import pikepdf
import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from perenne.domain.organisations.queries import contact_at, organisation_card
from perenne.kit.actors import VISITOR
from perenne.kit.pdf.test_compiling import roles_of, words_of
from perenne.rules.segments import SEGMENTS
from perenne.web.site.kit.folder import PDF, WORKBOOK
from perenne.web.tests.browser import (
    error_on,
    facts_in,
    plain,
    sql_for,
    summary_of,
    text_of,
    tree_of,
    typed_in,
)  # fmt: skip
from perenne.web.tools.picks import segment_choices
from perenne.web.tools.test_hostile import FRENCH, HOSTILE

pytestmark = pytest.mark.django_db
URL, FILE, FOLDER = (reverse(f"site:{name}") for name in ("kit", "kit_pdf", "kit_zip"))
SAID = {
    "acheteur": "Ville de Meaux", "type": "local_authority", "commune": "Meaux",
    "segment": ["nettoyage-des-locaux", "batiment-et-travaux-publics"],
    "montant": "6 000 000", "mois": "24",
}  # fmt: skip
EVERY = [slug for slug, _ in segment_choices()]


@pytest.fixture
def browser(client_of, committee):
    return client_of(VISITOR)


def bare(text):
    return "".join(text.split()).casefold()


def printed(answer):
    assert answer["Content-Type"] == "application/pdf", answer.status_code
    return pikepdf.open(io.BytesIO(answer.content))


def folder(answer):
    assert answer["Content-Type"] == "application/zip"
    return ZipFile(io.BytesIO(answer.content))


def test_before_anything_is_said_nothing_is_wrong(browser):
    page = browser.get(URL)
    assert summary_of(page) == []
    assert "Rien n’est enregistré" in text_of(page)
    assert "Le kit de" not in text_of(page, "//h2")


def test_the_page_tells_the_duty_the_hours_and_whom_to_call(browser, committee):
    page = browser.get(URL, SAID)
    said = text_of(page, "//section[@aria-labelledby='kit']")
    rows = {
        plain(row.findtext("th")): [plain(cell.text_content()) for cell in row.iterfind("td")]
        for row in tree_of(page).xpath("//section[@aria-labelledby='kit']//tbody/tr")
    }
    contact = contact_at(committee.facilitator.organisation_id)
    duty, threshold, hours = rows["Nettoyage des locaux"]
    assert duty.startswith("Condition sociale ou d’emploi obligatoire")
    assert (threshold, rows["Bâtiment et travaux publics"][1]) == ("216 000 €", "5 404 000 €")
    assert hours == "21 818 h"  # 6 000 000 × 80 % × 10 % ÷ 22
    assert "6 000 000 €" in said
    assert facts_in(page)["Courriel"] == contact.email
    links = tree_of(page).xpath("//section[@aria-labelledby='kit']//a[contains(@href, 'kit.')]")
    assert [browser.get(link.get("href")).status_code for link in links] == [200, 200]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"montant": "100 000"}, "Condition sociale facultative"),
        ({"montant": ""}, "À vérifier"),
        ({"type": "private"}, "Hors du Code de la commande publique"),
        ({"type": "state", "segment": ["nettoyage-des-locaux"], "montant": "140000"},
         "obligatoire"),
    ],
)  # fmt: skip
def test_the_duty_is_that_of_the_rules(browser, changes, told):
    assert told in text_of(browser.get(URL, SAID | changes), "//section[@aria-labelledby='kit']")
    assert told in plain(words_of(printed(browser.get(FILE, SAID | changes)))).replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("acheteur", "", "Indiquez le nom de l’acheteur"),
        ("commune", "", "Écrivez le nom d’une commune"),
        ("commune", "Trifouillis", "Cette commune n’est pas reconnue ici"),
        ("segment", [], "Cochez au moins un segment d’achat."),
        ("segment", ["pirate"], "Choisissez"),
        ("montant", "beaucoup", "Écrivez un montant en euros"),
        ("mois", "deux", "Écrivez un nombre entier"),
        ("type", "pirate", "Choisissez une réponse de la liste."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_all_the_rest_is_kept(
    browser, name, typed, sentence
):
    said = SAID | {name: typed}
    page = browser.get(URL, said)
    assert error_on(page, name).startswith(sentence)
    others = ("acheteur", "commune", "montant", "mois")
    tree = tree_of(page)
    kept = {key: tree.xpath(f"string(//input[@name='{key}']/@value)") for key in others}
    assert kept == {key: said[key] for key in others}
    ticked = tree.xpath("//input[@name='segment'][@checked]/@value")
    assert ticked == [slug for slug in EVERY if slug in said["segment"]]
    answer = browser.get(FILE, said)
    assert answer.status_code == 302
    assert answer.url.startswith(f"{URL}?")


def test_the_pdf_is_accessible_and_says_it_all(browser, committee):
    pdf = printed(browser.get(FILE, SAID))
    words = bare(words_of(pdf))
    contact = contact_at(committee.facilitator.organisation_id)
    assert bare(str(pdf.docinfo["/Title"])) == bare("Kit de l’acheteur – Ville de Meaux")
    assert str(pdf.Root.Lang) == "fr-FR"
    assert {"/H1", "/TOC", "/Table", "/TH", "/L", "/Figure", "/Link"} <= set(roles_of(pdf))
    with pdf.open_outline() as outline:
        assert len(outline.root) == 6
    for told in (
        "Votre obligation", contact.email, "Nettoyage des locaux", "Bâtiment et travaux publics",
        "CCAP – Article 10", "Ville de Meaux", "Tenir la réunion de mise au point",
        "Ne pas écrire : Condition de résidence", "24 mois",
    ):  # fmt: skip
        assert bare(told) in words, told
    print(f"kit: {len(pdf.pages)} pages")
    assert len(pdf.pages) <= 20


def test_the_folder_holds_the_pdf_the_clauses_of_each_segment_and_the_list(browser):
    files = folder(browser.get(FOLDER, SAID))
    assert set(files.namelist()) == {
        PDF, WORKBOOK, "clauses/nettoyage-des-locaux.docx",
        "clauses/batiment-et-travaux-publics.docx",
    }  # fmt: skip
    clauses = Document(io.BytesIO(files.read("clauses/nettoyage-des-locaux.docx")))
    said = bare(" ".join(paragraph.text for paragraph in clauses.paragraphs))
    for told in ("Ville de Meaux", "Nettoyage des locaux", "Points de vigilance", "24 mois"):
        assert bare(told) in said, told
    sheet = load_workbook(io.BytesIO(files.read(WORKBOOK))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Étape", "À faire", "Qui", "Repère ou délai", "Fait le")
    assert len(rows) > 30
    assert all(all(cell for cell in row[:4]) for row in rows)


def test_every_segment_at_once_makes_a_kit(browser):
    said = SAID | {"segment": EVERY}
    files = folder(browser.get(FOLDER, said))
    assert len(files.namelist()) == 2 + len(SEGMENTS)
    concession = Document(
        io.BytesIO(
            files.read("clauses/gestion-d-equipements-par-delegation-de-service-public.docx")
        )
    )
    assert "concession" in " ".join(it.text for it in concession.paragraphs).casefold()


def test_a_buyer_who_is_connected_types_nothing_again(client_of, committee):
    card = organisation_card(committee.buyer.organisation_id)
    kept = typed_in(client_of(committee.buyer).get(URL))
    assert (kept["acheteur"], kept["type"], kept["commune"]) == (
        card.name, card.buyer_kind, card.commune_name,
    )  # fmt: skip
    assert typed_in(client_of(committee.company).get(URL))["acheteur"] == ""


def test_queries_depend_neither_on_the_segments_nor_on_the_other_buyers(browser):
    one = sql_for(browser, f"{URL}?acheteur=A&type=state&commune=Meaux&segment=gardiennage")
    ticked = "".join(f"&segment={slug}" for slug in EVERY)
    assert sql_for(browser, f"{URL}?acheteur=A&type=state&commune=Meaux{ticked}") == one
    assert sql_for(browser, URL) == 0
    print(f"{URL}: {one} queries")


@pytest.mark.parametrize("name", ["acheteur", "type", "commune", "segment", "montant", "mois"])
def test_what_no_browser_of_good_will_sends_is_answered_in_french(browser, name):
    for typed in HOSTILE:
        if len(typed) > 5_000 or not typed.isprintable():
            continue
        page = browser.get(URL, SAID | {name: typed})
        assert page.status_code == 200
        assert [
            it for it in summary_of(page) if not FRENCH.match(it) and "Cette comm" not in it
        ] == []


def test_what_is_typed_is_printed_as_typed(browser):
    typed = '#read("/etc/hosts") *[] $x$ {{7*7}} =cmd'
    assert bare(typed) in bare(words_of(printed(browser.get(FILE, SAID | {"acheteur": typed}))))
    files = folder(browser.get(FOLDER, SAID | {"acheteur": typed}))
    said = Document(io.BytesIO(files.read("clauses/nettoyage-des-locaux.docx")))
    assert bare(typed) in bare(" ".join(it.text for it in said.paragraphs))
