"""One meeting as calendars read it (RFC 5545): lines of 75 bytes, texts escaped, in UTC."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.urls import reverse

from perenne.domain.compliance.queries import ReviewCard
from perenne.domain.compliance.states import CANCELLED

LASTS = timedelta(hours=1)
LINE = 75  # bytes


def event_of(card: ReviewCard, at: datetime) -> bytes:
    """ValueError for a meeting that has no day. Its number stays when it moves."""
    if card.meets_at is None:
        raise ValueError(card.id)
    address = settings.ADDRESS + reverse("reviews:show", args=[card.id])
    domain = settings.ADDRESS.rpartition("/")[2].partition(":")[0]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Perenne//Reunions//FR",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:reunion-{card.id}@{domain}",
        f"DTSTAMP:{_moment(at)}",
        f"DTSTART:{_moment(card.meets_at)}",
        f"DTEND:{_moment(card.meets_at + LASTS)}",
        f"SUMMARY:{_text(f'Réunion de suivi : {card.object}')}",
        f"LOCATION:{_text(card.place)}",
        f"DESCRIPTION:{_text(f'Clause d’insertion, {card.buyer}. {address}')}",
        f"URL:{address}",
        f"STATUS:{'CANCELLED' if card.state is CANCELLED else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line.encode()) for line in lines)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(said: str) -> str:
    for sign in ("\\", ";", ","):
        said = said.replace(sign, f"\\{sign}")
    return "\\n".join(said.splitlines())


def _folded(line: bytes) -> bytes:
    """Longer lines go on after a space; no letter is cut in two."""
    parts, room = [], LINE
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(line[:cut])
        line, room = line[cut:], LINE - 1
    return b"\r\n ".join([*parts, line]) + b"\r\n"
