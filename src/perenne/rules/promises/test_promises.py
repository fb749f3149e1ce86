"""Promises of a structure against the hours that it says it has."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from perenne.rules.practice import USUAL
from perenne.rules.promises import (
    TOLERANCE,
    WHOLE,
    Part,
    Promise,
    Stated,
    by_month,
    group_for,
    left_of,
    overloads,
    rate,
    rate_of_week,
)
from perenne.rules.promises.groups import LARGEST_GROUP
from perenne.values import Hours, Period, Share

EXACT = USUAL.choosing(TOLERANCE, Share(0))
SPAN = Period(date(2027, 1, 1), date(2027, 5, 1))
PAINT, CLEAN = Stated("painting", Hours.of(300)), Stated("cleaning", Hours.of(100))


def promise(hours, start, end, trade="painting"):
    return Promise(Hours.of(hours), Period(date(2027, *start), date(2027, *end)), trade)


def told(found):
    return [
        (it.trade, f"{it.days.start:%d/%m}-{it.days.last_day:%d/%m}", it.stated.whole,
         it.promised.whole, it.over.whole)
        for it in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("promises", "expected"),
    [
        ([promise(300, (1, 1), (5, 1))], []),
        ([promise(200, (1, 1), (2, 15)), promise(200, (2, 15), (5, 1))], []),
        (
            [promise(200, (1, 1), (3, 1)), promise(200, (2, 15), (5, 1))],
            [("painting", "15/02-28/02", 300, 400, 100)],
        ),
        (  # the most that is promised on days that follow each other
            [promise(301, (1, 1), (5, 1)), promise(40, (2, 1), (3, 1))],
            [("painting", "01/01-30/04", 300, 341, 41)],
        ),
        (  # no trade alone says it: the whole does, whatever the trade of the last one
            [promise(300, (1, 1), (3, 1)), promise(101, (2, 1), (5, 1), WHOLE)],
            [(WHOLE, "01/02-28/02", 400, 401, 1)],
        ),
        (  # a trade of which nothing was said weighs on the whole
            [promise(350, (1, 1), (2, 1), "gardening")], [],
        ),
        (
            [promise(350, (1, 1), (2, 1)), promise(150, (1, 1), (2, 1), "cleaning")],
            [("painting", "01/01-31/01", 300, 350, 50), ("cleaning", "01/01-31/01", 100, 150, 50)],
        ),
    ],
)  # fmt: skip
def test_more_than_was_said_is_told_with_its_days(promises, expected):
    assert told(overloads([PAINT, CLEAN], promises, SPAN, practice=EXACT)) == expected


@pytest.mark.parametrize(("hours", "times"), [(330, 0), (331, 1)])
def test_a_little_too_much_is_nothing(hours, times):
    assert len(overloads([PAINT], [promise(hours, (1, 1), (2, 1))], SPAN)) == times


def test_hours_are_spread_over_the_days_of_a_need():
    year = Period(date(2027, 1, 1), date(2028, 1, 1))
    assert rate(Hours.of(1_200), year) == Hours.of(100)
    assert rate(Hours.of(300), Period(date(2027, 1, 1), date(2027, 7, 2))) == Hours(3_008)
    assert rate_of_week(Hours.of(35)) == Hours(9_125)
    with pytest.raises(ValueError, match="no day"):
        rate(Hours.of(1), Period(year.start, year.start))


def test_who_said_nothing_never_promises_too_much():
    promises = [promise(900, (1, 1), (5, 1))]
    assert overloads([], promises, SPAN) == ()
    assert left_of([], promises, SPAN) == {}


def test_an_overload_is_told_in_a_sentence():
    (one,) = overloads([PAINT], [promise(420, (3, 1), (4, 1))], SPAN)
    assert one.said.replace("\u202f", " ").replace("\xa0", " ") == (
        "420 h par mois promises du 1er mars 2027 au 31 mars 2027, pour 300 h dites possibles"
    )


@pytest.mark.parametrize(
    ("promises", "painting", "cleaning"),
    [
        ([], 1_200, 400),
        ([promise(100, (1, 1), (2, 1))], 1_100, 400),
        ([promise(300, (2, 1), (2, 15))], 1_050, 400),  # half of February
        ([promise(400, (1, 1), (2, 1))], 900, 300),  # nothing is left, and never less
        ([promise(350, (1, 1), (2, 1), WHOLE)], 950, 350),
    ],
)
def test_what_is_left_is_counted_by_day_and_never_below_nothing(promises, painting, cleaning):
    left = left_of([PAINT, CLEAN], promises, SPAN)
    assert left == {"painting": Hours.of(painting), "cleaning": Hours.of(cleaning)}


def test_the_months_of_a_structure_say_what_is_promised_and_what_is_left():
    promises = [promise(420, (2, 1), (3, 1)), promise(100, (3, 1), (4, 1), WHOLE)]
    rows = by_month([PAINT, CLEAN], promises, SPAN)
    assert [(f"{month:%m}", used.whole, left.whole) for month, used, left in rows] == [
        ("01", 0, 400), ("02", 420, 0), ("03", 100, 300), ("04", 0, 400),
    ]  # fmt: skip


days = some.dates(date(2026, 12, 1), date(2027, 6, 1))
one_promise = some.builds(
    lambda hours, start, length, trade: Promise(
        Hours.of(hours), Period(start, start + timedelta(length)), trade
    ),
    some.integers(1, 400), days, some.integers(1, 120), some.sampled_from(["painting", "x", WHOLE]),
)  # fmt: skip


@settings(max_examples=60)
@given(some.lists(one_promise, max_size=5), one_promise)
def test_day_after_day_says_the_same_and_one_promise_more_never_leaves_more(promises, more):
    stated = [PAINT, CLEAN]
    every = [SPAN.start + timedelta(n) for n in range((SPAN.end - SPAN.start).days)]
    over, left = set(), Fraction(0)
    for day in every:
        running = [it for it in promises if day in it.days]
        whole = 24_000 - sum(it.monthly.minutes for it in running)
        painting = 18_000 - sum(it.monthly.minutes for it in running if it.trade == "painting")
        if min(whole, painting) < 0:
            over.add(day)
        length = (date(2027, day.month + 1, 1) - day.replace(day=1)).days
        left += max(0, Fraction(min(whole, painting), length))
    found = overloads(stated, promises, SPAN, practice=EXACT)
    assert {day for day in every if any(day in it.days for it in found)} == over
    assert left_of(stated, promises, SPAN)["painting"].minutes == int(left)
    after = left_of(stated, [*promises, more], SPAN)
    assert all(after[trade] <= left_of(stated, promises, SPAN)[trade] for trade in after)


def part(key, hours):
    return Part(key, Hours.of(hours))


@pytest.mark.parametrize(
    ("hours", "parts", "group"),
    [
        (120, [part("a", 120)], ("a",)),
        (240, [part("a", 120), part("b", 120)], ("a", "b")),
        (240, [part("a", 100), part("b", 120)], ()),
        (100, [part("a", 60), part("b", 60), part("c", 100)], ("c",)),
        (200, [part("a", 150), part("b", 100), part("c", 110)], ("b", "c")),
        (100, [part("a", 0)], ()),
        (500, [part(n, 100) for n in range(6)], ()),  # more than may share a need
    ],
)
def test_the_fewest_structures_that_do_it_together_then_the_nearest_to_the_need(
    hours, parts, group
):
    assert group_for(Hours.of(hours), parts) == group


def test_a_committee_may_let_more_structures_share():
    held = USUAL.choosing(LARGEST_GROUP, 5)
    parts = [part(n, 100) for n in range(20)]
    assert len(group_for(Hours.of(500), parts, practice=held)) == 5


@settings(max_examples=60)
@given(some.integers(1, 600), some.lists(some.integers(0, 300), max_size=7))
def test_a_group_covers_the_need_and_nobody_in_it_is_too_many(hours, offers):
    parts = [part(n, offer) for n, offer in enumerate(offers)]
    kept = [offers[key] for key in group_for(Hours.of(hours), parts)]
    if kept:
        assert sum(kept) >= hours
        assert all(sum(kept) - one < hours for one in kept)
    else:
        assert sum(sorted(offers)[-LARGEST_GROUP.value :]) < hours
