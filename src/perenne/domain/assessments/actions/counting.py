"""The figures of a quarter, frozen once: what they hide can never be shown by the next ones."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from perenne.domain.assessments.actions.folding import fold
from perenne.domain.assessments.models import Statistics
from perenne.domain.assessments.policy import STATISTICS
from perenne.domain.assessments.queries.presences import (
    BEGINNING,
    Limit,
    first_month,
    presences,
)
from perenne.domain.assessments.queries.statistics import labels_of
from perenne.kit.actors import HOUSE, Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.secrecy.calendar import Quarter, quarters_due
from perenne.rules.secrecy.counting import (
    CROSS,
    linked_quarter,
    linked_year,
    quarter_crowds,
)
from perenne.rules.secrecy.crowds import Crowd, Key, Linked
from perenne.rules.secrecy.grounds import Hiding
from perenne.rules.secrecy.linking import protect_linked, told

SEPARATOR = "|"
SETTLED = """
SELECT least(%(now)s, min(xact_start) - interval '1 microsecond') FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""A line is dated by the beginning of its transaction: those of a transaction under way, which no
edition sees yet, are left to the next one. Of the sessions of this role: it alone writes lines."""
ALONE = "SELECT pg_advisory_xact_lock(hashtext('statistics'), hashtext(current_committee()))"


def publish_statistics(*, by: Actor, now: datetime, today: date) -> tuple[str, ...]:
    """The quarters that came out, oldest first. Lines of the ledger written by `now` count, but
    for those of transactions under way."""
    STATISTICS.admit("statistics.publish", by)
    fold(by=HOUSE)
    published = [_publish(quarter, now, today, by) for quarter in _due(today)]
    return tuple(filter(None, published))


def publish_now(*, by: Actor, now: datetime, today: date) -> tuple[str, ...]:
    """Refused when no quarter is due: figures come out on a fixed calendar."""
    STATISTICS.admit("statistics.publish", by)
    if not _due(today):
        raise Refused(
            "Rien à publier aujourd’hui : chaque trimestre paraît une fois, 45 jours après sa fin."
        )
    return publish_statistics(by=by, now=now, today=today)


def _due(today: date) -> tuple[Quarter, ...]:
    last = Statistics.objects.order_by("quarter").last()
    if last is not None:
        return quarters_due(Quarter.read(last.quarter).next, today)
    month = first_month()
    return quarters_due(Quarter.of(month), today) if month else ()


@transaction.atomic
def _publish(quarter: Quarter, now: datetime, today: date, by: Actor) -> str:
    """Nothing when somebody was quicker."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        cursor.execute(SETTLED, {"now": now})
        (until,) = cursor.fetchone()
    if Statistics.objects.filter(quarter=quarter.code).exists():
        return ""
    last = Statistics.objects.filter(quarter__lt=quarter.code).first()
    to = Limit(until, quarter.days.end)
    since = Limit(last.until, Quarter.read(last.quarter).days.end) if last else BEGINNING
    crowds = quarter_crowds(presences(quarter.code, to, since=since), quarter.code)
    hidden = protect_linked(linked := linked_quarter(crowds, quarter.code))
    tables = [(linked, hidden)]
    if quarter.closes_year:
        whole = _year(quarter, crowds, hidden, to)
        tables.append((whole, protect_linked(whole)))
    row = Statistics.objects.create(
        quarter=quarter.code,
        made_on=today,
        until=until,
        content=_content(tables),
        behind=_behind(crowds, tables),
    )
    record("statistics.publish", row, by=by)
    return quarter.code


def _year(
    quarter: Quarter, crowds: Mapping[Key, Crowd], hidden: Mapping[Key, Hiding], to: Limit
) -> Linked:
    """With the quarters as they were counted and told when each came out."""
    year = f"{quarter.year:04}"
    before = list(Statistics.objects.filter(quarter__startswith=year).order_by("quarter"))
    earlier = Statistics.objects.filter(quarter__lt=year).first()
    since = Limit(earlier.until, date(quarter.year, 1, 1)) if earlier else BEGINNING
    quarters = {row.quarter: crowds_in(row.behind) for row in before} | {quarter.code: crowds}
    settled = {
        key: key not in silenced
        for code, its in quarters.items()
        for silenced in [hidden if code == quarter.code else _hidden_in(before, code)]
        for key in its
        if key[1] != CROSS
    }
    return linked_year(quarters, presences(quarter.code, to, since=since), year, settled)


def _content(tables: list[tuple[Linked, Mapping[Key, Hiding]]]) -> dict[str, Any]:
    """Public: [period, table, codes…] with minutes and persons, null and null where hidden."""
    figures = {key: its for linked, hidden in tables for key, its in told(linked, hidden).items()}
    return {
        "figures": [[list(key), *its] for key, its in sorted(figures.items())],
        "labels": labels_of(figures),
    }


def _behind(
    crowds: Mapping[Key, Crowd], tables: list[tuple[Linked, Mapping[Key, Hiding]]]
) -> dict[str, Any]:
    why = {key: ground for _, hidden in tables for key, ground in hidden.items()}
    known = {**crowds, **{key: its for linked, _ in tables for key, its in linked.crowds.items()}}
    return {
        "crowds": {
            SEPARATOR.join(key): [dict(its.minutes), dict(its.heads), its.contributors]
            for key, its in known.items()
            if not its.is_empty
        },
        "hidden": {SEPARATOR.join(key): ground.value for key, ground in why.items()},
    }


def crowds_in(behind: Mapping[str, Any]) -> dict[Key, Crowd]:
    return {
        tuple(key.split(SEPARATOR)): Crowd(minutes, heads, contributors)
        for key, (minutes, heads, contributors) in behind["crowds"].items()
    }


def _hidden_in(rows: list[Statistics], quarter: str) -> set[Key]:
    row = next(it for it in rows if it.quarter == quarter)
    return {tuple(key.split(SEPARATOR)) for key in row.behind["hidden"]}
