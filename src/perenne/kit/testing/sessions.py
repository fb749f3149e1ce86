"""A session in which somebody has shown their second factor, as allauth records it."""

import time

from django.contrib.sessions.backends.base import SessionBase


def second_factor_shown(session: SessionBase, person_id: int) -> None:
    """What signing in leaves behind; whoever tests the door itself does without."""
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time()},
        {"method": "mfa", "at": time.time(), "type": "totp"},
    ]
    session["account_authentication_methods_user"] = str(person_id)
    session["session_opened_at"] = session["session_seen_at"] = time.time()
