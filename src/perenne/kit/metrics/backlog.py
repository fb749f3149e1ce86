"""What waits: jobs, mails, files in quarantine, requests that want a connection; and readiness."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from perenne.kit.files.models import StoredFile
from perenne.kit.files.states import RECEIVED
from perenne.kit.mails.models import Mail
from perenne.kit.mails.states import UNFINISHED
from perenne.kit.tenancy import each_committee

JOBS = "SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status"
OLDEST = """
SELECT COALESCE(EXTRACT(EPOCH FROM now() - min(GREATEST(jobs.scheduled_at, events.at))), 0)
  FROM procrastinate_jobs AS jobs
  JOIN procrastinate_events AS events ON events.job_id = jobs.id AND events.type = 'deferred'
 WHERE jobs.status = 'todo' AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
"""
COLUMNS = """
SELECT tables.relname, columns.attname
  FROM pg_attribute AS columns JOIN pg_class AS tables ON tables.oid = columns.attrelid
 WHERE pg_table_is_visible(tables.oid) AND columns.attnum > 0 AND NOT columns.attisdropped
"""
POOL = {"pool_size": "open", "pool_available": "idle", "requests_waiting": "awaited"}


class NotReadyError(Exception):
    """Why this server cannot answer now, in a French sentence for whoever operates it."""


def ready() -> None:
    """Raises `NotReadyError` when the database does not answer, or lacks columns."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not tables_are_there():
            tables_are_there.cache_clear()
            raise NotReadyError("Des migrations manquent : lancez ./run manage migrate.")
    except DatabaseError as fault:
        raise NotReadyError("La base de données ne répond pas.") from fault


@cache
def tables_are_there() -> bool:
    """Every column that the models name, asked of the catalogue: the application may not read the
    list of migrations. Once is enough: a server is started again after each migration."""
    named = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        for field in model._meta.concrete_fields
    }
    return named <= set(_asked(COLUMNS))


class Backlog(Collector):
    """Read from the database when it is asked for, committee by committee."""

    def collect(self) -> Iterator[Metric]:
        jobs = GaugeMetricFamily("perenne_jobs", "Jobs.", labels=["committee", "state"])
        late = GaugeMetricFamily(
            "perenne_oldest_job_seconds", "Age of the oldest job that is due.", labels=["committee"]
        )
        mails = GaugeMetricFamily("perenne_mails_waiting", "Not gone yet.", labels=["committee"])
        files = GaugeMetricFamily("perenne_files_waiting", "In quarantine.", labels=["committee"])
        for code in each_committee():
            for state, number in _asked(JOBS):
                jobs.add_metric([code, state], number)
            late.add_metric([code], float(_asked(OLDEST)[0][0]))
            mails.add_metric([code], Mail.objects.filter(state__in=UNFINISHED).count())
            files.add_metric([code], StoredFile.objects.filter(state=RECEIVED).count())
        yield from (jobs, late, mails, files, _pool())


backlog = Backlog()


def _pool() -> Metric:
    told = GaugeMetricFamily(
        "perenne_connections", "Of this process, to the database.", labels=["state"]
    )
    pool = getattr(connection, "pool", None)
    found = pool.get_stats() if pool else {}
    for name, state in POOL.items():
        told.add_metric([state], found.get(name, 0))
    return told


def _asked(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
