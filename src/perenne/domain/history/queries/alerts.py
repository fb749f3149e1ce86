"""Who reads more files of persons than work asks for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from perenne.domain.history.policy import JOURNAL
from perenne.domain.history.queries.lines import ERASED
from perenne.domain.people.models import Person
from perenne.kit.actors import Actor
from perenne.kit.journal.reading import heavy_readers
from perenne.kit.policy import is_void


@dataclass(frozen=True, slots=True)
class Alert:
    who: str
    files: int
    at: datetime


def alerts(*, seen_by: Actor, now: datetime) -> tuple[Alert, ...]:
    """Of the last seven days. One query, and the names when there is somebody to name."""
    if is_void(JOURNAL.grants["journal.read"](seen_by)):
        return ()
    found = heavy_readers(since=now - timedelta(days=7))
    people = Person.objects.filter(pk__in=[reader.person_id for reader in found])
    names = dict(people.values_list("pk", "full_name"))
    return tuple(
        Alert(names.get(reader.person_id) or ERASED, reader.files, reader.at) for reader in found
    )
