"""How what the journal keeps is told to people."""

from enum import Enum

import pytest

from perenne.kit.journal.telling import (
    LONGEST,
    Told,
    among,
    bare,
    choice,
    day,
    euros,
    hours,
    moment,
    months,
    share,
)


class Stage(Enum):
    WORDED = "worded"

    @property
    def label(self):
        return "Rédigée"


@pytest.mark.parametrize(
    ("form", "value", "said"),
    [
        (euros, 123_450, "1 234,50 €"),
        (hours, 60 * 833, "833 h"),
        (hours, 90, "1 h 30"),
        (share, 1_250, "12,5 %"),
        (months, 48, "48 mois"),
        (day, "2027-03-01", "1er mars 2027"),
        (moment, "2026-07-01T08:05:00+00:00", "1er juillet 2026 à 10:05"),
        (moment, "2026-12-01T08:05:00+00:00", "1er décembre 2026 à 09:05"),
        (choice(Stage), "worded", "Rédigée"),
        (among({"a": "Alpha"}), "a", "Alpha"),
        (among({"a": "Alpha"}), "b", "b"),
        (bare, "whatever", ""),
    ],
)
def test_values_are_written_as_people_read_them(form, value, said):
    assert " ".join(Told("x", form).says(value).split()) == said


@pytest.mark.parametrize(("value", "said"), [(True, "oui"), (False, "non"), (0, "0"), ([1], "")])
def test_without_a_form_a_value_is_told_as_it_is(value, said):
    assert Told("x").says(value) == said


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize("form", [euros, hours, share, day, moment, choice(Stage), bare])
def test_nothing_is_told_as_nothing(form, nothing):
    assert Told("x", form).says(nothing) == ""


@pytest.mark.parametrize("form", [euros, hours, day, moment, choice(Stage)])
def test_what_a_form_cannot_read_is_told_as_it_was_kept(form):
    """An older entry may hold what the code of today no longer knows."""
    assert Told("x", form).says("lost") == "lost"


def test_a_long_text_is_cut():
    assert len(Told("x").says("a" * 900)) == LONGEST
