"""Every format and dialect gives the same clean cells."""

import csv
import io
import json
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdsTable
from odf.table import TableCell, TableRow
from odf.text import P

from perenne.kit.refusals import Refused
from perenne.kit.sheets import read
from perenne.kit.sheets.child import answer
from perenne.kit.sheets.parsing import parse
from perenne.kit.sheets.workbook import LIMITS, Limits

TEXT = "Objet;Montant;Durée\nNettoyage d’été – « école »;1 200,50 €;4 ans\n;;\nVoirie;12;48\n"
ROWS = (
    ("Objet", "Montant", "Durée"),
    ("Nettoyage d’été – « école »", "1 200,50 €", "4 ans"),
    ("", "", ""),
    ("Voirie", "12", "48"),
)


def rows_of(content: bytes, limits: Limits = LIMITS):
    return parse(content, limits)["sheets"][0][2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_text_table_is_read_in_every_french_dialect(encoding, delimiter, line_end):
    quoted = io.StringIO()
    writer = csv.writer(quoted, delimiter=delimiter, lineterminator=line_end)
    writer.writerows(ROWS)
    rows = rows_of(quoted.getvalue().encode(encoding))
    assert [tuple(row) for row in rows] == [row if any(row) else () for row in ROWS]


def test_rows_have_equal_widths_once_out_of_the_sandbox():
    book = read(TEXT.encode("cp1252"), "programme.csv")
    assert book.kind == "csv"
    assert book.sheets[0].rows == ROWS


def test_the_accents_of_a_mac_and_of_dos_are_guessed_and_said():
    plain = TEXT.replace("’", "'").replace("–", "-").replace("€", "EUR")
    for encoding, name in (("mac-roman", "Mac"), ("cp850", "DOS")):
        parsed = parse(plain.encode(encoding), LIMITS)
        assert parsed["sheets"][0][2][1][0] == "Nettoyage d'été - « école »"
        assert name in parsed["notes"][0]


def test_the_declared_separator_wins_and_is_not_a_row():
    assert rows_of(b"sep=|\na;b|c;d\n1;2|3;4\n") == [["a;b", "c;d"], ["1;2", "3;4"]]


def test_a_cell_may_hold_several_lines():
    assert rows_of(b'a;b\n"un\r\ndeux";2\n') == [["a", "b"], ["un\ndeux", "2"]]


def test_decimal_commas_do_not_pass_for_separators():
    text = "Objet;Montant\nVoirie;43192,50\nPeinture;12,5\nEspaces verts;7,25\n"
    assert rows_of(text.encode())[1] == ["Voirie", "43192,50"]


def test_row_numbers_are_those_that_the_user_sees():
    book = openpyxl.Workbook()
    book.active["C4"] = "Objet"
    book.active["D4"] = "Montant"
    book.active["C7"] = "Voirie"
    rows = read(saved(book), "x.xlsx").sheets[0].rows
    assert rows[3][2:] == ("Objet", "Montant")
    assert rows[6][2] == "Voirie"
    assert rows[0] == rows[5] == ("", "", "", "")


def saved(book) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (349515.36, "349515,36"),
        (0.1 + 0.2, "0,3"),
        (1200, "1200"),
        (1e15, "1000000000000000"),
        (0.05, "0,05"),
        (-12.5, "-12,5"),
        (True, "VRAI"),
        (False, "FAUX"),
        (date(2027, 2, 1), "01/02/2027"),
        (
            datetime(2027, 2, 1, 14, 30),  # noqa: DTZ001 - a sheet knows no zone
            "01/02/2027 14:30",
        ),
        (time(8, 5), "08:05"),
        (timedelta(hours=36), "36:00"),
        ("  Voirie\u200b ", "Voirie"),
        ("e\u0301te\u0301", "été"),
        ("un\x0bdeux", "un\ndeux"),
        ("#REF!", "#REF!"),
    ],
)
def test_a_cell_is_written_as_the_user_sees_it(value, text):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "témoin")
        formats = {time: "hh:mm", timedelta: "[h]:mm", datetime: "dd/mm/yyyy hh:mm"}
        code = formats.get(type(value), "dd/mm/yyyy" if isinstance(value, date) else "")
        sheet.write(1, 0, value, book.add_format({"num_format": code} if code else {}))
    assert rows_of(file.getvalue())[1] == [text]


