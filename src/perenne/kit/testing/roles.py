"""Tests run as the application; what it may not do, its owner does for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

from django.db import connection

Login: TypeAlias = dict[str, str]
OWNER: Login = {}
APPLICATION: Login = {}
"""USER and PASSWORD: filled in by `conftest.py`, which knows the cluster."""


def become(who: Login) -> None:
    """From its next query on, the default connection is that of another role."""
    connection.close()
    connection.settings_dict.update(who)


@contextmanager
def acting_as(who: Login) -> Iterator[None]:
    """Outside of any transaction only: the connection is another one."""
    before = {key: connection.settings_dict[key] for key in who}
    become(who)
    try:
        yield
    finally:
        become(before)
