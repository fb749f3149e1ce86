"""The web server and the worker as children of one command."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection

PATIENCE = 30  # seconds before a server that does not answer is called broken
FAREWELL = 8  # seconds that children have to finish what they do
HIGHEST_PORT = 65_535
OFFERED = {"PERENNE_SECOND_FACTOR": "offered"}
"""A choice of the demo: nobody who tries it should need a telephone. What the caller says wins."""
ASKED_TO_LEAVE = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def children(port: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Server and worker, stopped on the way out whatever happened."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        started.append(_server(port))
        started.append(_worker())
        yield started
    finally:
        with undisturbed():
            stop(started)


def stop(started: Sequence[subprocess.Popen[bytes]]) -> None:
    """Asked to finish, all together; killed when they take too long, with all that they started.

    Each leads a group of its own: a server that is killed must not leave its own children behind.
    """
    for child in started:
        with suppress(ProcessLookupError):
            child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + FAREWELL
    for child in started:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, deadline - time.monotonic()))
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Asking a second time to leave must not cut short the stopping of what was started."""
    before = {asked: signal.signal(asked, signal.SIG_IGN) for asked in ASKED_TO_LEAVE}
    try:
        yield
    finally:
        for asked, answer in before.items():
            signal.signal(asked, answer)


def answers(port: int) -> bool:
    """Whether the home page is given, before patience runs out."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError), closing(HTTPConnection("127.0.0.1", port, timeout=5)) as asking:
            asking.request("GET", "/", headers={"Host": "localhost"})
            return asking.getresponse().status == 200
        time.sleep(0.05)
    return False


def free_port(wished: int) -> int:
    """The port wished, else the next one that nobody listens on; OSError, in a sentence."""
    last = min(wished + 50, HIGHEST_PORT)
    for port in range(wished, last + 1):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise OSError(f"No port is free from {wished} to {last}: choose another one with --port.")


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
        [sys.executable, "-m", module, *arguments],
        env={**OFFERED, **os.environ},
        start_new_session=True,
    )
