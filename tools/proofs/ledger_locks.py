"""The locks that the acts take, found as they are taken, and taken away one at a time."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from random import Random
from typing import Any

from django.db import connection
from django.db.models import QuerySet

SEEN: Counter[str] = Counter()
"""In this process."""
LINGER = 0.02  # seconds at most between what an act wrote and its commit


@contextmanager
def locks_without(removed: str = "") -> Iterator[None]:
    """Inside, that lock is not taken: its rows are read as any others. So that writers meet where
    it stood, they then linger before they commit."""
    lock, commit, chance = QuerySet.select_for_update, connection.commit, Random()  # noqa: S311

    @wraps(lock)
    def counted(rows: QuerySet[Any], *said: Any, **how: Any) -> QuerySet[Any]:
        name = _asked_by(rows)
        SEEN[name] += 1
        return rows.all() if name == removed else lock(rows, *said, **how)

    def commit_late() -> None:
        time.sleep(chance.uniform(0, LINGER))
        commit()

    QuerySet.select_for_update = counted  # type: ignore[method-assign]
    if removed:
        connection.commit = commit_late  # type: ignore[method-assign]
    try:
        yield
    finally:
        QuerySet.select_for_update = lock  # type: ignore[method-assign]
        connection.commit = commit  # type: ignore[method-assign]


def _asked_by(rows: QuerySet[Any]) -> str:
    """The function of ours that asks for it, and what it locks."""
    frame = sys._getframe(2)
    while frame.f_back and frame.f_globals["__name__"].startswith("django."):
        frame = frame.f_back
    place = frame.f_globals["__name__"].rsplit(".", 1)[-1]
    return f"{rows.model.__name__} · {place}.{frame.f_code.co_name}"
