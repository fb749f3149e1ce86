"""For which committee this thread works; its database connection is told at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import connection
from psycopg import OperationalError
from psycopg.pq import TransactionStatus

_committee: ContextVar[str] = ContextVar("committee", default="")
WORKER = "-c perenne.worker=on"
"""Options of a worker's connections: they see the queue of every committee, and nothing more."""
SAY = "SELECT set_config('perenne.committee', %s, false)"


def current_committee() -> str:
    """Its code; empty outside of any committee, where the database shows no row at all."""
    return _committee.get()


@contextmanager
def within(code: str) -> Iterator[None]:
    """Work for this committee, then for whichever it was before."""
    if code == current_committee():
        yield
        return
    before = _committee.set(code)
    tell()
    try:
        yield
    finally:
        _committee.reset(before)
        tell()


def each_committee() -> Iterator[str]:
    """One after the other, every committee that this installation serves (nightly work)."""
    for code in settings.COMMITTEES:
        with within(code):
            yield code


def tell() -> None:
    """A connection that is not open yet will be told when it opens (`kit.postgres.backend`)."""
    opened = connection.connection
    if opened is None or opened.info.transaction_status is TransactionStatus.INERROR:
        return
    try:
        opened.execute(SAY, [current_committee()])
    except OperationalError:  # cut meanwhile: whoever asks next opens another one
        connection.close()
