"""Whoever is signed in is watched: for how long, and with what proof of being themself.

A session ends after some idle time and at most twelve hours. A role that sees persons opens no
page with data before a second factor; what it may open meanwhile is named in OPEN.
"""

import time
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import Resolver404, resolve

from perenne.domain.people.actions import note_session
from perenne.kit.actors import NEAR_PERSONS
from perenne.kit.pages import Visit
from perenne.kit.replicas import must_write
from perenne.web.account.factors import has_shown_second_factor, is_required_of
from perenne.web.account.session_clock import OPENED, SEEN, begin

OPEN = frozenset({"account", "site"})
"""Where the pages live that show nothing but one's own account, or what everybody sees."""

EACH_MINUTE = 60
TOO_LONG = "Votre session s’est fermée d’elle-même, par sécurité. Connectez-vous de nouveau."


def stopped(visit: Visit) -> HttpResponse | None:
    """Where to go instead; None when nothing stands against the page."""
    if not visit.user.is_authenticated:
        return None
    if is_over(visit, now=time.time()):
        return _signed_out(visit)
    if lacks_second_factor(visit) and not is_open(visit.path_info):
        there = urlencode({"next": visit.get_full_path()}) if visit.method == "GET" else ""
        return redirect(f"{resolve_url('account:second_factor')}?{there}".rstrip("?"))
    return None


def is_over(visit: Visit, *, now: float) -> bool:
    """Whether the session lived too long, or slept; else it is noted that it lives."""
    session = visit.session
    opened, seen = session.get(OPENED), session.get(SEEN)
    if opened is None or seen is None:
        must_write()
        _open(visit, now)
        return False
    if now - opened > settings.SESSION_AT_MOST.total_seconds() or now - seen > idle_of(visit):
        return True
    if now - seen > EACH_MINUTE:
        must_write()
        session[SEEN] = now
    return False


def idle_of(visit: Visit) -> float:
    near = visit.actor.role in NEAR_PERSONS
    allowed = settings.SESSION_IDLE_NEAR_PERSONS if near else settings.SESSION_IDLE
    return float(allowed.total_seconds())


def lacks_second_factor(visit: Visit) -> bool:
    return is_required_of(visit) and not has_shown_second_factor(visit)


def is_open(path: str) -> bool:
    try:
        return resolve(path).namespace in OPEN
    except Resolver404:
        return True  # nothing there: the answer is a 404


def _open(visit: Visit, now: float) -> None:
    begin(visit.session, now=now)
    if visit.session.session_key:
        note_session(
            person_id=visit.user.pk or 0,
            key=visit.session.session_key,
            ip=visit.META.get("REMOTE_ADDR") or "0.0.0.0",  # noqa: S104 - an unknown address
            user_agent=visit.META.get("HTTP_USER_AGENT", ""),
        )


def _signed_out(visit: Visit) -> HttpResponse:
    back = urlencode({"next": visit.get_full_path()}) if visit.method == "GET" else ""
    logout(visit)
    messages.info(visit, TOO_LONG)
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{back}".rstrip("?"))
