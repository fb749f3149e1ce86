"""Outlines are loaded and counted like every official list; their mark changes with them."""

import pytest

from perenne.domain.territories.actions import OfficialOutline, load_outlines
from perenne.domain.territories.factories import load_places
from perenne.domain.territories.queries import outlines_mark, outlines_of

pytestmark = pytest.mark.django_db
SQUARE = ((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))
TRIANGLE = ((0, 0), (10, 0), (0, 10), (0, 0))


def drawn(code, *rings, source="Essai"):
    return OfficialOutline(code, rings, source)


@pytest.fixture(autouse=True)
def places(db):
    load_places()


def test_each_row_is_accounted_for():
    first = load_outlines([
        drawn("77284", SQUARE), drawn("77284", TRIANGLE), drawn("77288"), drawn("99999", SQUARE),
        drawn("77475", SQUARE[:-1]),
    ])  # fmt: skip
    assert (first.added, len(first.set_aside)) == (1, 4)
    again = load_outlines([drawn("77284", SQUARE), drawn("77288", SQUARE, TRIANGLE)])
    assert (again.added, again.changed, again.unchanged) == (1, 0, 1)
    assert load_outlines([drawn("77284", TRIANGLE)]).changed == 1
    assert outlines_of("77") == {"77284": (TRIANGLE,), "77288": (SQUARE, TRIANGLE)}
    assert outlines_of("91") == {}


def test_the_mark_is_that_of_these_outlines_and_no_other():
    assert outlines_mark("77") == ("", ())
    load_outlines([drawn("77284", SQUARE), drawn("77288", TRIANGLE, source="Autre")])
    mark, sources = outlines_mark("77")
    assert sources == ("Autre", "Essai")
    load_outlines([drawn("77284", SQUARE)])
    assert outlines_mark("77")[0] == mark
    load_outlines([drawn("77284", TRIANGLE), drawn("77288", SQUARE)])
    assert outlines_mark("77")[0] != mark
