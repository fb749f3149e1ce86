from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.law import Confidence, Default, Source
from perenne.rules.practice import USUAL, Practice, check, choice, held_on, parameter, written
from perenne.values import Hours

FLOOR = parameter(
    "trial.floor", "Volume plancher", Hours.of(150), between=(Hours.of(100), Hours.of(300))
)
MONTHS = choice("trial.months", "Durée comptée", 24, 12, 18, unit="mois")
SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


def test_what_nobody_chose_keeps_its_usual_value():
    assert USUAL.of(FLOOR) == Hours.of(150)
    assert USUAL.of(MONTHS) == 24


def test_what_a_committee_chose_is_held():
    held = USUAL.choosing(FLOOR, Hours.of(200)).choosing(MONTHS, 12)
    assert held.of(FLOOR) == Hours.of(200)
    assert held.of(MONTHS) == 12
    assert USUAL.of(MONTHS) == 24


@pytest.mark.parametrize("hours", [100, 300])
def test_the_bounds_themselves_may_be_chosen(hours):
    check(FLOOR, Hours.of(hours))


@pytest.mark.parametrize("hours", ["99.98", "300.02"])
def test_beyond_the_bounds_a_sentence_says_what_to_choose(hours):
    with pytest.raises(ValueError, match="de 100\u00a0h à 300\u00a0h"):
        USUAL.choosing(FLOOR, Hours.of(hours))


def test_what_is_not_among_the_choices_is_refused_with_the_choices():
    with pytest.raises(ValueError, match="24\u00a0mois, 12\u00a0mois, 18\u00a0mois"):
        USUAL.choosing(MONTHS, 36)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (True, "", "oui"),
        (False, "", "non"),
        (date(2026, 3, 1), "", "01/03/2026"),
        (24, "mois", "24 mois"),
        (Hours.of(35), "", "35\u00a0h"),
        (Confidence.VARIES, "", "valeur indicative, à valider par le facilitateur"),
    ],
)
def test_a_held_value_is_written_in_french(value, unit, said):
    assert written(value, unit) == said


def test_a_number_of_the_law_is_nobodys_choice():
    fixed = Default.single(7, Source("Code", "article 1"), Confidence.SURE)
    with pytest.raises(ValueError, match="n’est pas un paramètre"):
        USUAL.choosing(fixed, 8)
    assert Practice(1, SPRING, {"": 8}).of(fixed) == 7


def test_a_version_holds_from_its_day_and_the_old_one_before():
    first = USUAL.revised(SPRING).choosing(MONTHS, 12)
    second = first.revised(AUTUMN).choosing(MONTHS, 18)
    versions = (second, first)
    assert held_on(date(2026, 2, 28), versions).of(MONTHS) == 24
    assert held_on(SPRING, versions).of(MONTHS) == 12
    assert held_on(date(2026, 8, 31), versions).of(MONTHS) == 12
    assert held_on(AUTUMN, versions).of(MONTHS) == 18
    assert [first.number, second.number] == [1, 2]


def test_a_new_version_starts_from_the_choices_of_the_one_before():
    first = USUAL.revised(SPRING).choosing(MONTHS, 12)
    assert first.revised(AUTUMN).of(MONTHS) == 12


@pytest.mark.parametrize("since", [SPRING, date(2026, 1, 1)])
def test_a_version_cannot_rewrite_the_past(since):
    with pytest.raises(ValueError, match="en vigueur depuis le 01/03/2026"):
        USUAL.revised(SPRING).revised(since)


@given(some.integers(0, 500).map(Hours.of))
def test_a_choice_is_either_held_or_refused(hours):
    if FLOOR.low <= hours <= FLOOR.high:
        assert USUAL.choosing(FLOOR, hours).of(FLOOR) == hours
    else:
        with pytest.raises(ValueError, match="Volume plancher"):
            USUAL.choosing(FLOOR, hours)


@given(some.dates(), some.lists(some.dates(date(2000, 1, 1)), unique=True, max_size=5))
def test_one_version_and_one_only_is_held_each_day(day, starts):
    versions = tuple(Practice(number, start) for number, start in enumerate(sorted(starts), 1))
    held = held_on(day, versions)
    assert held.since <= day
    assert all(not held.since < version.since <= day for version in versions)
