"""The demo département behind its real server, and a bare view beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from visited import demo_built, paths_of

from perenne.ops.serving import answers, free_port, stop

__all__ = ["BARE", "demo_on", "paths_of", "queries_of"]

BARE = ("/nu/", "/nu/chez-nous/")


@contextmanager
def demo_on(wished: int) -> Iterator[int]:
    """The same granian as the demo has, with the bare view beside the site (`bare.py`)."""
    demo_built()
    port = free_port(wished)
    server = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
         "--port", str(port), "--workers", "1", "--blocking-threads", "4",
         "--log-level", "warning", "bare:application"],
        env={**os.environ, "PYTHONPATH": f"{Path(__file__).parent}:{os.environ['PYTHONPATH']}"},
        start_new_session=True,
    )  # fmt: skip
    try:
        if not answers(port):
            raise AssertionError("the server does not answer")
        yield port
    finally:
        stop([server])


def queries_of(path: str) -> int:
    browser = Client(headers={"host": "localhost"})
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    return len(asked)
