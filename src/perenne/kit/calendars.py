"""Dates as calendars read them (RFC 5545), by icalendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

MEETING = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """`key` never changes for one thing: a calendar moves it, and does not double it. `at`: a
    moment with its zone, or a whole day. `url` is whole."""

    key: str
    at: datetime | date
    title: str
    text: str = ""
    url: str = ""
    place: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, things: Iterable[Dated], *, made_at: datetime) -> bytes:
    """A whole calendar, in UTC; what is written in it was true at `made_at`."""
    book = Calendar()
    book.add("prodid", "-//Perenne//FR")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", name)
    for thing in things:
        book.add_component(_event(thing, made_at))
    written: bytes = book.to_ical()
    return written


def _event(thing: Dated, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{sha256(thing.key.encode()).hexdigest()[:32]}@perenne")
    event.add("dtstamp", made_at.astimezone(UTC))
    if isinstance(thing.at, datetime):
        event.add("dtstart", thing.at.astimezone(UTC))
        event.add("dtend", (thing.at + MEETING).astimezone(UTC))
    else:
        event.add("dtstart", thing.at)
        event.add("transp", "TRANSPARENT")
    event.add("summary", thing.title)
    for name, said in (("description", thing.text), ("url", thing.url), ("location", thing.place)):
        if said:
            event.add(name, said)
    event.add("status", "CANCELLED" if thing.is_cancelled else "CONFIRMED")
    return event
