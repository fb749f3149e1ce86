"""`python -m perenne.config VERB`: Django's commands, on a database that is there."""

import logging
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from django.conf import settings
from django.core.management import execute_from_command_line
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from perenne.config.environment import ENVIRONMENT
from perenne.kit.postgres import NoPostgres
from perenne.kit.tenancy.current import WORKER, within

OF_ALL = {"migrate", "procrastinate"}
WITHOUT_DATABASE = {"help", "version", "law", "collectstatic", "makemessages", "compilemessages"}
ASKED_TO_LEAVE = (signal.SIGTERM, signal.SIGINT)


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perenne.config.settings")
    if is_worker():
        os.environ["PGOPTIONS"] = WORKER
    for asked in ASKED_TO_LEAVE:  # a background shell starts us with SIGINT ignored
        signal.signal(asked, _interrupt)
    try:
        own = not ENVIRONMENT.database_url and not WITHOUT_DATABASE & set(sys.argv[1:2])
        if own:
            settings.CLUSTER.enter()
        try:
            with within("" if OF_ALL & set(sys.argv[1:2]) else ENVIRONMENT.for_committee):
                execute_from_command_line(["run manage", *sys.argv[1:]])
        finally:
            if own:
                for asked in ASKED_TO_LEAVE:  # once is enough: the server must be stopped
                    signal.signal(asked, signal.SIG_IGN)
                _close_pool()
                settings.CLUSTER.leave()
    except NoPostgres as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def is_worker() -> bool:
    return sys.argv[1:3] == ["procrastinate", "worker"]


def end_at_once() -> NoReturn:
    """Once a worker has stopped. When its database went away, threads of its pools wait for it for
    ever: the process would stay, and whoever keeps workers would not start another one."""
    try:
        status = main()
    except SystemExit as said:
        status = said.code if isinstance(said.code, int) else 1
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _close_pool() -> None:
    """Before its server stops: else it says that its server has gone."""
    ours = connections["default"]
    if isinstance(ours, DatabaseWrapper):
        ours.close_pool()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    if is_worker():
        end_at_once()
    sys.exit(main())