def test_the_error_of_a_formula_is_kept_as_text():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Achats & lots")
        sheet.write_row(0, 0, ["Objet", "Montant"])
        sheet.write_formula(1, 1, "=A9/0", None, "#DIV/0!")
        sheet.write_formula(2, 1, "=NA()", None, "#N/A")
    assert rows_of(file.getvalue()) == [["Objet", "Montant"], ["", "#DIV/0!"], ["", "#N/A"]]


def test_merged_cells_keep_their_text_at_the_top_left():
    book = openpyxl.Workbook()
    book.active["A1"] = "Montant"
    book.active.merge_cells("A1:B1")
    book.active["A2"], book.active["B2"] = "mini", "maxi"
    assert rows_of(saved(book)) == [["Montant"], ["mini", "maxi"]]


def test_an_old_xls_is_read():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Achats")
    for number, row in enumerate([("Objet", "Montant"), ("Été", 349515.36)]):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    read_back = read(saved(book), "vieux.xls")
    assert read_back.kind == "xls"
    assert read_back.sheets[0].rows == (("Objet", "Montant"), ("Été", "349515,36"))


def test_an_open_document_is_read():
    document = OpenDocumentSpreadsheet()
    table = OdsTable(name="Achats")
    for texts in (("Objet", "Durée"), ("Été", "4 ans")):
        row = TableRow()
        for text in texts:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.write(file)
    read_back = read(file.getvalue(), "libre.ods")
    assert read_back.kind == "ods"
    assert read_back.sheets[0].rows == (("Objet", "Durée"), ("Été", "4 ans"))


def test_the_name_of_the_file_decides_nothing_but_the_name_of_a_text_sheet():
    assert read(TEXT.encode(), "../../achats 2027.xlsx").sheets[0].name == "achats 2027"
    assert read(TEXT.encode(), "").sheets[0].name == "Feuille 1"


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(rows=3), "plus de 3 lignes"),
        (Limits(columns=2), "plus de 2 colonnes"),
        (Limits(cell_characters=10), "caractères"),
        (Limits(file_bytes=50), "pèse"),
        (Limits(last_row=3), "jusqu’à la ligne 4"),
    ],
)
def test_each_limit_has_its_sentence(limits, sentence):
    with pytest.raises(Refused, match=sentence):
        parse((TEXT + "Peinture;1;2\n").encode(), limits)


def test_a_limit_is_not_left_to_whoever_reads_a_file_next():
    before = csv.field_size_limit()
    with pytest.raises(Refused):
        parse(TEXT.encode(), Limits(cell_characters=10))
    assert csv.field_size_limit() == before


def test_just_below_the_limits_everything_is_read():
    limits = Limits(rows=3, columns=3, last_row=4, cell_characters=40)
    assert len(rows_of(TEXT.encode(), limits)) == 4


CELLS = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc", "Cf"]),
    min_size=1,
    max_size=20,
).filter(lambda text: text == text.strip() and not text.isspace())


@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=2, max_size=8)
    ),
    st.sampled_from(";\t,|"),
)
def test_what_a_spreadsheet_saves_as_text_is_read_back(rows, delimiter):
    saved_text = io.StringIO()
    writer = csv.writer(saved_text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows(rows)
    declared = f"sep={delimiter}\n{saved_text.getvalue()}"
    from_file = rows_of(declared.encode("utf-8-sig"))
    assert [len(row) for row in from_file] == [len(row) for row in rows]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    told = json.loads(answer(content, LIMITS))
    assert told.get("kind") == "csv" or told["refused"].endswith(".")


@given(st.binary(max_size=300))
def test_any_bytes_after_a_zip_mark_are_refused(content):
    with pytest.raises(Refused):
        parse(b"PK\x03\x04" + content, LIMITS)
