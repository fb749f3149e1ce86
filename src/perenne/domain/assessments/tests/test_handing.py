"""What a file tells of few persons: nothing, and nothing that gives it back."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from perenne.domain.assessments.factories import bilan_saying
from perenne.domain.assessments.queries.handing import hidden_in
from perenne.domain.assessments.queries.keeping import Kept, Text, print_of, read, written
from perenne.domain.assessments.states import Block
from perenne.rules.secrecy import Grid, intervals

LEAST = 11


@pytest.mark.parametrize(
    ("measures", "lines", "hidden"),
    [
        pytest.param(
            {"persons": 40, "women": 14}, {"sex": {"woman": (14, 9_000), "man": (26, 9_000)}},
            set(), id="enough everywhere",
        ),
        pytest.param(
            {"persons": 40, "women": 3}, {"sex": {"woman": (3, 900), "man": (37, 9_000)}},
            {("women",), ("sex", "woman", "persons"), ("sex", "man", "persons"),
             ("sex", "woman", "minutes"), ("sex", "man", "minutes")},
            id="three women, and the men that would give them back",
        ),
        pytest.param(
            {"persons": 40, "qpv": 38}, {}, {("qpv",)}, id="nearly all of them: two are not",
        ),
        pytest.param(
            {"persons": 40, "women": 0}, {"sex": {"woman": (0, 0), "man": (40, 9_000)}},
            set(), id="nobody is told",
        ),
        pytest.param(
            {"hours_done": 9_000, "persons": 4, "women": 0, "hours_per_person": 2_250},
            {"sex": {"woman": (0, 0), "man": (4, 9_000)}},
            {("persons",), ("women",), ("hours_per_person",), ("sex", "")},
            id="four in all: not even that none is a woman; their hours are those of the contract",
        ),
        pytest.param(
            {"persons": 40, "over_50": 15},
            {"age": {"young": (22, 1), "middle": (3, 1), "over_50": (15, 1)}},
            {("over_50",), ("age", "middle", "persons"), ("age", "over_50", "persons"),
             ("age", "young", "minutes"), ("age", "middle", "minutes"),
             ("age", "over_50", "minutes")},
            id="a figure that is a line hidden to cover another",
        ),
        pytest.param(
            {"persons": 11, "women": 1},
            {"age": {"young": (1, 9), "middle": (1, 9), "old": (9, 9)}},
            {("women",), ("age", "")},
            id="eleven in three lines of few: the total alone would tell them too closely",
        ),
        pytest.param(
            {"persons": 40, "exits": 20, "exits_to_work": 16}, {}, set(),
            id="sixteen of forty found work",
        ),
    ],
)  # fmt: skip
def test_what_is_hidden(measures, lines, hidden):
    found = hidden_in(bilan_saying(measures, lines))
    if "over_50" in measures:  # which of the minutes are told depends on the margin
        found = {it for it in found if it[-1] != "minutes"}
        hidden = {it for it in hidden if it[-1] != "minutes"}
    assert found == hidden


@settings(max_examples=40)
@example([1, 1, 9], 0)
@given(
    some.lists(some.one_of(some.integers(0, 12), some.integers(0, 90)), min_size=1, max_size=6),
    some.integers(0, 5),
)
def test_no_small_number_of_persons_can_be_worked_out(counts, which):
    """Of a breakdown that adds up to all the persons, and of a figure that is one of its lines."""
    total, women = sum(counts), counts[which % len(counts)]
    lines = {str(place): (number, number * 600) for place, number in enumerate(counts)}
    hidden = hidden_in(bilan_saying({"persons": total, "women": women}, {"age": lines}))
    if total < LEAST:
        assert not total or {("persons",), ("women",), ("age", "")} <= hidden
        return
    whole = ("age", "") in hidden
    places = {
        (0, place)
        for place in range(len(counts))
        if whole or ("age", str(place), "persons") in hidden
    }
    grid = Grid.of_persons([counts])
    bounds = intervals(grid, places)
    for place, number in enumerate(counts):
        if 0 < number < LEAST and not whole:  # else a reader knows of the total and of no line
            assert bounds[0, place].is_as_wide_as(LEAST - 2)
    if ("women",) not in hidden:
        assert women == 0 or women >= LEAST
        assert total - women == 0 or total - women >= LEAST
        assert not women or (0, which % len(counts)) not in places


def test_what_is_kept_is_read_back_and_its_print_is_always_the_same():
    whole = bilan_saying({"persons": 40, "hours_due": None}, {"sex": {"woman": (3, 900)}})
    text = Text(Block.CONTEXT, "Un **mot** « d’ici »", "Camille", "Relais 77", whole.on, 2)
    kept = Kept(whole, (text,), (bilan_saying({"persons": 4}, title="Gymnase"),))
    content = written(kept)
    assert read(content) == kept
    assert print_of(content) == print_of(written(read(content)))
    assert print_of(content) != print_of(written(Kept(whole, (), kept.annexes)))
