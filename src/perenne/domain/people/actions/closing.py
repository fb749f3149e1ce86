"""Sessions that end, accounts that close: at once, on every machine."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from perenne.domain.people.models import Person
from perenne.domain.people.policy import POLICY
from perenne.kit.actors import HOUSE, Actor
from perenne.kit.journal.writing import record


def note_session(*, person_id: int, key: str, ip: str, user_agent: str) -> None:
    """A session of this person is open: it will stand in their list."""
    noted = UserSession(session_key=key, user_id=person_id, ip=ip, user_agent=user_agent[:200])
    UserSession.objects.bulk_create([noted], ignore_conflicts=True)


@transaction.atomic
def end_sessions(*, by: Actor, only: int | None = None, but: str = "") -> int:
    """Ends the sessions of a person: one of them, or all but the one of this key; how many."""
    person = POLICY.take("account.manage", by, by.person_id)
    return _end(person, only=only, but=but, by=by)


@transaction.atomic
def close_account(*, person_id: int, by: Actor = HOUSE) -> None:
    """Nobody signs in with it any more, and whoever is in is put out."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    person.is_active = False
    person.save(update_fields=["is_active"])
    _end(person, only=None, but="", by=by)
    record("account.close", person, by=by)


def _end(person: Person, *, only: int | None, but: str, by: Actor) -> int:
    theirs = UserSession.objects.filter(user=person).exclude(session_key=but)
    if only is not None:
        theirs = theirs.filter(pk=only)
    keys = list(theirs.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    theirs.delete()
    if keys:
        record("account.manage", person, by=by, sessions_ended=len(keys))
    return len(keys)
