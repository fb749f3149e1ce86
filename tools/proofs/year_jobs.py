"""The jobs of the house, run by a worker of procrastinate in this process until none is left."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.db_cleanup import close_db_connections
from procrastinate.contrib.django.utils import connector_params

from perenne.kit.tenancy.current import WORKER, within

NIGHTLY, ALL_DAY = "15 3 * * *", "*/30 * * * *"
EACH_MINUTE, OFTEN = "* * * * *", "* * * * * */10"


class Jobs:
    """`due`: the names of the periodic tasks, by cron; the worker asks for none by itself.
    `around`: middlewares of each job, within the one that gives its connections back."""

    def __init__(self) -> None:
        self.around: list[Any] = []
        self.due: dict[str, list[str]] = {}
        for one in app.periodic_registry.periodic_tasks.values():
            self.due.setdefault(one.cron, []).append(one.task.name)
        app.periodic_registry.periodic_tasks.clear()
        self.faults: dict[str, set[str]] = {}
        log = logging.getLogger("procrastinate")
        log.setLevel(logging.ERROR)
        log.propagate = False
        log.handlers = [_Faults(self.faults)]

    def run(self, now: datetime, periodic: Iterable[str] = ()) -> None:
        """Those that wait, after these ones."""
        asyncio.run(self._run(int(now.timestamp()), tuple(periodic)))

    async def _run(self, timestamp: int, periodic: tuple[str, ...]) -> None:
        kwargs = {**connector_params(), "options": WORKER}
        kwargs.pop("pool", None)
        with within(settings.COMMITTEES[0]), app.replace_connector(PsycopgConnector(kwargs=kwargs)):
            async with app.open_async():
                for name in periodic:
                    await app.tasks[name].defer_async(timestamp=timestamp)
                await app.run_worker_async(
                    wait=False,
                    concurrency=1,
                    install_signal_handlers=False,
                    listen_notify=False,
                    task_middleware=[close_db_connections, *self.around],
                )


class _Faults(logging.Handler):
    """What the worker logs of a job that fails, by task."""

    def __init__(self, found: dict[str, set[str]]) -> None:
        super().__init__()
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        task = getattr(record, "job", {}).get("task_name", "?")
        fault = record.exc_info[1] if record.exc_info else record.getMessage()
        self._found.setdefault(task, set()).add(f"{type(fault).__name__}: {fault}"[:200])
