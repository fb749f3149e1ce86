"""How many requests a second an address answers, asked by a few browsers at once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median

AT_ONCE = 4
WARM_UP, LASTING = 1.0, 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Rate:
    """`median` in seconds, as one browser waits."""

    a_second: float
    median: float


def rate(port: int, path: str) -> Rate:
    """A few browsers ask again and again, over connections that stay open."""
    _asked(port, path, WARM_UP)
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as browsers:
        told = list(browsers.map(lambda _: _asked(port, path, LASTING), range(AT_ONCE)))
    spent = time.perf_counter() - began
    waits = [wait for one in told for wait in one]
    return Rate(len(waits) / spent, median(waits))


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
