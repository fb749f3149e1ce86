import io
import unicodedata
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.sheets import LIMITS, read
from perenne.kit.sheets.opendocument import write_open_document
from perenne.kit.sheets.parsing import parse
from perenne.kit.sheets.writing import Table, harmless, sheet_name, write_csv, write_workbook
from perenne.values import Euros, Hours, Share

HEADINGS = ("Objet", "Montant", "Heures", "Part", "Début", "Noté le", "Nombre", "Clause", "Taux")
ROW = (
    "Nettoyage",
    Euros(34951536),
    Hours(90),
    Share(550),
    date(2027, 2, 1),
    datetime(2027, 2, 1, 14, 30),  # noqa: DTZ001 - a sheet knows no zone
    12,
    True,
    Decimal("1.5"),
)
AS_TEXT = ("Nettoyage", "349515,36", "1,5", "0,055", "01/02/2027", "01/02/2027 14:30", "12")


@pytest.mark.parametrize(
    ("write", "name"), [(write_workbook, "x.xlsx"), (write_open_document, "x.ods")]
)
def test_a_workbook_says_what_it_was_given(write, name):
    content = write([Table("Achats", HEADINGS, (ROW,))])
    sheet = read(content, name).sheets[0]
    assert sheet.name == "Achats"
    assert sheet.rows == (HEADINGS, (*AS_TEXT, "oui", "1,5"))


def test_a_workbook_is_laid_out_for_reading():
    content = write_workbook([Table("Achats", HEADINGS, (ROW,))])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert "€" in sheet["B2"].number_format
    assert sheet["E2"].number_format == "dd/mm/yyyy"
    assert sheet["E2"].is_date
    assert sheet.column_dimensions["A"].width > 8


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-2", "@x", "http://a.fr", "mailto:a@b.fr"])
def test_text_never_becomes_a_formula_nor_a_link_in_a_workbook(text):
    sheet = openpyxl.load_workbook(
        io.BytesIO(write_workbook([Table("A", ("Texte",), ((text,),))]))
    ).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text
    assert sheet["A2"].hyperlink is None


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-2", "@x", "\t=1", " =1", "＝1", "\n=1"])
def test_text_that_a_spreadsheet_would_run_is_disarmed_in_a_text_file(text):
    assert harmless(text) == f"'{text}"


def test_a_text_file_opens_in_a_french_excel():
    content = write_csv(Table("Achats", HEADINGS, (ROW, (None,) * 9)))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Objet;Montant;")
    assert lines[1] == ("Nettoyage;349515,36;1,5;5,5 %;01/02/2027;01/02/2027 14:30;12;oui;1,5")


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Achats", "Achats"),
        ("Lots [1/2]: *?", "Lots  1 2"),
        ("", "Feuille"),
        ("x" * 40, "x" * 31),
        ("'cité'", "cité"),
    ],
)
def test_the_name_of_a_sheet_is_one_that_excel_admits(wanted, name):
    assert sheet_name(wanted, set()) == name


@given(st.lists(st.text(max_size=40), max_size=8))
def test_no_two_sheets_have_the_same_name(wanted):
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in wanted]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 for name in names)


WORDS = st.text(
    st.characters(
        min_codepoint=0x20,
        max_codepoint=0x2FF,
        exclude_categories=["Cc", "Cf"],
        exclude_characters=",|",
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: text == text.strip() and "_x" not in text)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_any_text_written_is_read_back_from_every_format(rows):
    table = Table("Achats", ("Objet", "Lieu"), tuple(rows))
    written = parse(write_workbook([table]), LIMITS)["sheets"][0][2]
    assert [len(row) for row in written] == [2] * (len(rows) + 1)
    assert parse(write_open_document([table]), LIMITS)["sheets"][0][2] == written
    text = parse(write_csv(table), LIMITS)["sheets"][0][2]
    for given_row, book_row, text_row in zip(rows, written[1:], text[1:], strict=True):
        assert [ascii(cell) for cell in book_row] == [ascii(nfc(cell)) for cell in given_row]
        assert [cell.removeprefix("'") for cell in text_row] == [
            nfc(cell).removeprefix("'") for cell in given_row
        ]


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
