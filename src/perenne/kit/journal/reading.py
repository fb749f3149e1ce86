"""Who read what is sensitive of a person, and who reads too many of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Model

from perenne.kit.actors import Actor
from perenne.kit.journal.models import Reading
from perenne.kit.journal.writing import add_row, named

KEPT_MONTHS = 12
MOST_IN_AN_HOUR = 100  # files of different persons
HEAVY = """
SELECT reader.person_id, max(reader.files), max(reader.at)
FROM (
    SELECT r.person_id, r.at, (
        SELECT count(DISTINCT (o.subject_type, o.subject_id)) FROM journal_reading o
        WHERE o.person_id = r.person_id AND o.at > r.at - interval '1 hour' AND o.at <= r.at
    ) AS files
    FROM journal_reading r
    WHERE r.at > %s AND r.person_id IN (
        SELECT person_id FROM journal_reading WHERE at > %s - interval '1 hour'
        GROUP BY person_id HAVING count(*) > %s
    )
) reader
WHERE reader.files > %s GROUP BY reader.person_id ORDER BY 2 DESC, 1
"""


@dataclass(frozen=True, slots=True)
class HeavyReader:
    """Somebody who opened more files in an hour than work asks for."""

    person_id: int
    files: int
    """The most that they opened within sixty minutes."""
    at: datetime


def note_read(subject: Model, *, by: Actor) -> None:
    """To be called by the page that shows what is sensitive of a person, each time it does."""
    add_row(
        Reading,
        {
            "subject_type": subject._meta.label_lower,
            "subject_id": str(subject.pk),
            **named(by),
        },
    )


def heavy_readers(*, since: datetime, most: int = MOST_IN_AN_HOUR) -> tuple[HeavyReader, ...]:
    """Who opened more than `most` different files within any sixty minutes, since then."""
    with connection.cursor() as cursor:
        cursor.execute(HEAVY, [since, since, most, most])
        return tuple(HeavyReader(*row) for row in cursor.fetchall())


def forget_readings(*, now: datetime) -> int:
    """Past twelve months; the database refuses to forget any younger one. How many there were."""
    old = Reading.objects.filter(at__lt=now - timedelta(days=366))
    return old.delete()[0]
