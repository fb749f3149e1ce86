"""Background work, queued in the same transaction as the act that asks for it."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeAlias

from procrastinate import RetryStrategy
from procrastinate.contrib import django

from perenne.kit.journal.correlation import of_job
from perenne.kit.tenancy import current_committee, each_committee, within

app: Any = django.app
Entry: TypeAlias = Callable[..., None]
IN = "committee"
"""The argument of every job that says for which committee it works."""
A_DAY = RetryStrategy(max_attempts=9, exponential_wait=4)
"""For mails: after 4 seconds, 16, a minute, four… a day in all. What they say is composed anew."""


AFTER_THE_ACTS = -10
"""The priority of what the clock asks for: what somebody's act asks for goes first."""


def task(*, name: str, **options: Any) -> Callable[[Entry], Entry]:
    """A task that runs for the committee in which it was asked for."""

    def declare(entry: Entry) -> Entry:
        @wraps(entry)
        def run(**arguments: Any) -> None:
            with within(arguments.pop(IN)):
                entry(**arguments)

        app.task(name=name, task_middleware=[of_job], **options)(run)
        return entry

    return declare


def every_night(*, name: str, **options: Any) -> Callable[[Entry], Entry]:
    """A task that runs each night, for every committee in turn; it takes no argument."""
    return regularly(cron="15 3 * * *", name=name, **options)


def all_day(*, name: str, **options: Any) -> Callable[[Entry], Entry]:
    """A task that runs each half hour, night and day, likewise: it says itself when it acts."""
    return regularly(cron="*/30 * * * *", name=name, **options)


def regularly(*, cron: str, name: str, **options: Any) -> Callable[[Entry], Entry]:
    """The same, whenever the five fields of `cron` say; a sixth one would tell the seconds."""

    def declare(entry: Entry) -> Entry:
        @wraps(entry)
        def run(timestamp: int) -> None:
            """`timestamp`: when it was due; a round that was missed is made up for."""
            for _ in each_committee():
                entry()

        due = app.task(name=name, task_middleware=[of_job], priority=AFTER_THE_ACTS, **options)(run)
        app.periodic(cron=cron)(due)
        return entry

    return declare


def enqueue(name: str, *, at: datetime | None = None, **arguments: int | str) -> None:
    """Ask for a task by its name (`<app>.<verb>`); it runs once the transaction is committed, and
    not before `at`: what the night finds is told in the morning."""
    asked = app.configure_task(name, allow_unknown=False, schedule_at=at)
    asked.defer(**{IN: current_committee()}, **arguments)
