"""Every night, what is past its last day goes; the days are those of `rules.retention`."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate, localtime

from perenne.domain.people.models import Person
from perenne.domain.rights.actions.erasing import bury_again, erase_person
from perenne.domain.rights.models import ClosureNotice, Erasure, Limitation
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.kit.jobs import enqueue
from perenne.kit.privacy import Expires, Table, tables
from perenne.kit.privacy.classes import Rows
from perenne.rules.notices import opens_at
from perenne.rules.practice import USUAL
from perenne.rules.retention import (
    NOTICE_DAYS,
    Event,
    Holding,
    RecordKind,
    due_for_notice,
    expires_on,
)

FIRST_DAY = date(2018, 5, 25)
"""Nothing here is older: the regulation applies from this day on."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many rows of a table went, or would go."""

    label: str
    reason: str
    rows: int


def purge(*, by: Actor, today: date, dry_run: bool = False) -> list[Purged]:
    """The report. Each table is a transaction of its own: one that fails stops no other day."""
    done = [
        _purge_table(table, expires, today, dry_run)
        for table in tables()
        for expires in table.expires
    ]
    accounts = list(overdue_accounts(today))
    if not dry_run:
        announce_closures(today)
        for person in accounts:
            erase_person(person_id=person.pk, by=by, today=today, takes_over=True)
        bury_again()
    closed = Purged("Comptes inutilisés", RecordKind.ACCOUNT.label, len(accounts))
    return [line for line in [*done, closed] if line.rows]


def rows_over(table: Table, expires: Expires, today: date) -> Rows:
    """The rows of a table that are past their last day."""
    kind = expires.kind or table.keeps
    day = first_day_kept(kind, expires.event, today) if expires.event else today
    rows = expires.rows(table.model._base_manager.all())
    bound = _bound(rows, expires.column, day)
    return rows.filter(**{f"{expires.column}__lt": bound})


def first_day_kept(kind: str, event: str, today: date) -> date:
    """What happened before this day is past its last day; found by halves, the rule says."""
    low, high = FIRST_DAY, today
    while low < high:
        middle = low + (high - low) // 2
        holding = Holding(RecordKind(kind), {Event(event): middle})
        if expires_on(holding).is_over(today):
            low = middle + timedelta(1)
        else:
            high = middle
    return low


@transaction.atomic
def announce_closures(today: date) -> int:
    """Warn the holders of unused accounts, once for each last day; how many were warned."""
    since = today - timedelta(USUAL.of(NOTICE_DAYS))
    warned = 0
    for person in _unused(today + timedelta(USUAL.of(NOTICE_DAYS))):
        signed_in = localdate(person.last_login or person.joined_at)
        if ClosureNotice.objects.filter(person=person, sent_on__gte=signed_in).exists():
            continue
        notice = due_for_notice(_holding(signed_in), today)
        last_day = notice.last if notice else today + timedelta(USUAL.of(NOTICE_DAYS))
        if last_day - timedelta(USUAL.of(NOTICE_DAYS)) < since:  # the nights before were missed
            last_day = today + timedelta(USUAL.of(NOTICE_DAYS))
        ClosureNotice.objects.create(person=person, last_day=last_day, sent_on=today)
        enqueue(
            "rights.send_closure_notice",
            at=opens_at(localtime(midnight(today))),
            person_id=person.pk,
            last_day=last_day.isoformat(),
        )
        warned += 1
    return warned


def overdue_accounts(today: date) -> "QuerySet[Person]":
    """Unused for too long, and warned in time. A frozen account is left as it is."""
    warned = ClosureNotice.objects.filter(last_day__lt=today).values("person")
    return _unused(today).filter(pk__in=warned)


def _unused(today: date) -> "QuerySet[Person]":
    day = first_day_kept(RecordKind.ACCOUNT, Event.LAST_SIGN_IN, today)
    return (
        Person.objects.annotate(signed_in=Coalesce("last_login", "joined_at"))
        .filter(signed_in__lt=midnight(day))
        .exclude(pk__in=Erasure.objects.values("person"))
        .exclude(pk__in=Limitation.objects.filter(lifted_on=None).values("person"))
        .order_by("pk")
    )


def _holding(signed_in: date) -> Holding:
    return Holding(RecordKind.ACCOUNT, {Event.LAST_SIGN_IN: signed_in})


def _purge_table(table: Table, expires: Expires, today: date, dry_run: bool) -> Purged:
    rows = rows_over(table, expires, today)
    reason = RecordKind(expires.kind or table.keeps).label
    if dry_run:
        return Purged(table.label, reason, rows.count())
    with transaction.atomic():
        gone = expires.dispose(rows, today)
    return Purged(table.label, reason, gone)


def _bound(rows: Rows, column: str, day: date) -> date | datetime:
    """Midnight in Paris, for a column that holds hours."""
    expression = rows.query.annotations.get(column)
    field = (
        expression.output_field if expression is not None else rows.model._meta.get_field(column)
    )
    return midnight(day) if field.get_internal_type() == "DateTimeField" else day
