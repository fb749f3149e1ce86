from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from perenne.kit.calendars import Dated, calendar_file

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
WORDS = (
    some.text(
        some.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\\"),
        min_size=1,
        max_size=200,
    )
    .map(str.strip)
    .filter(bool)
)


def read(things):
    return Calendar.from_ical(calendar_file("Dates", things, made_at=NOW)).walk("VEVENT")


@pytest.mark.parametrize(
    ("at", "starts"),
    [
        (date(2026, 12, 5), date(2026, 12, 5)),
        (NOW, NOW),
    ],
)
def test_a_day_is_whole_and_a_moment_lasts_an_hour(at, starts):
    (event,) = read([Dated("review/1", at, "Réunion", place="Mairie", is_cancelled=True)])
    assert event["dtstart"].dt == starts
    assert ("dtend" in event) == isinstance(at, datetime)
    assert (event["status"], event["location"]) == ("CANCELLED", "Mairie")


@given(WORDS, WORDS)
def test_whatever_is_written_is_read_back_and_one_key_is_one_event(title, text):
    one, other = read([Dated("a", NOW, title, text), Dated("b", NOW, title)])
    assert (str(one["summary"]), str(one["description"])) == (title, text)
    assert one["uid"] != other["uid"]
    assert one["uid"] == read([Dated("a", date(2027, 1, 1), "Autre")])[0]["uid"]
