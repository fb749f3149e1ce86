import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french import CpvReading, read_cpv
from perenne.kit.french.cpv import DIVISIONS


@pytest.mark.parametrize(
    ("text", "code", "check_digit"),
    [
        ("45233140-2", "45233140", "2"),
        ("45233140", "45233140", None),
        ("452331402", "45233140", "2"),
        ("45233140 2", "45233140", "2"),
        ("45233140 - 2", "45233140", "2"),
        ("45233140–2", "45233140", "2"),
        ("45 23 31 40-2", "45233140", "2"),
        ("45.233.140-2", "45233140", "2"),
        ("45 233 140", "45233140", None),
        ("CPV : 45000000", "45000000", None),
        ("71630000-3 (contrôle)", "71630000", "3"),
        ("09310000-5", "09310000", "5"),
    ],
)
def test_a_code_is_read_through_its_noise(text, code, check_digit):
    reading = read_cpv(text)
    assert (reading.code, reading.check_digit) == (code, check_digit)
    assert (reading.others, reading.hypotheses, reading.question) == ((), (), None)


def test_a_division_of_the_former_vocabulary_is_read_and_asked_about():
    reading = read_cpv("INX 28213700-5")
    assert (reading.code, reading.check_digit) == ("28213700", "5")
    assert "La division 28 n’existe pas, ou plus" in (reading.question or "")


def test_the_first_of_several_codes_is_the_main_one():
    reading = read_cpv("90911200-8 / 90910000-9, 90911200-8")
    assert reading.code == "90911200"
    assert reading.others == ("90910000",)
    assert reading.hypotheses


@pytest.mark.parametrize(
    ("text", "code", "asked"),
    [
        ("45", "45000000", False),
        ("45233", "45233000", False),
        ("4500000", "45000000", True),
        ("9310000", "09310000", True),
        ("3310000", "03310000", True),
    ],
)
def test_a_code_cut_short_is_completed_and_said(text, code, asked):
    reading = read_cpv(text)
    assert reading.code == code
    assert reading.hypotheses
    assert bool(reading.question) == asked


@pytest.mark.parametrize("text", ["", "NC", "à définir", "x", "2027", "1234567890", "travaux"])
def test_what_is_no_code_has_none(text):
    assert read_cpv(text).code is None


@pytest.mark.parametrize("text", ["x", "2027", "travaux"])
def test_what_is_not_understood_is_asked(text):
    assert (read_cpv(text).question or "").endswith("?")


def test_there_are_forty_five_divisions():
    assert len(DIVISIONS) == 45


@given(st.sampled_from(sorted(DIVISIONS)), st.integers(0, 999_999), st.integers(0, 9))
def test_a_code_written_in_any_way_is_read_back(division, rest, check_digit):
    code = f"{division}{rest:06d}"
    for text in (
        code,
        f"{code}-{check_digit}",
        f"CPV {code}-{check_digit}",
        f"{code[:2]} {code[2:5]} {code[5:]}",
        f"{code[:2]}.{code[2:5]}.{code[5:]}-{check_digit}",
    ):
        reading = read_cpv(text)
        assert reading.code == code, text
        assert reading.question is None


@given(st.one_of(st.text(), st.text("0123456789 -./x", max_size=20)))
def test_any_text_has_a_reading_whose_code_has_eight_digits(text):
    reading = read_cpv(text)
    assert isinstance(reading, CpvReading)
    assert reading.raw == text
    for code in filter(None, (reading.code, *reading.others)):
        assert len(code) == 8
        assert set(code) <= set("0123456789")
