"""Hours as timesheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french.hours import HourUnit, read_hours, unit_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("7,5", 450), ("7.5", 450), ("7h30", 450), ("7 h 30", 450), ("7H", 420), ("07:30", 450),
        ("7:30:00", 450), ("7 heures 30", 450), ("450 min", 450), ("450mn", 450), ("7,5 h", 450),
        ("151,67", 9_100), ("151.670", 9_100), ("1 607,00", 96_420), ("1,607.50", 96_450),
        ("12 h 5", 725), (",5", 30), ("36:00", 2_160), ("01/01/1900 12:00", 2_160),
        ("06/01/1900 07:39", 9_099), ("7,333333333", 440),
        ("", 0), ("-", 0), ("0", 0), ("0:00", 0), ("CP", 0), ("a.m.", None), ("RTT", 0),
        ("-3", None), ("-3h", None), ("7h75", None), ("abc", None), ("#REF!", None), ("1e3", None),
        ("à compléter", None), ("01/02/2026", None), ("x", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_hours_are_read_to_the_minute(text, minutes):
    reading = read_hours(text)
    assert reading.minutes == minutes
    assert bool(reading.question) == (minutes is None)


@pytest.mark.parametrize(
    ("heading", "samples", "unit"),
    [
        ("Heures", ["7,5", "0"], HourUnit.HOURS),
        ("Durée (min)", ["450"], HourUnit.MINUTES),
        ("Minutes", [], HourUnit.MINUTES),
        ("Durée", ["0,3125", "0,291666666666667", "0"], HourUnit.DAYS),
        ("Durée", ["0,5", "0,25"], HourUnit.HOURS),
    ],
)
def test_what_a_bare_number_counts_is_told_by_the_heading_or_the_cells(heading, samples, unit):
    assert unit_of(heading, samples) is unit


@given(st.integers(0, 44_640), st.sampled_from(["{h}h{m:02}", "{h}:{m:02}", "{h} h {m:02} min"]))
def test_what_is_written_is_what_is_read(minutes, shape):
    hours, rest = divmod(minutes, 60)
    assert read_hours(shape.format(h=hours, m=rest)).minutes == minutes
    assert read_hours(str(minutes), HourUnit.MINUTES).minutes == minutes
    days = f"{minutes / 1_440:.15g}".replace(".", ",")
    assert read_hours(days, HourUnit.DAYS).minutes == minutes or "e" in days


@given(st.text(max_size=40))
def test_nothing_makes_it_raise(text):
    minutes = read_hours(text).minutes
    assert minutes is None or minutes >= 0
