from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.working_days import LOCAL_HOLIDAYS, Territory, easter, holidays, territory_of
from perenne.rules.working_days.holidays import SAINT_MARTIN_DAY

years = some.integers(1900, 2199)
places = some.sampled_from(Territory)

# (month, day) of Easter Sunday from 2000 to 2049, as almanacs print them.
ALMANAC = """
4-23 4-15 3-31 4-20 4-11 3-27 4-16 4-8 3-23 4-12 4-4 4-24 4-8 3-31 4-20 4-5 3-27 4-16 4-1 4-21
4-12 4-4 4-17 4-9 3-31 4-20 4-5 3-28 4-16 4-1 4-21 4-13 3-28 4-17 4-9 3-25 4-13 4-5 4-25 4-10
4-1 4-21 4-6 3-29 4-17 4-9 3-25 4-14 4-5 4-18
"""


@pytest.mark.parametrize(
    "sunday",
    [
        *(date(2000 + n, *map(int, day.split("-"))) for n, day in enumerate(ALMANAC.split())),
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(1954, 4, 18),
        date(1961, 4, 2),
        date(1981, 4, 19),
        date(2285, 3, 22),
    ],
)
def test_easter_falls_when_the_almanac_says(sunday):
    assert easter(sunday.year) == sunday


def knuth(year):
    """Easter by another algorithm (Knuth, The Art of Computer Programming, 1.3.2, E)."""
    golden, century = year % 19 + 1, year // 100 + 1
    dropped, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - dropped - 10
    epact = (11 * golden + 20 + moon - dropped) % 30
    epact += (epact == 25 and golden > 11) or epact == 24
    full = 44 - epact + 30 * (44 - epact < 21)
    return date(year, 3, 1) + timedelta(full + 7 - (sunday + full) % 7 - 1)


@pytest.mark.parametrize("century", range(1600, 9900, 100))
def test_two_algorithms_agree_on_easter(century):
    years = range(century, century + 100)
    assert [easter(year) for year in years] == [knuth(year) for year in years]


@given(some.integers(1, 9999))
def test_easter_is_a_sunday_of_spring(year):
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_the_eleven_holidays_of_2027():
    assert holidays(2027) == {
        date(2027, 1, 1),
        date(2027, 3, 29),
        date(2027, 5, 1),
        date(2027, 5, 8),
        date(2027, 5, 6),
        date(2027, 5, 17),
        date(2027, 7, 14),
        date(2027, 8, 15),
        date(2027, 11, 1),
        date(2027, 11, 11),
        date(2027, 12, 25),
    }


@pytest.mark.parametrize(("code", "is_holiday", "case"), rows_of("local_holidays"))
def test_local_holidays_are_those_a_lawyer_reads(code, is_holiday, case):
    territory = territory_of(case["département"], protestant_church=case.get("temple", False))
    row = LOCAL_HOLIDAYS[code]
    found = territory in row.territories and case["jour"] in row.in_year(case["jour"].year)
    assert found is is_holiday
    assert (case["jour"] in holidays(case["jour"].year, territory)) is is_holiday


@given(years, places)
def test_every_place_keeps_the_holidays_of_the_nation(year, territory):
    assert holidays(year) <= holidays(year, territory)


@given(some.integers(2019, 2199), places)
def test_a_place_has_its_local_holidays_once_a_year(year, territory):
    own = [row for row in LOCAL_HOLIDAYS if territory in row.territories]
    days = [day for row in own for day in row.in_year(year)]
    assert len(days) == len(own)
    assert holidays(year, territory) == holidays(year) | set(days)


@given(years)
def test_good_friday_is_two_days_before_easter(year):
    assert LOCAL_HOLIDAYS["good_friday"].in_year(year) == {easter(year) - timedelta(2)}


@pytest.mark.parametrize(
    ("code", "territory"),
    [
        ("77", Territory.METROPOLE),
        ("2A", Territory.METROPOLE),
        ("975", Territory.METROPOLE),
        ("57", Territory.ALSACE_MOSELLE),
        ("67", Territory.ALSACE_MOSELLE),
        ("68", Territory.ALSACE_MOSELLE),
        ("971", Territory.GUADELOUPE),
        ("972", Territory.MARTINIQUE),
        ("973", Territory.GUYANE),
        ("974", Territory.REUNION),
        ("976", Territory.MAYOTTE),
        ("977", Territory.SAINT_BARTHELEMY),
        ("978", Territory.SAINT_MARTIN),
    ],
)
def test_a_department_tells_the_territory(code, territory):
    assert territory_of(code) is territory


def test_a_protestant_church_counts_in_alsace_and_moselle_only():
    told = {code: territory_of(code, protestant_church=True) for code in ("68", "25", "971")}
    assert told == {
        "68": Territory.ALSACE_MOSELLE_GOOD_FRIDAY,
        "25": Territory.METROPOLE,
        "971": Territory.GUADELOUPE,
    }


def test_territories_and_rows_have_a_label_of_their_own():
    assert len({territory.label for territory in Territory}) == len(Territory)
    assert len({row.label for row in LOCAL_HOLIDAYS}) == len(LOCAL_HOLIDAYS)


def test_a_day_of_the_year_reads_in_french():
    assert str(SAINT_MARTIN_DAY.on(date(2026, 1, 1))) == "28 mai"
    assert str(SAINT_MARTIN_DAY.on(date(2018, 5, 3))) == "27 mai"
