import pytest

from perenne.rules.practice import USUAL
from perenne.rules.secrecy import Cell, Grid, Hiding, Protected, protect
from perenne.rules.secrecy.cells import Behind
from perenne.rules.secrecy.grounds import DOMINANCE, LEAST_COMPANIES, LEAST_PERSONS
from perenne.values import Share

PERSONS = Grid.of_persons([[3, 40, 5_000]])
COMPANIES = Grid(((Cell(100, 2, 60), Cell(1_000, 5, 900), Cell(2_000, 9, 300)),), Behind.COMPANIES)


def plain(said):
    return said.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_a_reader_sees_the_same_two_characters_for_whatever_is_hidden():
    found = protect(PERSONS)
    assert found.hidden == {(0, 0): Hiding.FEW_PERSONS, (0, 1): Hiding.COMPLEMENTARY}
    assert [found.printed((0, at)) for at in range(4)] == ["s.", "s.", "5\u202f000", "5\u202f043"]
    assert [found.published((0, at)) for at in range(4)] == [None, None, 5_000, 5_043]


def test_the_note_does_not_tell_which_cell_is_which():
    assert plain(protect(PERSONS).note) == (
        "s. : secret statistique. La case porte sur moins de 11 personnes, ou permettrait d'en "
        "recalculer une autre."
    )
    assert plain(protect(COMPANIES).note) == (
        "s. : secret statistique. La case porte sur moins de 3 entreprises, une seule en fait "
        "plus de 85 %, ou la case permettrait d'en recalculer une autre."
    )


@pytest.mark.parametrize(
    ("grid", "place", "reason"),
    [
        (PERSONS, (0, 0), "Non diffusé : moins de 11 personnes."),
        (
            PERSONS,
            (0, 1),
            "Non diffusé : cette case permettrait d'en recalculer une autre.",
        ),
        (PERSONS, (0, 2), ""),
        (COMPANIES, (0, 0), "Non diffusé : moins de 3 entreprises."),
        (COMPANIES, (0, 1), "Non diffusé : une entreprise représente plus de 85 % du total."),
    ],
)
def test_those_who_publish_are_told_why_each_cell_is_hidden(grid, place, reason):
    assert plain(protect(grid).reason(place)) == reason


def test_the_numbers_told_are_those_that_the_committee_holds():
    held = (
        USUAL.choosing(LEAST_PERSONS, 5)
        .choosing(LEAST_COMPANIES, 4)
        .choosing(DOMINANCE, Share.percent(70))
    )
    assert "moins de 5 personnes" in plain(protect(PERSONS, practice=held).note)
    note = plain(protect(COMPANIES, practice=held).note)
    assert "moins de 4 entreprises, une seule en fait plus de 70 %" in note


def test_where_nothing_is_hidden_there_is_nothing_to_say():
    assert Protected(PERSONS, {}, USUAL).note == ""
