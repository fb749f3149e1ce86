"""How far each replica is, looked at every second beside the requests, which wait for nothing."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Sequence
from itertools import count
from threading import Lock, Thread
from time import monotonic, sleep

from django.db import DEFAULT_DB_ALIAS, Error, connections

from perenne.kit.replicas.places import place_in

EACH = 1.0
"""Seconds between two looks."""
LATE = 3.0
"""A replica that lacks what the primary had so many seconds ago is read by nobody."""
KEPT = 60  # looks at the primary
WRITTEN = "SELECT pg_current_wal_insert_lsn()::text"
REPLAYED = "SELECT pg_last_wal_replay_lsn()::text WHERE pg_is_in_recovery()"
LOG = logging.getLogger("perenne.replicas")


class Followers:
    """What the last look told. A replica that did not answer, or was promoted, is not there."""

    def __init__(self, replicas: Sequence[str]) -> None:
        self._replicas = tuple(replicas)
        self._written: deque[tuple[float, int]] = deque(maxlen=KEPT)
        self._replayed: dict[str, int] = {}
        self._turn = count()
        self._lock = Lock()
        self._process = 0

    def begin(self) -> None:
        """Once in each process: threads do not cross a fork."""
        if self._process == os.getpid():
            return
        with self._lock:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
        for alias in (DEFAULT_DB_ALIAS, *self._replicas):
            Thread(target=self._follow, args=(alias,), name=f"follow-{alias}", daemon=True).start()

    def fit(self, wrote: int, *, now: float) -> str | None:
        """A replica, in turn, that knows what was written there and is not late; None without."""
        wanted = max(wrote, self._settled(now))
        known = [alias for alias, place in sorted(self._replayed.items()) if place >= wanted]
        return known[next(self._turn) % len(known)] if known else None

    def written(self, place: int, *, now: float) -> None:
        """After a failover the log goes on from an earlier place: what was known is forgotten."""
        if self._written and place < self._written[-1][1]:
            self._written.clear()
        self._written.append((now, place))

    def replayed(self, alias: str, place: int) -> None:
        if alias not in self._replayed:
            LOG.warning("%s is read from now on", alias)
        self._replayed[alias] = place

    def lost(self, alias: str) -> None:
        if self._replayed.pop(alias, None) is not None:
            LOG.warning("%s does not answer as a replica: it is not read", alias)

    def _settled(self, now: float) -> int:
        """What the primary had when it was last looked at `LATE` seconds ago, or longer."""
        looks = tuple(self._written)
        old = [place for when, place in looks if when <= now - LATE]
        return old[-1] if old else looks[0][1] if looks else 0

    def _follow(self, alias: str) -> None:
        while True:
            self.look(alias)
            sleep(EACH)

    def look(self, alias: str) -> None:
        server = connections[alias]
        now = monotonic()
        try:
            with server.cursor() as cursor:
                cursor.execute(WRITTEN if alias == DEFAULT_DB_ALIAS else REPLAYED)
                found = cursor.fetchone()
            server.close()
        except Error:
            self.lost(alias)
            return
        if found is None:
            self.lost(alias)
        elif alias == DEFAULT_DB_ALIAS:
            self.written(place_in(found[0]), now=now)
        else:
            self.replayed(alias, place_in(found[0]))
