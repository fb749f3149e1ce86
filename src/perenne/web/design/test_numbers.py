"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.web.design.numbers import read_minutes, read_number, write_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1200", "1200"),
        ("1 200,50", "1200.50"),
        ("1\u202f200,50\u00a0€", "1200.50"),
        ("1.200,50 €", "1200.50"),
        ("1,200.50", "1200.50"),
        ("1200.5", "1200.5"),
        ("12.500", "12500"),
        ("1.017.450,00 €", "1017450"),
        ("7,5 %", "7.5"),
        ("−3", "-3"),
        ("250 000 euros HT", "250000"),
        ("1'200", "1200"),
    ],
)
def test_a_number_typed_in_french_is_read(typed, meant):
    assert read_number(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed", ["", "environ 20", "1,2,3", "150 k€", "1e5", "٣", "NaN", "€", "--1"]
)
def test_what_is_not_a_number_is_refused(typed):
    with pytest.raises(ValueError, match=r"^"):
        read_number(typed)


@given(st.decimals(min_value=-(10**10), max_value=10**10, places=2))
def test_a_number_written_is_read_back(number):
    assert read_number(write_number(number)) == number


@given(st.text())
def test_a_text_gives_a_finite_number_or_a_refusal(text):
    try:
        number = read_number(text)
    except ValueError:
        number = None
    assert number is None or (number.is_finite() and any(sign.isdigit() for sign in text))


@pytest.mark.parametrize(
    ("number", "written"),
    [("1200.50", "1\u202f200,5"), ("12", "12"), ("12.00", "12"), ("0.05", "0,05"), ("-1", "-1")],
)
def test_a_number_is_written_in_french(number, written):
    assert write_number(Decimal(number)) == written


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("35", 2100), ("35,5", 2130), ("35 h 30", 2130), ("35:30", 2130), ("35 h", 2100), ("0,01", 1)],
)
def test_hours_are_read_to_the_minute(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["35 h 75", "trente", "35:3", ""])
def test_hours_that_mean_nothing_are_refused(typed):
    with pytest.raises(ValueError, match=r"^"):
        read_minutes(typed)
