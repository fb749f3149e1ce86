import pytest

from perenne.rules.eligibility import (
    Group,
    JobSearch,
    PassState,
    Schooling,
    Sensitivity,
    WindowStart,
)


@pytest.mark.parametrize("months", [-1, 13])
def test_nobody_works_less_than_nothing_or_more_than_a_year(months):
    with pytest.raises(ValueError, match=r"^Les mois travaillés sur les 12 derniers vont"):
        JobSearch(months_worked=months)


@pytest.mark.parametrize("months", [None, 0, 12])
def test_from_nothing_to_twelve_months_may_be_worked(months):
    assert JobSearch(months_worked=months).months_worked == months


@pytest.mark.parametrize("level", [-1, 9])
def test_a_level_out_of_the_french_frame_is_refused(level):
    with pytest.raises(ValueError, match=r"^Le niveau de diplôme va de 0 à 8\u00a0: corrigez-le"):
        Schooling(diploma_level=level)


@pytest.mark.parametrize("level", [None, 0, 8])
def test_the_eight_levels_and_none_at_all_are_taken(level):
    assert Schooling(diploma_level=level).diploma_level == level


@pytest.mark.parametrize("words", [Group, PassState, Sensitivity, WindowStart])
def test_what_a_screen_shows_is_told_in_french(words):
    assert len({word.label for word in words}) == len(words)
