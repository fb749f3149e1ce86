"""A job whose worker died starts again; one whose worker lives is left to it."""

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from perenne.kit.jobs import enqueue
from perenne.kit.jobs.rescue import rescue


def taken_by_a_worker(silent_for):
    """The state of the one job, in the hands of a worker last heard of so long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) "
            "VALUES (now() - %s::interval) RETURNING id",
            [silent_for],
        )
        worker = cursor.fetchone()[0]
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [worker])


def state_of_the_job():
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs")
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.django_db
@pytest.mark.parametrize(("silent_for", "then"), [("5 minutes", "todo"), ("1 second", "doing")])
def test_only_the_jobs_of_dead_workers_wait_again(silent_for, then):
    enqueue("programming.screen_programme", programme_id="12")
    taken_by_a_worker(silent_for)

    rescue(timestamp=1_800_000_000)

    assert state_of_the_job() == [then]


def test_a_rescue_whose_worker_died_holds_back_no_other():
    assert app.tasks["jobs.rescue"].lock is None
