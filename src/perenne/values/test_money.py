from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.values import Euros

cents = some.integers(-(10**14), 10**14)


@pytest.mark.parametrize(
    ("amount", "kept"),
    [
        ("0", 0),
        ("12", 1_200),
        ("0.1", 10),
        ("0.005", 1),
        ("0.004", 0),
        ("-0.005", -1),
        ("1234567.894", 123_456_789),
    ],
)
def test_an_amount_is_rounded_half_up_to_the_cent(amount, kept):
    assert Euros.of(amount) == Euros.of(Decimal(amount)) == Euros(kept)


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        (0, "0\u00a0€"),
        (100, "1\u00a0€"),
        (150, "1,50\u00a0€"),
        (5, "0,05\u00a0€"),
        (-5, "-0,05\u00a0€"),
        (99_999_00, "99\u202f999\u00a0€"),
        (1_234_567_89, "1\u202f234\u202f567,89\u00a0€"),
        (-120_000_00, "-120\u202f000\u00a0€"),
    ],
)
def test_it_is_written_as_french_typography_writes_it(kept, written):
    assert str(Euros(kept)) == written


@pytest.mark.parametrize("amount", ["", "12 000", "dix", "1,5"])
def test_what_is_not_a_number_is_not_an_amount(amount):
    with pytest.raises(ArithmeticError):
        Euros.of(amount)


@given(cents)
def test_nothing_is_lost_between_cents_and_euros(kept):
    assert Euros.of(Euros(kept).amount) == Euros(kept)


@given(cents, cents)
def test_adding_then_taking_away_changes_nothing(one, other):
    assert Euros(one) + Euros(other) - Euros(other) == Euros(one)
    assert (Euros(one) < Euros(other)) == (one < other)


@given(cents, some.integers(-1_000, 1_000))
def test_so_many_times_an_amount_is_exact(kept, times):
    assert Euros(kept) * times == Euros(kept * times)


@given(cents, some.decimals("0", "1", places=4))
def test_a_part_of_an_amount_is_rounded_to_the_cent(kept, part):
    assert abs((Euros(kept) * part).amount - Euros(kept).amount * part) <= Decimal("0.005")


@given(cents)
def test_what_is_written_reads_back(kept):
    plain = str(Euros(kept)).translate({0x202F: "", 0xA0: "", ord("€"): "", ord(","): "."})
    assert Euros.of(plain) == Euros(kept)


@given(cents)
def test_only_nothing_is_false(kept):
    assert bool(Euros(kept)) == (kept != 0)
