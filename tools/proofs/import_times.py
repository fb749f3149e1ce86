"""A year of a big company as a file, its import timed, and what it is compared with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from memory import Watch

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions.importing import (
    apply_import,
    applying,
    read_import,
    receive_import,
    write_import,
)
from perenne.domain.hours.models import HoursImport, WorkDay
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_participant
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.actors import HOUSE, Role
from perenne.kit.sheets.writing import Table, write_workbook
from perenne.values import Hours

TODAY, STARTS = date(2026, 11, 26), date(2026, 1, 1)
PEOPLE, MONTHS = 465, 10
PATIENCE = 300  # seconds for a worker
TOTALS = "SELECT participant_id, month, net_minutes FROM hours_work ORDER BY 1, 2"
COUNTED = """SELECT (SELECT sum(minutes) FROM hours_personmonth),
    (SELECT sum(minutes) FROM hours_personday), (SELECT count(*) FROM hours_workday)"""
DEAD_NOW = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '5 minutes'"
AT_HOME = "SELECT set_config('perenne.committee', %s, false)"
EMPTY = ("hours_workday", "hours_work", "hours_personday", "hours_personmonth")
WORK_COLUMNS = (
    "sheet_id, hiring_id, participant_id, month, kind, minutes, reason, source, external_id,"
    " net_minutes, allocated_minutes"
)
FROM_STAGED = (
    f"INSERT INTO hours_work (id, {WORK_COLUMNS}) OVERRIDING SYSTEM VALUE"  # noqa: S608 - our names
    f" SELECT id, {WORK_COLUMNS} FROM staged_work ORDER BY participant_id"
)


@dataclass(frozen=True)
class Step:
    name: str
    rows: int
    seconds: float


@dataclass(frozen=True)
class Scene:
    company: Any
    siret: str
    content: bytes
    days: int


@dataclass(frozen=True)
class Imported:
    steps: list[Step]
    totals: Any


@dataclass(frozen=True)
class Killed:
    done: int
    sheets: int
    before: int
    after: int
    same: bool
    memory: int
    sandbox: int


def new_scene() -> Scene:
    """One company, its crew on one commitment, and a tab for each month: a line a person a day."""
    facilitator, company = new_actor(Role.FACILITATOR), new_actor(Role.COMPANY)
    begun = {"signed_on": date(2025, 11, 1), "notified_on": date(2025, 11, 15)}
    commitment = new_commitment(
        facilitator, company=company, hours=900_000, starts_on=date(2025, 12, 1), **begun
    )
    for number in range(PEOPLE):
        person = new_participant(first_name=f"Prénom{number}", last_name=f"Nom{number}")
        new_hiring(
            person, commitment, facilitator=facilitator, starts_on=STARTS, counts_from=STARTS
        )
    year = [STARTS + timedelta(number) for number in range(304)]
    tabs = [
        Table(f"Mois {month}", ("Nom", "Prénom", "Date", "Heures"), tuple(
            (f"Nom{number}", f"Prénom{number}", day, Hours(420 - number % 60))
            for number in range(PEOPLE)
            for day in year
            if day.month == month and day.weekday() < 5
        ))
        for month in range(1, MONTHS + 1)
    ]  # fmt: skip
    days = sum(len(tab.rows) for tab in tabs)
    return Scene(company, whole_of(commitment).party.siret, write_workbook(tabs), days)


def imported(scene: Scene) -> Imported:
    """Received, worked out, written, each timed, in this process."""
    pk, receiving = timed(lambda: received(scene))
    _, reading = timed(lambda: read_import(import_id=pk, by=HOUSE, today=TODAY))
    apply_import(import_id=pk, by=scene.company, today=TODAY)
    with parts_timed() as parts:
        _, applying_it = timed(lambda: write_import(import_id=pk, by=HOUSE, today=TODAY))
    if WorkDay.objects.count() != scene.days:
        raise AssertionError(f"{WorkDay.objects.count()} days were written of {scene.days}")
    steps = [
        Step("received: looked at and kept", scene.days, receiving),
        Step("dry run", scene.days, reading),
        Step("applied, from the file to the sheets", scene.days, applying_it),
        Step("written: the parts that write, committed", scene.days, sum(parts)),
    ]
    return Imported(steps, totals())


@contextmanager
def parts_timed() -> Iterator[list[float]]:
    """Seconds of each part of a sheet: locked, copied, inserted, recorded, committed."""
    inner, spent = applying.write_months, []

    def write(*arguments: Any) -> None:
        spent.append(timed(lambda: inner(*arguments))[1])

    applying.write_months = write
    yield spent
    applying.write_months = inner


def received(scene: Scene) -> int:
    file = SentFile(scene.content, "heures 2026.xlsx")
    return receive_import(file, siret=scene.siret, by=scene.company, today=TODAY)


def totals() -> Any:
    with connection.cursor() as cursor:
        cursor.execute(TOTALS)
        works = cursor.fetchall()
        cursor.execute(COUNTED)
        return works, cursor.fetchone()


def baselines(scene: Scene) -> list[Step]:
    """The same rows: in bare tables, in the tables themselves, and set by set beside them."""
    with owner() as server:
        works = copied_out(server, "hours_work", f"id, {WORK_COLUMNS}")
        days = copied_out(server, "hours_workday", "work_id, participant_id, day, minutes")
        server.execute("CREATE TABLE bare_work (LIKE hours_work INCLUDING DEFAULTS)")
        server.execute("CREATE TABLE bare_day (LIKE hours_workday INCLUDING DEFAULTS)")
        server.execute("CREATE SEQUENCE bare_number")
        server.execute("ALTER TABLE bare_day ALTER id SET DEFAULT nextval('bare_number')")
        found = []
        for name, tables in (
            ("bare COPY, without constraints or triggers", ("bare_work", "bare_day")),
            ("COPY into the tables themselves (their owner)", ("hours_work", "hours_workday")),
        ):
            emptied(server)
            spent = timed(lambda tables=tables: copied_in(server, tables, works, days))[1]
            found.append(Step(name, scene.days, spent))
        emptied(server)
        spent = timed(lambda: staged(works, days))[1]
        found.append(Step("staged insert-select, as the application", scene.days, spent))
        emptied(server)
    return found


def owner() -> Any:
    server = psycopg.connect(settings.CLUSTER.url_of(settings.CLUSTER.owner), autocommit=True)
    server.execute(AT_HOME, [settings.COMMITTEES[0]])
    return server


def copied_out(server: Any, table: str, columns: str) -> bytes:
    order = f"COPY (SELECT {columns} FROM {table} ORDER BY id) TO STDOUT"  # noqa: S608 - our names
    with server.cursor().copy(order) as it:
        return b"".join(map(bytes, it))


def emptied(server: Any) -> None:
    with server.transaction():
        server.execute("SET LOCAL session_replication_role = replica")
        for table in EMPTY:
            server.execute(f"DELETE FROM {table}")  # noqa: S608 - our names
    for table in EMPTY:
        server.execute(f"VACUUM ANALYZE {table}")


def copied_in(server: Any, tables: tuple[str, str], works: bytes, days: bytes) -> None:
    with server.transaction():
        filled(server.cursor(), f"{tables[0]} (id, {WORK_COLUMNS})", works)
        filled(server.cursor(), f"{tables[1]} (work_id, participant_id, day, minutes)", days)


def staged(works: bytes, days: bytes) -> None:
    """By the role, the walls, the constraints and the triggers that the import has."""
    url = settings.CLUSTER.url_of(settings.CLUSTER.application)
    with psycopg.connect(url) as server:
        server.execute(
            "SELECT set_config('perenne.committee', %s, false)", [settings.COMMITTEES[0]]
        )
        server.execute("CREATE TEMP TABLE staged_work (LIKE hours_work) ON COMMIT DROP")
        server.execute("ALTER TABLE staged_work ALTER recorded_at DROP NOT NULL")
        server.execute("ALTER TABLE staged_work ALTER committee_id DROP NOT NULL")
        server.execute(
            "CREATE TEMP TABLE staged_day (work_id bigint, participant_id bigint, day date,"
            " minutes integer) ON COMMIT DROP"
        )
        filled(server.cursor(), f"staged_work (id, {WORK_COLUMNS})", works)
        filled(server.cursor(), "staged_day (work_id, participant_id, day, minutes)", days)
        server.execute(FROM_STAGED)
        server.execute(
            "INSERT INTO hours_workday (work_id, participant_id, day, minutes)"
            " SELECT work_id, participant_id, day, minutes FROM staged_day"
            " ORDER BY participant_id, day"
        )


def filled(cursor: Any, place: str, rows: bytes) -> None:
    with cursor.copy(f"COPY {place} FROM STDIN") as copy:
        copy.write(rows)


def killed_and_run_again(scene: Scene, expected: Any) -> Killed:
    """A real worker reads; it is killed while it writes; another one finds its job and ends it."""
    pk = received(scene)
    worker, watch = new_worker()
    wait_for(lambda: state_of(pk).state == "checked", worker)
    apply_import(import_id=pk, by=scene.company, today=TODAY)
    half = state_of(pk).sheets_total // 2
    wait_for(lambda: state_of(pk).sheets_done >= half, worker)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    done, before = state_of(pk).sheets_done, WorkDay.objects.count()
    first = watch
    first.stop()
    with owner() as server:
        server.execute(DEAD_NOW)  # thirty seconds later, in a hurry
    worker, watch = new_worker()
    wait_for(lambda: state_of(pk).state == "written", worker)
    worker.terminate()
    worker.wait()
    watch.stop()
    return Killed(
        done,
        state_of(pk).sheets_total,
        before,
        WorkDay.objects.count(),
        totals() == expected,
        max(first.server, watch.server),
        max(first.sandbox, watch.sandbox),
    )


def new_worker() -> tuple[subprocess.Popen[bytes], Watch]:
    worker = subprocess.Popen(
        [sys.executable, "-m", "perenne.config", "procrastinate", "worker", "--concurrency", "1"],
        start_new_session=True,
    )
    watch = Watch(worker.pid)
    watch.start()
    return worker, watch


def state_of(pk: int) -> HoursImport:
    return HoursImport.objects.get(pk=pk)


def wait_for(happened: Callable[[], bool], worker: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > until or worker.poll() is not None:
            raise AssertionError("the worker died, or never came to it")
        time.sleep(0.05)


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    answer = act()
    return answer, time.perf_counter() - began
