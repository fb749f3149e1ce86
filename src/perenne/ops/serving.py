"""The web server and the worker as children of one command."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection

PATIENCE = 30  # seconds before a server that does not answer is called broken
FAREWELL = 8  # seconds that children have to finish what they do


@contextmanager
def children(port: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Server and worker, stopped on the way out whatever happened."""
    started = [_server(port), _worker()]
    try:
        yield started
    finally:
        for child in started:
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + FAREWELL
        for child in started:
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def answers(port: int) -> bool:
    """Whether the home page is given, before patience runs out."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/", headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        time.sleep(0.05)
    return False


def free_port(wished: int) -> int:
    """The port wished, else the next one that nobody listens on."""
    for port in range(wished, wished + 50):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise OSError(f"no free port between {wished} and {wished + 50}")


def _server(port: int) -> subprocess.Popen[bytes]:
    return _child(
        "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--blocking-threads", "4", "--log-level", "warning",
        "perenne.config.wsgi:application",
    )  # fmt: skip


def _worker() -> subprocess.Popen[bytes]:
    return _child("perenne.config", "procrastinate", "worker", "--concurrency", "1")


def _child(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, "-m", module, *arguments], env=os.environ.copy(), start_new_session=True
    )
