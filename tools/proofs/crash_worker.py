"""A worker in a fork, which kills itself (-9) in each kind of job at four points."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from claims import FORKS, Claims
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, connections
from procrastinate.contrib.django import app
from year_jobs import Jobs

IN, AFTER, SENT, DONE = "written", "committed", "mail sent", "done"
POINTS = (IN, AFTER, SENT, DONE)
"""After a write that is not committed; after a COMMIT; after the « 250 » of the mail server, before
it is noted; after all of the job, before the queue is told so."""
WRITES = ("INSERT", "UPDATE", "DELETE", "WITH")
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def kinds() -> list[str]:
    return sorted(name for name in app.tasks if not name.startswith(("builtin", "procrastinate")))


def deaths_to_come() -> Claims:
    return Claims(f"{kind} {point}" for kind in kinds() for point in POINTS)


class Worker:
    """`deaths`: what is left to die of; none for one that works in peace. `told`: how it died."""

    def __init__(self, database: str, port: int, deaths: Claims | None, told: int) -> None:
        self.database, self.port, self.deaths, self.told = database, port, deaths, told
        self.kind = ""

    def run(self, periodic: tuple[str, ...]) -> bool:
        """In a process of its own, until no job is ready; whether it came back alive."""
        connections.close_all()
        process = FORKS.Process(target=self._work, args=(periodic,))
        process.start()
        process.join()
        if process.exitcode not in (0, -signal.SIGKILL):
            raise AssertionError(f"a worker ended by itself: {process.exitcode}")
        return process.exitcode == 0

    def _work(self, periodic: tuple[str, ...]) -> None:
        connection.settings_dict["NAME"] = self.database
        settings.DATABASES["default"]["NAME"] = self.database
        settings.EMAIL_BACKEND, settings.EMAIL_HOST = SMTP, "127.0.0.1"
        settings.EMAIL_PORT = self.port
        jobs = Jobs()
        jobs.around = [self._doomed]
        jobs.run(datetime.now().astimezone(), periodic)

    def _doomed(self, process: Callable[[], Any], context: Any, _worker: Any) -> Any:
        self.kind = context.job.task_name
        with self._watched():
            given = process()
        self._die(DONE)
        return given

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """The connection of this thread, and whatever it sends."""
        commit, send = connection._commit, EmailMessage.send
        connection.ensure_connection()
        connection._commit = lambda: (commit(), self._die(AFTER))
        EmailMessage.send = lambda mail, **said: (send(mail, **said), self._die(SENT))[0]
        try:
            with connection.execute_wrapper(self._executing):
                yield
        finally:
            del connection._commit
            EmailMessage.send = send

    def _executing(self, execute: Any, sql: Any, *said: Any) -> Any:
        given = execute(sql, *said)
        if connection.in_atomic_block and str(sql).lstrip().startswith(WRITES):
            self._die(IN)
        return given

    def _die(self, point: str) -> None:
        if self.deaths and self.deaths.take(f"{self.kind} {point}"):
            os.write(self.told, f"{self.kind}\t{point}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)
