import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as some
from lxml import etree

from perenne.kit.docx import Blank, Bullets, Document, Heading, Paragraph, Table, render

PARIS = timezone(timedelta(hours=1))
DOCUMENT = Document(
    title="Clause sociale d’insertion",
    author="Initiatives77",
    subject="Réhabilitation de l’école Pasteur",
    made_at=datetime(2026, 11, 23, 10, 30, tzinfo=PARIS),
    blocks=(
        Heading("Article 10"),
        Paragraph("Le titulaire réalise 833\u00a0heures d’insertion."),
        Heading("Publics", 2),
        Bullets(("les salariés\u202f;", "les jeunes.")),
        Blank("Numéro SIRET", "14 chiffres"),
        Table(("Modalité", "Heures"), (("CDI", "500"), ("CDD", "")), "Modalités envisagées"),
    ),
    running_head="Commune de Melun",
    foot="Lot 3",
)


def opened(document=DOCUMENT):
    return docx.Document(io.BytesIO(render(document)))


def part(name, document=DOCUMENT):
    with ZipFile(io.BytesIO(render(document))) as parts:
        return etree.fromstring(parts.read(name))


def test_each_block_has_its_word_style_in_the_order_of_the_document():
    written = [(line.style.name, line.text) for line in opened().paragraphs if line.text]
    assert written == [
        ("Title", "Clause sociale d’insertion"),
        ("Heading 1", "Article 10"),
        ("Normal", "Le titulaire réalise 833\u00a0heures d’insertion."),
        ("Heading 2", "Publics"),
        ("List Bullet", "les salariés\u202f;"),
        ("List Bullet", "les jeunes."),
        ("Normal", "Numéro SIRET\u00a0: "),
        ("Caption", "Modalités envisagées"),
    ]


def test_the_file_says_who_made_it_what_it_is_and_when():
    known = opened().core_properties
    assert (known.title, known.author, known.subject, known.language) == (
        "Clause sociale d’insertion",
        "Initiatives77",
        "Réhabilitation de l’école Pasteur",
        "fr-FR",
    )
    assert known.created.replace(tzinfo=UTC) == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_everything_is_declared_french():
    styles = part("word/styles.xml")
    spoken = {language.get(qn("w:val")) for language in styles.iter(qn("w:lang"))}
    assert spoken == {"fr-FR"}
    assert not list(part("word/document.xml").iter(qn("w:lang")))
    theme = part("word/settings.xml").find(qn("w:themeFontLang"))
    assert theme.get(qn("w:val")) == "fr-FR"


def test_the_page_is_an_a4_with_its_head_and_its_page_numbers():
    section = opened().sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == "Commune de Melun"
    foot = section.footer.paragraphs[0]
    counted = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert counted == ["PAGE", "NUMPAGES"]
    assert foot.text.startswith("Lot 3 – page ")


def test_without_a_foot_the_page_number_stands_alone():
    foot = opened(replace(DOCUMENT, foot="")).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("Page ")


def test_a_blank_is_a_named_field_that_shows_what_is_expected():
    controls = list(part("word/document.xml").iter(qn("w:sdt")))
    named = [control.find(f".//{qn('w:alias')}").get(qn("w:val")) for control in controls]
    shown = ["".join(control.itertext()) for control in controls]
    assert list(zip(named, shown, strict=True)) == [
        ("Numéro SIRET", "[14 chiffres]"),
        ("Heures", "[à compléter]"),
    ]
    assert all(control.find(f".//{qn('w:showingPlcHdr')}") is not None for control in controls)


def test_a_table_repeats_its_header_and_never_cuts_a_row():
    table = opened().tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows][:2] == [
        ["Modalité", "Heures"],
        ["CDI", "500"],
    ]
    first, *others = table.rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in others)
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)


def test_a_table_without_caption_has_none():
    document = replace(DOCUMENT, blocks=(Table(("A",), (("1",),)),))
    assert "Caption" not in [line.style.name for line in opened(document).paragraphs]


def test_the_same_document_is_always_the_same_bytes():
    assert render(DOCUMENT) == render(DOCUMENT)
    assert render(replace(DOCUMENT, title="Autre")) != render(DOCUMENT)
    with ZipFile(io.BytesIO(render(DOCUMENT))) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: Heading(" "), "says something"),
        (lambda: Heading("Trop loin", 4), "level 1 to level 3"),
        (lambda: Heading("Trop haut", 0), "level 1 to level 3"),
        (lambda: Table(("A", "B"), (("seul",),)), "as many cells"),
        (lambda: replace(DOCUMENT, blocks=(Heading("Deux", 2),)), "skips a level"),
        (
            lambda: replace(DOCUMENT, blocks=(Heading("Un"), Heading("Trois", 3))),
            "skips a level",
        ),
        (
            lambda: replace(DOCUMENT, made_at=datetime(2026, 11, 23)),  # noqa: DTZ001 - refused
            "aware",
        ),
    ],
)
def test_a_document_that_would_be_badly_built_is_refused(wrong, told):
    with pytest.raises(ValueError, match=told):
        wrong()


def test_going_back_up_several_levels_is_allowed():
    levels = (1, 2, 3, 1, 2)
    document = replace(DOCUMENT, blocks=tuple(Heading(f"T{n}", n) for n in levels))
    styles = [line.style.name for line in opened(document).paragraphs[1:]]
    assert styles == [f"Heading {level}" for level in levels]


@settings(max_examples=25, deadline=None)
@given(some.text(min_size=1, max_size=60).filter(str.strip))
def test_any_text_makes_a_file_that_opens_again(text):
    document = replace(
        DOCUMENT,
        title=text,
        running_head=text,
        blocks=(Heading(text), Paragraph(text), Bullets((text,)), Blank(text, text)),
    )
    assert [line.style.name for line in opened(document).paragraphs] == [
        "Title",
        "Heading 1",
        "Normal",
        "List Bullet",
        "Normal",
    ]


@pytest.mark.parametrize("typed", ["a\x00b", "a\x0bb", "a\ufffeb"])
def test_a_character_that_word_cannot_hold_is_seen_and_not_lost(typed):
    document = replace(DOCUMENT, blocks=(Paragraph(typed),))
    assert opened(document).paragraphs[1].text == "a\ufffdb"


def test_markup_typed_by_a_person_stays_text():
    typed = "<w:br/> & </w:t> {{ champ }}"
    document = replace(DOCUMENT, blocks=(Paragraph(typed), Blank(typed)))
    lines = opened(document).paragraphs
    assert lines[1].text == typed
    assert lines[2].text == f"{typed}\u00a0: "
