"""Limitation (article 18): the account sleeps, nothing of it changes, the desk alone sees it."""

from datetime import date

from perenne.domain.people.models import Person
from perenne.domain.rights.models import DataRequest, Limitation
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.privacy.sessions import end_sessions


def freeze(request: DataRequest, *, by: Actor, today: date) -> None:
    """Signed out everywhere, now, and kept out."""
    person = Person.objects.select_for_update(no_key=True).get(pk=request.person_id)
    Limitation.objects.get_or_create(
        person=person, lifted_on=None, defaults={"request": request, "since": today}
    )
    Person.objects.filter(pk=person.pk).update(is_active=False)
    end_sessions(person.pk)
    record("person.freeze", person, by=by, request=request.pk)


def thaw(request: DataRequest, *, today: date) -> None:
    Limitation.objects.filter(request=request, lifted_on=None).update(lifted_on=today)
    Person.objects.filter(pk=request.person_id).update(is_active=True)
