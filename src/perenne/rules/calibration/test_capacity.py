import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import local_capacity
from perenne.rules.calibration.capacity import PRESENCE
from perenne.rules.calibration.working_time import WEEK, weeks_in
from perenne.rules.practice import USUAL
from perenne.values import Hours, Share

durations = some.integers(0, 10**7).map(Hours)


def plain(said):
    return said.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("hours", "persons", "months", "possible", "needed", "is_enough"),
    [
        (1_456, 1, 12, 1_456, 1, True),
        ("1456.02", 1, 12, 1_456, 2, False),
        (1_457, 2, 12, 2_912, 2, True),
        (833, 1, 6, 728, 2, False),
        (0, 0, 6, 0, 0, True),
        (1, 0, 1, 0, 1, False),
    ],
)
def test_persons_weeks_and_presence_make_the_hours_possible(
    hours, persons, months, possible, needed, is_enough
):
    found = local_capacity(Hours.of(hours), persons=persons, months=months)
    assert (found.possible, found.needed, found.is_enough) == (
        Hours.of(possible),
        needed,
        is_enough,
    )


def test_the_answer_names_the_figures_and_what_to_do():
    enough = local_capacity(Hours.of(728), persons=1, months=6).reason
    assert plain(enough) == (
        "1 personne(s) à 80 % de présence font 728 h en 6 mois : le volume est réalisable."
    )
    short = local_capacity(Hours.of(3_000), persons=2, months=6).reason
    assert plain(short) == (
        "2 personne(s) à 80 % de présence font 1 456 h en 6 mois, il en faudrait 5 : baissez le "
        "volume, étalez-le ou ouvrez le recrutement à d’autres communes."
    )


def test_a_committee_may_hold_another_presence():
    held = USUAL.choosing(PRESENCE, Share.percent(100))
    assert local_capacity(Hours.of(1), persons=1, months=12, practice=held).possible == Hours.of(
        1_820
    )


@pytest.mark.parametrize("months", [0, -1])
def test_without_a_duration_there_is_no_capacity(months):
    with pytest.raises(
        ValueError, match=r"^La durée manque\u00a0: donnez-la en mois, à partir de 1\.$"
    ):
        local_capacity(Hours.of(1), persons=1, months=months)


@given(durations, some.integers(0, 200), some.integers(1, 60))
def test_the_persons_needed_are_enough_and_one_less_is_not(hours, persons, months):
    found = local_capacity(hours, persons=persons, months=months)
    assert local_capacity(hours, persons=found.needed, months=months).is_enough
    assert found.is_enough is (persons >= found.needed)
    if found.needed:
        assert not local_capacity(hours, persons=found.needed - 1, months=months).is_enough


@given(some.integers(1, 60))
def test_a_year_has_fifty_two_weeks(years):
    assert weeks_in(12 * years) == 52 * years
    assert WEEK.value == Hours.of(35)
