"""The drawing of a target: its lines stay in the box, and end where the figures end."""

import re
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.targets import Change, Facts, curve
from perenne.values import Euros, Hours
from perenne.web.commitments.show.drawing import BOTTOM, LEFT, RIGHT, TOP, drawn

START = date(2025, 1, 1)
FACTS = Facts(Hours.of(100), Euros.of(1), 12, START, START)


@given(some.lists(some.tuples(some.integers(1, 900), some.integers(0, 90_000)), max_size=8))
def test_every_step_is_in_the_box(changes):
    facts = replace(
        FACTS,
        changes=tuple(
            Change(number, START + timedelta(days), hours=Hours(minutes))
            for number, (days, minutes) in enumerate(changes, 1)
        ),
    )
    points = curve(facts, until=START + timedelta(1000))
    found = drawn(points, today=START + timedelta(10))
    across = [int(x) for x in re.findall(r"H(\d+)", found.due)]
    up = [int(y) for y in re.findall(r"V(\d+)", found.due)]
    assert across == sorted(across)
    assert across[-1] == RIGHT
    assert all(TOP <= y <= BOTTOM for y in up)
    assert LEFT <= found.today <= RIGHT
    assert up[-1] == BOTTOM - (BOTTOM - TOP) * points[-1].due.minutes // found.most.minutes


def test_nothing_is_drawn_of_one_day_or_of_no_hour():
    assert drawn(curve(FACTS, until=START), today=START) is None
    none = replace(FACTS, written=Hours(0))
    assert drawn(curve(none, until=START + timedelta(9)), today=START) is None
