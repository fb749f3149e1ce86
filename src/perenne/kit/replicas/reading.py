"""For one request, the database is a replica; what it cannot do ends the attempt."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    InterfaceError,
    OperationalError,
    connection,
    connections,
)

REFUSED = {"25006", "0A000"}
"""A read-only transaction; what a standby does not have (serializable transactions)."""


class Why(Enum):
    WRITES = "it writes"
    CUT = "the replica is away, or gave up the question"


class Abandoned(BaseException):
    """What a replica cannot do was asked of it: the primary is to be asked everything again.

    As GeneratorExit, it is no Exception: nothing on the way up may take it for a fault.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@contextmanager
def read_from(alias: str) -> Iterator[None]:
    """In this thread, the default database is this one. Raises `Abandoned` out of the block."""
    usual, replica = connections[DEFAULT_DB_ALIAS], connections[alias]
    connections[DEFAULT_DB_ALIAS] = replica
    try:
        with replica.execute_wrapper(_or_abandoned):
            yield
    finally:
        connections[DEFAULT_DB_ALIAS] = usual
        replica.close()


def is_reading() -> bool:
    """Whether this thread reads a replica."""
    return connection.alias != DEFAULT_DB_ALIAS


def must_write() -> None:
    """What comes next writes: on a replica it is given up here, before the page is made."""
    if is_reading():
        raise Abandoned(Why.WRITES)


def _or_abandoned(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    try:
        return execute(sql, params, many, context)
    except (OperationalError, InterfaceError) as cut:
        raise Abandoned(Why.CUT) from cut
    except DatabaseError as fault:
        if getattr(fault.__cause__, "sqlstate", "") in REFUSED:
            raise Abandoned(Why.WRITES) from fault
        raise
