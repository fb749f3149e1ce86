"""The guard and the parser by themselves; `test_hostile` tries them inside the sandbox."""

import pytest

from perenne.kit.refusals import Refused
from perenne.kit.sheets.guard import tell_kind
from perenne.kit.sheets.parsing import parse
from perenne.kit.sheets.tests.containers import GOOD_ROWS, frame, types, xlsx_of_rows, zipped
from perenne.kit.sheets.tests.hostile import TOO_HEAVY, light_files
from perenne.kit.sheets.workbook import LIMITS, Limits

BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"


def test_every_light_hostile_file_is_refused_as_it_should_be():
    for file in light_files():
        if file.sentence_contains in ("", TOO_HEAVY):
            continue
        with pytest.raises(Refused, match=file.sentence_contains):
            parse(file.content, LIMITS)


@pytest.mark.parametrize(("main", "kind"), [(SHEET, "xlsx"), (MACROS, "xlsm"), (BINARY, "xlsb")])
def test_the_kind_is_told_by_the_content(main, kind):
    assert tell_kind(zipped(frame() | {"[Content_Types].xml": types(main)})) == kind


def test_an_open_document_is_told_by_its_declared_type():
    assert tell_kind(zipped({"mimetype": OPEN_SHEET, "content.xml": "x"})) == "ods"


@pytest.mark.parametrize("content", [b"a;b\n1;2", b"\xef\xbb\xbfa", "é;b".encode("cp1252")])
def test_anything_without_a_known_mark_is_tried_as_text(content):
    assert tell_kind(content) == "csv"


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(file_bytes=100), "pèse 1\u00a0Mo"),
        (Limits(zip_entries=4), "5 morceaux"),
        (Limits(unpacked_bytes=1_000), "décompressé"),
    ],
)
def test_each_limit_of_a_package_has_its_sentence(limits, sentence):
    with pytest.raises(Refused, match=sentence):
        tell_kind(xlsx_of_rows(GOOD_ROWS), limits)


def test_a_package_at_the_limits_passes():
    content = xlsx_of_rows(GOOD_ROWS)
    assert tell_kind(content, Limits(file_bytes=len(content), zip_entries=5)) == "xlsx"
