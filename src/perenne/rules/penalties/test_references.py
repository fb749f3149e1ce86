from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.penalties import Formula, late_days, reference_for
from perenne.rules.penalties.references import HOURLY_CEILING, MINIMUM_WAGE
from perenne.rules.working_days import Territory
from perenne.values import Euros

OTHERS = set(Formula) - {Formula.PER_HOUR_CEILING, Formula.PER_HOUR_WAGE, Formula.PER_HOUR_COST}


@pytest.mark.parametrize(
    ("day", "ceiling", "wage"),
    [
        (date(2018, 1, 1), 25, "9.88"),
        (date(2019, 12, 31), 25, "10.03"),
        (date(2020, 1, 1), 26, "10.15"),
        (date(2021, 9, 30), 26, "10.25"),
        (date(2021, 10, 1), 26, "10.48"),
        (date(2022, 4, 30), 26, "10.57"),
        (date(2022, 5, 1), 26, "10.85"),
        (date(2022, 12, 31), 26, "11.07"),
        (date(2023, 1, 1), 27, "11.27"),
        (date(2023, 5, 1), 27, "11.52"),
        (date(2024, 1, 1), 29, "11.65"),
        (date(2024, 10, 31), 29, "11.65"),
        (date(2025, 12, 31), 29, "11.88"),
        (date(2026, 1, 1), 30, "12.02"),
        (date(2026, 11, 25), 30, "12.02"),
    ],
)
def test_a_reference_is_the_one_of_its_day(day, ceiling, wage):
    assert reference_for(Formula.PER_HOUR_CEILING, day) == Euros.of(ceiling)
    assert reference_for(Formula.PER_HOUR_WAGE, day) == Euros.of(wage)


@pytest.mark.parametrize("formula", [Formula.PER_HOUR_CEILING, Formula.PER_HOUR_WAGE])
def test_before_2018_no_reference_is_guessed(formula):
    with pytest.raises(LookupError, match="31/12/2017"):
        reference_for(formula, date(2017, 12, 31))


@pytest.mark.parametrize("held", [HOURLY_CEILING, MINIMUM_WAGE])
def test_ceiling_and_wage_have_never_gone_down(held):
    values = [held.values[day] for day in sorted(held.values)]
    assert values == sorted(values)


def test_the_cost_is_that_of_the_calibration():
    day, cost = date(2026, 11, 25), Euros.of(30)
    assert reference_for(Formula.PER_HOUR_COST, day, cost) == cost
    with pytest.raises(ValueError, match="Indiquez le coût horaire retenu"):
        reference_for(Formula.PER_HOUR_COST, day)


@pytest.mark.parametrize("formula", OTHERS)
def test_other_formulas_refer_to_nothing(formula):
    assert reference_for(formula, date(2000, 1, 1), Euros.of(30)) is None


@pytest.mark.parametrize(
    ("expected", "sent", "calendar", "working"),
    [
        (date(2026, 11, 12), date(2026, 11, 12), 0, 0),
        (date(2026, 11, 12), date(2026, 11, 11), 0, 0),
        (date(2026, 11, 12), date(2026, 11, 13), 1, 1),
        (date(2026, 11, 12), date(2026, 11, 17), 5, 3),
        (date(2026, 11, 10), date(2026, 11, 12), 2, 1),
    ],
)
def test_days_late_are_counted_from_the_day_after(expected, sent, calendar, working):
    assert late_days(expected, sent) == calendar
    assert late_days(expected, sent, working_days=True) == working


def test_working_days_late_are_those_of_the_place():
    place = Territory.MARTINIQUE
    days = date(2026, 5, 20), date(2026, 5, 22)
    assert late_days(*days, working_days=True) == 2
    assert late_days(*days, working_days=True, territory=place) == 1
    assert late_days(*days, territory=place) == 2


@given(some.dates(date(2000, 1, 1), date(2100, 1, 1)), some.integers(0, 200))
def test_working_days_late_are_never_more_than_days(expected, days):
    sent = date.fromordinal(expected.toordinal() + days)
    assert late_days(expected, sent) == days
    assert 0 <= late_days(expected, sent, working_days=True) <= days
