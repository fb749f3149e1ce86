"""Limitation (article 18): the account sleeps, nothing of it changes, the desk alone sees it."""

from datetime import date

from perenne.domain.people.models import Person
from perenne.domain.rights.models import DataRequest, Limitation
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.privacy.sessions import end_sessions
from perenne.kit.refusals import Refused


def freeze(request: DataRequest, *, by: Actor, today: date) -> None:
    """Signed out everywhere, now, and kept out."""
    person = _holder(request)
    Limitation.objects.get_or_create(
        person=person, lifted_on=None, defaults={"request": request, "since": today}
    )
    Person.objects.filter(pk=person.pk).update(is_active=False)
    end_sessions(person.pk)
    record("person.freeze", person, by=by, request=request.pk)


def thaw(request: DataRequest, *, today: date) -> None:
    Limitation.objects.filter(request=request, lifted_on=None).update(lifted_on=today)
    Person.objects.filter(pk=_holder(request).pk).update(is_active=True)


def _holder(request: DataRequest) -> Person:
    row = Person.objects.select_for_update(no_key=True).filter(pk=request.person_id or 0).first()
    if row is None:
        raise Refused("Cette demande ne mène à aucun compte : il n’y a rien à geler.")
    return row
