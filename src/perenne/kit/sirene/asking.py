"""The register over HTTP: one host that was allowed, a short time, no redirect, few requests."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from time import monotonic
from urllib.parse import urlencode, urlsplit

from django.core.cache import cache

from perenne.kit.sirene.port import Answer, Said
from perenne.kit.sirene.reading import read_answer
from perenne.values import Siret

PATIENCE = 2.0  # seconds, for the connection and for the whole answer
HEAVIEST = 500_000  # bytes
CHUNK = 16_384
MOST_IN_A_SECOND = 5  # the API takes seven
LONGEST_PAUSE = 3_600
PAUSED, COUNTED = "sirene-paused", "sirene-second-{second}"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Silent(Exception):  # noqa: N818 - no answer is an answer
    """The register says nothing that can be used."""


class HttpRegister:
    """ValueError when the address is not one that this installation allows."""

    def __init__(self, address: str, *, hosts: frozenset[str], patience: float = PATIENCE) -> None:
        parts = urlsplit(address)
        self.host, self.port = parts.hostname or "", parts.port
        self.encrypted = parts.scheme == "https"
        self.base, self.patience = parts.path.rstrip("/"), patience
        if self.host not in hosts:
            raise ValueError(f"{self.host!r} is not in PERENNE_SIRENE_HOSTS")
        if parts.scheme not in {"http", "https"} or parts.username or parts.query:
            raise ValueError("the address of the register is a plain http(s) address")
        if not self.encrypted and self.host not in LOOPBACK:
            raise ValueError("the register is asked over https")

    def look_up(self, siret: Siret) -> Answer:
        try:
            return read_answer(json.loads(self._ask(siret)), siret)
        except (Silent, OSError, HTTPException, ValueError, RecursionError):
            return Answer(Said.SILENT)

    def _ask(self, siret: Siret) -> bytes:
        _wait_for_nobody()
        until = monotonic() + self.patience
        query = urlencode({
            "q": siret.digits, "minimal": "true", "include": "siege,matching_etablissements",
            "page": 1, "per_page": 1,
        })  # fmt: skip
        headers = {"Accept": "application/json", "User-Agent": "Perenne (clauses sociales)"}
        with self._connection() as connection:
            connection.request("GET", f"{self.base}/search?{query}", headers=headers)
            answer = connection.getresponse()
            if answer.status == 429:
                _pause(answer.getheader("Retry-After"))
            if answer.status != 200:
                raise Silent(answer.status)
            return _whole(connection, answer, until)

    @contextmanager
    def _connection(self) -> Iterator[HTTPConnection]:
        kind = HTTPSConnection if self.encrypted else HTTPConnection
        connection = kind(self.host, self.port, timeout=self.patience)
        try:
            yield connection
        finally:
            connection.close()


def _whole(connection: HTTPConnection, answer: HTTPResponse, until: float) -> bytes:
    """Whoever answers drop by drop is left, and so is whoever never ends."""
    received = b""
    while left := until - monotonic():
        if left <= 0:
            raise Silent("too slow")
        if connection.sock:
            connection.sock.settimeout(left)
        chunk = answer.read1(CHUNK)
        received += chunk
        if not chunk:
            return received
        if len(received) > HEAVIEST:
            raise Silent("too heavy")
    raise Silent("too slow")


def _wait_for_nobody() -> None:
    """At most so many requests a second, and none for as long as the API said."""
    if cache.get(PAUSED):
        raise Silent("paused")
    second = COUNTED.format(second=int(monotonic()))
    cache.add(second, 0, timeout=5)
    if cache.incr(second) > MOST_IN_A_SECOND:
        raise Silent("too many")


def _pause(retry_after: str | None) -> None:
    said = (retry_after or "").strip()
    seconds = int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 60
    cache.set(PAUSED, True, timeout=min(max(seconds, 1), LONGEST_PAUSE))
