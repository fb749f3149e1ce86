"""How many requests a second addresses answer, asked by a few browsers at once."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median

AT_ONCE = 4
ROUNDS = 9
LASTING = 0.8  # seconds for one address in one round


@dataclass(frozen=True, slots=True)
class Rate:
    """`wait` is what one browser waits, in seconds; `shares` are of the addresses asked first.

    All are medians of the rounds: in each one every address is asked in its turn, so that
    whatever else the machine does weighs on all of them alike.
    """

    path: str
    a_second: float
    wait: float
    shares: tuple[float, ...]


def rates(port: int, paths: Sequence[str], *, beside: int) -> list[Rate]:
    """Of all these paths; `beside`: how many of the first ones the others are compared to."""
    for path in paths:
        _asked(port, path, LASTING)  # whatever is made once is made now
    found = [[_together(port, path) for path in paths] for _ in range(ROUNDS)]
    return [
        Rate(
            path,
            median(row[at][0] for row in found),
            median(row[at][1] for row in found),
            tuple(median(row[at][0] / row[first][0] for row in found) for first in range(beside)),
        )
        for at, path in enumerate(paths)
    ]


def _together(port: int, path: str) -> tuple[float, float]:
    """Requests a second, and the median wait."""
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as browsers:
        told = list(browsers.map(lambda _: _asked(port, path, LASTING), range(AT_ONCE)))
    spent = time.perf_counter() - began
    waits = [wait for one in told for wait in one]
    return len(waits) / spent, median(waits)


def _asked(port: int, path: str, seconds: float) -> list[float]:
    """How long each answer took; AssertionError when one is not a page."""
    browser, waits = HTTPConnection("127.0.0.1", port, timeout=30), []
    over = time.perf_counter() + seconds
    while (began := time.perf_counter()) < over:
        browser.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "gzip"})
        answer = browser.getresponse()
        answer.read()
        if answer.status != 200:
            raise AssertionError(f"{path} answered {answer.status}")
        waits.append(time.perf_counter() - began)
    browser.close()
    return waits
