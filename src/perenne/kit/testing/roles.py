"""Tests run as the application; what it may not do, its owner does for a moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

OWNER: dict[str, str] = {"application_password": ""}
"""Filled in by `conftest.py`, which knows the cluster."""


def become(user: str, password: str = "") -> None:
    """From its next query on, the default connection is that of another role."""
    connection.close()
    connection.settings_dict.update(USER=user, PASSWORD=password)


def become_application() -> None:
    become(settings.APPLICATION_ROLE, OWNER["application_password"])


@contextmanager
def as_owner() -> Iterator[None]:
    """Outside of any transaction only: the connection is another one."""
    become(OWNER["USER"], OWNER["PASSWORD"])
    try:
        yield
    finally:
        become_application()
