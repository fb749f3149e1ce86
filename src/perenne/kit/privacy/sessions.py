"""The sessions of a person: which are open, and how they are all ended at once."""

from __future__ import annotations

from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import Q

from perenne.kit.pages import VISITOR_KEY
from perenne.kit.privacy.classes import Rows
from perenne.kit.privacy.finding import Subject


def sessions_of(person_id: int) -> dict[str, str]:
    """The key of each open session → the key of the drafts begun in it.

    What a session holds is signed and packed: each is opened to know whose it is.
    """
    return {
        row.session_key: said.get(VISITOR_KEY, "")
        for row in Session.objects.iterator()
        if (said := row.get_decoded()).get(SESSION_KEY) == str(person_id)
    }


def noted_sessions_of(person_id: int) -> dict[str, str]:
    """The same, of those that were noted when a page was asked for."""
    noted = _notes().filter(user_id=person_id).values("session_key")
    return {
        row.session_key: row.get_decoded().get(VISITOR_KEY, "")
        for row in Session.objects.filter(pk__in=noted)
    }


def end_sessions(person_id: int) -> int:
    """Sign them out everywhere, now; how many sessions there were."""
    keys = list(sessions_of(person_id))
    _notes().filter(user_id=person_id).delete()
    return Session.objects.filter(pk__in=keys).delete()[0]


def in_session(subject: Subject) -> Q:
    return Q(pk__in=list(subject.sessions))


def _notes() -> Rows:
    notes: Rows = apps.get_model("usersessions", "UserSession")._base_manager.all()
    return notes
