from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.criterion import (
    CriterionGrid,
    Entry,
    Level,
    Scoring,
    SubCriterionCode,
    default_grid,
    level_points,
    volume_points,
)
from perenne.rules.criterion.scoring import CEILING
from perenne.rules.practice import USUAL
from perenne.values import Hours, Share

FLOOR = Hours.of(800)


def test_the_usual_grid_adds_up_to_a_hundred():
    grid = default_grid()
    assert [(entry.title, entry.points) for entry in grid.entries] == [
        ("Volume", 30),
        ("Accueil et encadrement", 25),
        ("Formation et qualification", 25),
        ("Durée de l’emploi", 20),
    ]
    assert all(len(entry.row.questions) >= 2 for entry in grid.entries)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([(SubCriterionCode.VOLUME, 60)], "Les points font 60"),
        ([(SubCriterionCode.VOLUME, 101)], "Les points font 101"),
        ([(SubCriterionCode.VOLUME, 100), (SubCriterionCode.WELCOME, 0)], "au moins un point"),
        ([(SubCriterionCode.VOLUME, 50), (SubCriterionCode.OWN, 50)], "Écrivez ce que note"),
        ([(SubCriterionCode.OWN, 100, "Nombre de femmes")], "sexe, condition"),
        ([(SubCriterionCode.OWN, 100, "Label RSE")], "politique sociale générale"),
    ],
)
def test_a_grid_that_cannot_be_announced_is_refused(entries, said):
    with pytest.raises(ValueError, match=said):
        CriterionGrid(tuple(Entry(*entry) for entry in entries))


def test_an_element_of_the_buyer_keeps_its_words():
    grid = CriterionGrid((Entry(SubCriterionCode.OWN, 100, " Parrainage d'un collège "),))
    assert grid.entries[0].title == "Parrainage d’un collège"
    assert replace(grid.entries[0], label="").title == "Autre élément"


def test_points_given_by_the_buyer_replace_the_usual_ones():
    grid = default_grid({SubCriterionCode.TRAINING: 60, SubCriterionCode.LASTING: 40})
    assert [entry.points for entry in grid.entries] == [60, 40]


@pytest.mark.parametrize(
    ("offered", "hundredths"), [(800, 0), (1_000, 1_500), (1_200, 3_000), (5_000, 3_000), (801, 8)]
)
def test_the_volume_is_noted_in_proportion_up_to_the_ceiling(offered, hundredths):
    assert volume_points(Hours.of(offered), FLOOR, 30) == hundredths


def test_a_committee_may_hold_another_ceiling():
    practice = USUAL.choosing(CEILING, Share.percent(100))
    assert volume_points(Hours.of(1_200), FLOOR, 30, practice=practice) == 1_500


@pytest.mark.parametrize(("offered", "floor"), [(799, 800), (10, 0)])
def test_a_tender_under_the_floor_is_not_noted(offered, floor):
    with pytest.raises(ValueError, match="not noted"):
        volume_points(Hours.of(offered), Hours.of(floor), 30)


@given(
    some.integers(1, 10**6).map(Hours),
    some.lists(some.integers(0, 10**6), min_size=2, max_size=6),
    some.integers(1, 100),
)
def test_whoever_offers_as_much_has_as_many_points_and_more_never_has_fewer(floor, above, points):
    offers = sorted(Hours(floor.minutes + more) for more in above)
    notes = [volume_points(offer, floor, points) for offer in offers]
    assert notes == sorted(notes)
    assert all(0 <= note <= points * 100 for note in notes)
    assert len(set(offers)) >= len(set(notes))


@pytest.mark.parametrize("level", Level)
def test_a_level_is_a_share_of_the_points(level):
    assert level_points(level, 25) == level * 25


@pytest.mark.parametrize("scoring", Scoring)
def test_a_method_is_told_in_words(scoring):
    assert scoring.label
