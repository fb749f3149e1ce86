import pytest
from hypothesis import given
from hypothesis import strategies as some
from stdnum import luhn

from perenne.values import Siret

GOOD = "73282932000074"
valid = some.from_regex(r"[0-9]{8}", fullmatch=True).flatmap(
    lambda eight: some.from_regex(r"[0-9]{4}", fullmatch=True).map(
        lambda four: (
            (siren := eight + luhn.calc_check_digit(eight))
            + four
            + luhn.calc_check_digit(siren + four)
        )
    )
)


@pytest.mark.parametrize(
    "typed", [GOOD, "732 829 320 00074", " 732.829.320.00074 ", "732 829 320 000 74"]
)
def test_spaces_and_dots_are_forgiven(typed):
    assert Siret.read(typed) == Siret(GOOD)


@pytest.mark.parametrize(
    "typed",
    ["", "7328293200007", "732829320000740", "73282932000075", "7328293200007A", "siret"],
)
def test_any_other_text_is_refused_by_a_sentence_that_says_what_to_check(typed):
    with pytest.raises(ValueError, match="vérifiez ses 14 chiffres") as refused:
        Siret.read(typed)
    assert refused.value.__cause__ is None


def test_the_offices_of_la_poste_have_a_key_of_their_own():
    assert Siret.read("35600000049837").siren == "356000000"


def test_it_is_written_in_groups_and_begins_with_the_siren():
    assert (str(Siret(GOOD)), Siret(GOOD).siren) == ("732 829 320 00074", "732829320")


@given(valid)
def test_what_is_written_reads_back(digits):
    assert Siret.read(str(Siret.read(digits))).digits == digits


@given(valid, some.integers(0, 13), some.integers(1, 9))
def test_one_wrong_figure_is_always_seen(digits, place, slip):
    wrong = str((int(digits[place]) + slip) % 10)
    mistyped = digits[:place] + wrong + digits[place + 1 :]
    if not mistyped.startswith("356000000"):
        with pytest.raises(ValueError, match="14 chiffres"):
            Siret.read(mistyped)
