import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import crews
from perenne.rules.calibration.capacity import PRESENCE
from perenne.rules.calibration.working_time import WEEK, weeks_in
from perenne.rules.practice import USUAL
from perenne.values import Hours, Share


def told(hours, months=None, **held):
    return [(c.persons, c.weeks, c.weeks_foreseen) for c in crews(Hours.of(hours), months, **held)]


@pytest.mark.parametrize(
    ("hours", "months", "teams"),
    [
        (833, None, [(1, 24, 30), (2, 12, 15), (3, 8, 10), (4, 6, 8)]),
        (833, 6, [(2, 12, 15), (3, 8, 10), (4, 6, 8), (5, 5, 6)]),
        (833, 7, [(1, 24, 30), (2, 12, 15), (3, 8, 10), (4, 6, 8)]),
        (35, None, [(1, 1, 2), (2, 1, 1)]),
        (3_500, 12, [(3, 34, 42), (4, 25, 32), (5, 20, 25), (6, 17, 21)]),
        (1, 1, [(1, 1, 1)]),
        (0, 12, []),
        (-5, 12, []),
    ],
)
def test_a_volume_is_told_as_people_and_weeks(hours, months, teams):
    assert told(hours, months) == teams


def test_a_committee_that_holds_another_presence_foresees_other_weeks():
    held = USUAL.choosing(PRESENCE, Share.percent(100))
    assert told(833, practice=held)[0] == (1, 24, 24)


@given(some.integers(1, 10**8).map(Hours), some.none() | some.integers(1, 240))
def test_every_team_does_the_hours_in_time_and_a_smaller_one_would_not(hours, months):
    teams = crews(hours, months)
    assert 1 <= len(teams) <= 4
    for team in teams:
        assert team.persons * team.weeks * WEEK.value.minutes >= hours.minutes
        assert team.persons * (team.weeks - 1) * WEEK.value.minutes < hours.minutes
        assert team.weeks <= team.weeks_foreseen
        assert months is None or team.weeks_foreseen <= weeks_in(months)
    first = teams[0].persons
    if first > 1:
        worked = (first - 1) * int(weeks_in(months)) * WEEK.value.minutes * 8 // 10
        assert worked < hours.minutes
    assert [t.weeks_foreseen for t in teams] == sorted({t.weeks_foreseen for t in teams})[::-1]
