from functools import cache

import pytest

from perenne.kit.refusals import Refused
from perenne.kit.sheets import Workbook, read
from perenne.kit.sheets.tests.hostile import HostileFile, hostile_files

pytestmark = pytest.mark.slow


@cache
def files() -> dict[str, HostileFile]:
    return {file.name: file for file in hostile_files()}


def sentence_for(file: HostileFile) -> str | None:
    try:
        read(file.content, file.name)
    except Refused as refusal:
        return str(refusal)
    return None


def test_every_hostile_file_is_refused_by_a_sentence_that_says_why():
    said = {
        file.name: (sentence_for(file), file.sentence_contains)
        for file in files().values()
        if file.sentence_contains
    }
    wrong = {name: told for name, told in said.items() if told[1] not in (told[0] or "")}
    assert wrong == {}
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence, _ in said.values())


def test_every_harmless_oddity_is_read_as_clean_text():
    for file in files().values():
        if file.sentence_contains:
            continue
        book = read(file.content, file.name)
        for sheet in book.sheets:
            assert len({len(row) for row in sheet.rows}) <= 1, file.name
            assert sheet.name.isprintable(), file.name
            assert 0 < len(sheet.name) <= 80, file.name
            letters = {letter for row in sheet.rows for cell in row for letter in cell}
            assert not letters & set("\x00\u202e\u200b"), file.name


def test_the_corpus_is_large_and_tells_apart_what_is_refused_and_what_is_read():
    refused = [file for file in files().values() if file.sentence_contains]
    assert len(files()) >= 80
    assert 20 < len(refused) < len(files()) - 20


def found(name: str) -> Workbook:
    file = files()[name]
    return read(file.content, file.name)


def test_formulas_are_only_text():
    first = [row[0] for row in found("formules.xlsx").sheets[0].rows]
    assert first[0] == "=cmd|' /C calc'!A0"
    assert first[3] == "@SUM(A1)"


def test_a_hidden_sheet_is_read_and_said_to_be_hidden():
    book = found("cachee.xlsx")
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    assert any("masquée" in note for note in book.notes)


def test_macros_are_ignored_and_said_to_be():
    book = found("macros.xlsm")
    assert book.kind == "xlsm"
    assert any("macros" in note for note in book.notes)


def test_a_quote_that_never_closes_swallows_no_line():
    rows = found("guillemet.csv").sheets[0].rows
    assert [row[0] for row in rows] == ["Objet", 'Écran 24"', 'Lot "B', "Nettoyage des écoles"]


def test_two_encodings_in_one_file_are_both_read():
    book = found("melange.csv")
    assert [row[0] for row in book.sheets[0].rows[1:]] == ["Nettoyage des écoles"] * 2
    assert any("deux encodages" in note for note in book.notes)
