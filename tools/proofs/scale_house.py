"""Two web servers, two workers and an S3 server, as on machines of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from scale_servers import STANDBYS, Bouncer, Servers

from perenne.config.test_bucket import KEY, NAME, REGION, SECRET, Server
from perenne.kit.postgres import Cluster
from perenne.ops.serving import answers, free_port, stop

WEB, WORKERS = 2, 2
PROCESSES, THREADS = 1, 4
TOKEN = "de-la-preuve"  # noqa: S105 - of a house that dies with the proof
ROUNDS = 10
"""Times half a minute, on a machine that is very busy, before a server is called broken."""
BREATH = 1.0
"""Seconds before a program that ended is started again, as systemd does (`RestartSec=2`)."""


class House:
    """Programs that are started again when they end; `restarts` says how often that was needed."""

    def __init__(self, home: Path, servers: Servers, bouncer: Bouncer, s3: str) -> None:
        self.home, self.restarts = home, 0
        self.ports = [free_port(18_700 + 10 * number) for number in range(WEB)]
        self._children: dict[tuple[str, ...], subprocess.Popen[bytes]] = {}
        self._over = threading.Event()
        replicas = " ".join(bouncer.url_of(name) for name in STANDBYS)
        common = {
            **os.environ, "PERENNE_SECOND_FACTOR": "offered", "PERENNE_METRICS_TOKEN": TOKEN,
            "PERENNE_S3_BUCKET": NAME, "PERENNE_S3_ENDPOINT": s3, "PERENNE_S3_REGION": REGION,
            "PERENNE_S3_KEY": KEY, "PERENNE_S3_SECRET": SECRET,
        }  # fmt: skip
        self._web = {
            **common, "DATABASE_URL": bouncer.url_of("perenne"), "PERENNE_REPLICAS": replicas,
        }  # fmt: skip
        self._worker = {**common, "DATABASE_URL": straight(servers)}

    @contextmanager
    def running(self) -> Iterator[House]:
        keeping = threading.Thread(target=self._keep, daemon=True)
        try:
            for command in self._commands():
                self._start(command)
            for port in self.ports:
                if not any(answers(port) for _ in range(ROUNDS)):
                    raise AssertionError("a server does not answer")
            keeping.start()
            yield self
        finally:
            self._over.set()
            if keeping.is_alive():
                keeping.join()
            stop(list(self._children.values()))

    def reads(self) -> dict[str, int]:
        """How many pages were read from each server, all processes together."""
        found: dict[str, int] = {}
        for port in self.ports:
            asking = HTTPConnection("127.0.0.1", port, timeout=30)
            asking.request("GET", "/metriques/", headers={
                "Host": "localhost", "Authorization": f"Bearer {TOKEN}"})  # fmt: skip
            for line in asking.getresponse().read().decode().splitlines():
                if line.startswith("perenne_reads_total{"):
                    name, number = line.split('"')[1], line.rsplit(" ", 1)[1]
                    found[name] = found.get(name, 0) + int(float(number))
            asking.close()
        return found

    def _commands(self) -> Iterator[tuple[str, ...]]:
        for port in self.ports:
            yield ("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
                   "--workers", str(PROCESSES), "--blocking-threads", str(THREADS),
                   "--respawn-failed-workers", "--log-level", "warning",
                   "perenne.config.wsgi:application")  # fmt: skip
        for number in range(WORKERS):
            yield ("perenne.config", "procrastinate", "worker", "--concurrency", "1",
                   "--name", f"worker-{number}")  # fmt: skip

    def _start(self, command: tuple[str, ...]) -> None:
        is_web = command[0] == "granian"
        environment = dict(self._web if is_web else self._worker)
        mark = command[6] if is_web else command[-1]
        if is_web:
            environment["PROMETHEUS_MULTIPROC_DIR"] = str(self.home / f"counts-{mark}")
            Path(environment["PROMETHEUS_MULTIPROC_DIR"]).mkdir(exist_ok=True)
        with (self.home / f"log-{mark}").open("a") as log:
            self._children[command] = subprocess.Popen(  # noqa: S603 - our own programs
                [sys.executable, "-m", *command], env=environment, start_new_session=True,
                stdout=log, stderr=log,
            )  # fmt: skip

    def _keep(self) -> None:
        while not self._over.wait(BREATH):
            for command, child in list(self._children.items()):
                if child.poll() is not None:
                    self.restarts += 1
                    self._start(command)


def straight(servers: Servers) -> str:
    """Past pgbouncer, to whichever server takes writes: a worker listens, and keeps its session."""
    clusters = (servers.primary, *servers.standbys.values())
    hosts = ",".join(quote(str(cluster.socket_folder), "") for cluster in clusters)
    ports = ",".join("5432" for _ in clusters)
    return (
        f"postgresql://{Cluster.application}@/{servers.primary.database}"
        f"?host={hosts}&port={ports}&target_session_attrs=read-write"
    )


@contextmanager
def bucket() -> Iterator[Server]:
    server = Server()
    server.start()
    try:
        server.client.create_bucket(
            Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        yield server
    finally:
        server.stop()
