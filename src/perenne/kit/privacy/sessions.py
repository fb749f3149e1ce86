"""The sessions of a person: which are open, and how they are all ended at once."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import Q

from perenne.kit.pages import VISITOR_KEY
from perenne.kit.privacy.finding import Subject


def sessions_of(person_id: int) -> dict[str, str]:
    """The key of each open session → the key of the drafts begun in it.

    What a session holds is signed and packed: each is opened to know whose it is.
    """
    return {row.session_key: said.get(VISITOR_KEY, "") for row, said in _theirs(person_id)}


def end_sessions(person_id: int) -> int:
    """Sign them out everywhere, now; how many sessions there were."""
    keys = list(sessions_of(person_id))
    apps.get_model("usersessions", "UserSession")._base_manager.filter(user_id=person_id).delete()
    return Session.objects.filter(pk__in=keys).delete()[0]


def in_session(subject: Subject) -> Q:
    return Q(pk__in=list(subject.sessions))


def _theirs(person_id: int) -> Iterator[tuple[Session, dict[str, str]]]:
    for row in Session.objects.iterator():
        said = row.get_decoded()
        if said.get(SESSION_KEY) == str(person_id):
            yield row, said
