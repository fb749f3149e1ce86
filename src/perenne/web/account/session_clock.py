"""When a session began and when it last lived, kept in the session itself."""

from django.contrib.sessions.backends.base import SessionBase

OPENED, SEEN = "session_opened_at", "session_seen_at"


def begin(session: SessionBase, *, now: float) -> None:
    """From here the browser forgets it when it closes."""
    session[OPENED] = session[SEEN] = now
    session.set_expiry(0)
