"""The guide shows every picture that the journeys take, and no other."""

import re

import pytest

from tests.house.places import ROOT

GUIDE = ROOT / "docs" / "guide"
PICTURES = {path.name: path for path in (GUIDE / "pictures").glob("*")}
SHOWN = re.findall(r"!\[([^\]]*)\]\(pictures/([^)]+)\)", (GUIDE / "README.md").read_text())
TAKEN = re.compile(r"""\.look\(\s*"([^"]+)""")
HEAVIEST = 150_000  # bytes


def test_the_guide_shows_each_picture_once_and_each_exists():
    assert sorted(name for _words, name in SHOWN) == sorted(PICTURES)


@pytest.mark.parametrize(("words", "name"), SHOWN, ids=[name for _words, name in SHOWN])
def test_a_picture_is_told_in_words(words, name):
    assert len(words) >= 20


def test_every_picture_is_one_that_a_journey_takes():
    journeys = (ROOT / "tests" / "journeys").glob("test_*.py")
    taken = {name for path in journeys for name in TAKEN.findall(path.read_text())}
    ways = re.compile(r"(-320)?(-sombre)?\.png$")
    assert {ways.sub("", name) for name in PICTURES} == taken


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_picture_is_light(name):
    assert PICTURES[name].stat().st_size <= HEAVIEST
