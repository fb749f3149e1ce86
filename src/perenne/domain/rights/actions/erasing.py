"""A person is erased for good: from the tables, then from what is not in the database.

The number stays, on a row that no longer says who it was: what others did with them still holds
together, and the journal still verifies. A stone outside of the database keeps the number, so
that a backup restored is erased again.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from functools import partial
from typing import TypeAlias

from django.db import connection, transaction
from django.utils.timezone import make_aware

from perenne.domain.people.models import Person
from perenne.domain.rights.actions.telling import tell_erased
from perenne.domain.rights.models import Consent, DataRequest, Erasure
from perenne.domain.rights.states import OPEN, RequestState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.privacy import tombstones
from perenne.kit.privacy.erasing import Line, erase
from perenne.kit.privacy.finding import Subject
from perenne.kit.privacy.mails import forget_mails
from perenne.kit.privacy.register import objections
from perenne.kit.privacy.subjects import subject_at, subject_of
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee

Tell: TypeAlias = Callable[[], None]
NEXT = "SELECT nextval(pg_get_serial_sequence('people_person', 'id'))"


@dataclass(frozen=True, slots=True)
class Request:
    """The request that an erasure grants, with the answer, sent before nothing remains of it."""

    row: DataRequest
    answer: str


def _nothing() -> None:
    """Nobody is to be told."""


def erase_for(
    request: Request, *, by: Actor, today: date, takes_over: bool = False
) -> Sequence[Line]:
    """Whoever asked: the holder of an account, or of an address alone."""
    row, address = request.row, request.row.email
    noon = make_aware(datetime.combine(today, time(12)))
    about = f"request/{row.pk}"
    tell = partial(tell_erased, address, request.answer, about=about, now=noon)
    if row.person_id:
        return erase_person(
            person_id=row.person_id, by=by, today=today, takes_over=takes_over, tell=tell
        )
    subject = subject_at(address)
    report = erase(subject)
    record("person.erase", row, by=by, tables=len(report))
    transaction.on_commit(lambda: _finish(subject, tell))
    return report


@transaction.atomic
def erase_person(
    *, person_id: int, by: Actor, today: date, takes_over: bool = False, tell: Tell = _nothing
) -> Sequence[Line]:
    """What was erased, and what is kept and why. Refused while a space would lose its last admin.

    `takes_over`: the coordination, or the clock, takes those spaces over. Again erases nothing.
    `tell`: whoever asked, once it is done and before their mails are forgotten.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    done = Erasure.objects.filter(person=person).first()
    if done:
        transaction.on_commit(tell)
        return [Line(**line) for line in done.report]
    against = objections(person_id)
    if against and not takes_over:
        raise Refused(" ".join(against))
    subject = subject_of(person_id)
    _close_what_is_open(person_id, today)
    report = erase(subject)
    Erasure.objects.create(person=person, erased_on=today, report=[asdict(line) for line in report])
    record("person.erase", person, by=by, tables=len(report), taken_over=len(against))
    transaction.on_commit(lambda: _finish(subject, tell, today))
    return report


def replay_erasures(*, by: Actor, today: date) -> list[int]:
    """After a backup was restored: whoever a stone names is erased again; their numbers.

    Somebody who joined after the day on a stone only bears a number that was given twice.
    """
    stones = tombstones.buried(current_committee())
    revived = Person.objects.filter(pk__in=stones, joined_at__isnull=False).exclude(
        pk__in=Erasure.objects.values("person")
    )
    numbers = [row.pk for row in revived if row.joined_at.date() <= stones[row.pk]]
    for number in numbers:
        erase_person(person_id=number, by=by, today=today, takes_over=True)
    _pass_over(max(stones, default=0))
    return numbers


def bury_again() -> int:
    """Stones that a stop of the machine kept from being written; how many there were."""
    known = tombstones.buried(current_committee())
    missing = Erasure.objects.exclude(person__in=list(known))
    for row in missing:
        tombstones.bury(current_committee(), row.person_id, row.erased_on)
    return len(missing)


def _close_what_is_open(person_id: int, today: date) -> None:
    """Nobody is left to be answered, and no consent to stand on."""
    DataRequest.objects.filter(person=person_id, state__in=OPEN).update(
        state=RequestState.ANSWERED, closed_on=today
    )
    Consent.objects.filter(person=person_id, ended_on=None).update(ended_on=today)


def _finish(subject: Subject, tell: Tell, today: date | None = None) -> None:
    """What no transaction holds: the last mail, then the stone and the mails kept in a folder, even
    if that one could not leave."""
    try:
        tell()
    finally:
        if subject.person_id is not None and today:
            tombstones.bury(current_committee(), subject.person_id, today)
        forget_mails(subject.marks)


def _pass_over(number: int) -> None:
    """A number on a stone is never given to somebody else."""
    with connection.cursor() as cursor:
        given = 0
        while number > 0 and given < number:
            cursor.execute(NEXT)
            given = cursor.fetchone()[0]
