from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.sheets.cells import clean, number_text, place_name


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((9, 25), "Z10"), ((0, 26), "AA1"), ((4, 701), "ZZ5")]
)
def test_a_place_has_the_name_that_the_user_sees(place, name):
    assert place_name(*place) == name


@given(st.integers(-(10**11), 10**11))
def test_an_amount_to_the_cent_survives_its_float(cents):
    exact = Decimal(cents) / 100
    assert Decimal(number_text(float(exact)).replace(",", ".")) == exact


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_number_is_never_written_with_a_power_of_ten(number):
    text = number_text(number)
    assert text == "#NOMBRE!" or set(text) <= set("-0123456789,")


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    if "_x" not in once:
        assert clean(once) == once
    assert not any(letter in once for letter in "\x00\x07\u200b\u202e\r")
