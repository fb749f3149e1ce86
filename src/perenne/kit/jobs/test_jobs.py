"""A task is queued by its name, in the transaction of the act that asks for it."""

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import TaskNotFound

from perenne.kit.jobs import enqueue

KNOWN = "programming.screen_programme"


def queued():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


@pytest.mark.django_db
def test_a_task_waits_with_its_arguments():
    enqueue(KNOWN, programme_id="12")
    assert [(name, "12" in str(arguments)) for name, arguments in queued()] == [(KNOWN, True)]


@pytest.mark.django_db
def test_an_act_that_fails_takes_its_task_with_it():
    def failing_act():
        with transaction.atomic():
            enqueue(KNOWN, programme_id="12")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing_act()
    assert queued() == []


@pytest.mark.django_db
def test_a_task_that_nobody_wrote_is_refused_at_once():
    with pytest.raises(TaskNotFound):
        enqueue("programming.screen_nothing")
    assert queued() == []


def test_tasks_are_named_after_their_app_and_their_verb():
    ours = [name for name in app.tasks if not name.startswith(("builtin", "procrastinate"))]
    assert KNOWN in ours
    assert [name for name in ours if name.count(".") != 1] == []


def test_what_the_clock_asks_for_waits_for_what_somebody_asks_for():
    regular = [periodic.task for periodic in app.periodic_registry.periodic_tasks.values()]
    first = {task.name for task in regular if task.priority >= app.tasks[KNOWN].priority}
    assert first == {"jobs.rescue", "files.scan_waiting"}  # somebody waits for these too


@pytest.mark.django_db
def test_what_is_due_every_night_runs_on_an_empty_database_with_its_hour_alone():
    nightly = [periodic.task for periodic in app.periodic_registry.periodic_tasks.values()]
    assert "programming.forget_abandoned" in {task.name for task in nightly}
    for task in nightly:
        task(timestamp=1_800_000_000)
