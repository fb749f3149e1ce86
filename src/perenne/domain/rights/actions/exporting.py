"""Taking one's access file away is an act like another: the journal knows of it."""

from django.db import transaction

from perenne.domain.rights.policy import PEOPLE
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record


@transaction.atomic
def note_export(*, by: Actor) -> None:
    person = PEOPLE.take("data.export", by, by.person_id)
    record("data.export", person, by=by)
