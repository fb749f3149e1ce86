"""Where a person is signed in."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.timezone import now

BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrom", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS", "macOS"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SessionCard:
    id: int
    machine: str
    ip: str
    began_at: datetime
    is_current: bool


def sessions_of(person_id: int, *, current: str) -> tuple[SessionCard, ...]:
    """Those that still live, the newest first; `current` is the key of the one that asks."""
    rows = list(UserSession.objects.filter(user_id=person_id).order_by("-created_at"))
    keys = [row.session_key for row in rows]
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=now()).values_list(
            "session_key", flat=True
        )
    )
    return tuple(
        SessionCard(
            row.pk,
            machine_of(row.user_agent),
            row.ip,
            row.created_at,
            row.session_key == current,
        )
        for row in rows
        if row.session_key in alive
    )


def machine_of(user_agent: str) -> str:
    """« Firefox, Windows »: enough to recognise one's own machine."""
    known = [
        next((said for mark, said in marks if mark in user_agent), "")
        for marks in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, known)) or "Appareil inconnu"
