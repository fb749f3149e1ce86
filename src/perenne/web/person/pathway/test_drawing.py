"""The geometry of a pathway: months alike to come are one row, nothing leaves the frame."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from perenne.domain.hirings.states import CONFIRMED, PLANNED
from perenne.domain.hours.queries.persons import Job, Month, PathwayCard
from perenne.rules.eligibility import clock, outlook
from perenne.values import Hours, Period, add_months
from perenne.web.person.pathway.drawing import drawn, month_rows, shown_span

ON, RIGHT = date(2026, 11, 26), Period(date(2026, 9, 1), date(2028, 9, 1))
days = some.dates(date(2025, 1, 1), date(2029, 12, 31))


def job(starts_on, ends_on, state=CONFIRMED):
    return Job(1, "Gros Œuvre 77", "Maçon", "École", starts_on, ends_on, Hours.of(35), state)


def card(*jobs, months=(), right=RIGHT):
    return PathwayCard(
        1, "P-1", "Lou", True, jobs, months, Hours.of(100), None, clock(right, on=ON),
        outlook([one.days for one in jobs], right, on=ON), right, (), "", False, False, False,
    )  # fmt: skip


def test_months_to_come_that_are_alike_are_one_row():
    held = card(
        job(date(2026, 9, 1), date(2027, 2, 28)),
        job(date(2027, 6, 1), date(2027, 8, 31), PLANNED),
        months=(Month(date(2026, 10, 1), Hours.of(151), ()),),
    )
    rows = [(f"{row.month:%m/%y}", f"{row.until:%m/%y}", row.employers, row.is_gap)
            for row in month_rows(held, ON)]  # fmt: skip
    here, planned = ("Gros Œuvre 77",), ("Gros Œuvre 77 (prévu)",)
    assert rows == [
        ("09/26", "09/26", here, False), ("10/26", "10/26", here, False),
        ("11/26", "11/26", here, False), ("12/26", "02/27", here, False),
        ("03/27", "05/27", (), True), ("06/27", "08/27", planned, False),
        ("09/27", "08/28", (), True),
    ]  # fmt: skip
    assert drawn(card(), ON) is None


@settings(max_examples=60)
@given(some.lists(some.tuples(days, some.none() | days), min_size=1, max_size=5))
def test_every_box_stands_in_the_frame_and_every_month_in_one_row(spans):
    jobs = [job(start, end) for start, end in spans if end is None or end >= start]
    held = card(*jobs)
    if not jobs:
        return
    drawing, span = drawn(held, ON), shown_span(held, ON)
    for box in drawing.boxes:
        assert 0 <= box.x <= box.x + box.width <= drawing.width
        assert 0 <= box.y <= box.y + box.height <= drawing.height
    rows = month_rows(held, ON)
    assert rows[0].month == span.start
    for one, after in pairwise(rows):
        assert add_months(one.until, 1) == after.month
    assert add_months(rows[-1].until, 1) == span.end


@pytest.mark.parametrize("state", [CONFIRMED, PLANNED])
def test_a_planned_job_is_drawn_lighter(state):
    kinds = {box.kind for box in drawn(card(job(ON, None, state)), ON).boxes}
    assert ("planned" in kinds) == (state is PLANNED)
