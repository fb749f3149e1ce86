"""Traffic that never stops, while one server after the other stops, dies, comes back."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import getloadavg
from pathlib import Path
from random import Random

import scale_after
from crash_writers import kill
from django.conf import settings
from django.db import connection, transaction
from ledger_writers import refuse_pool
from load_world import Account, account
from scale_house import House, bucket
from scale_people import Person, Said, goes_on, inviter, reader, sender, writer
from scale_servers import STANDBYS, Bouncer, Servers, streams, until
from table import row

from perenne.domain.organisations.factories import new_organisation
from perenne.domain.organisations.models import Kind
from perenne.kit.actors import Role
from perenne.ops.management.commands.demo import collect_statics

WRITERS, READERS = 3, 3
CALM, STOPS, DIES, RETURNS, AWAY, AFTER = (
    "calm", "a replica stops replaying", "a replica is killed", "it comes back",
    "the primary is killed", "a replica is the primary",
)  # fmt: skip
SETTLE = 8.0
"""Seconds after the first act done again in which a request that waited may still be refused."""
LONGEST = 60.0
"""Seconds without writing, from the death of the primary on; the operator’s own are not in it."""
WIDTHS = (26, 8, 8, 8, 8, 8, 10, 9)
HEADS = ("while", "answers", "errors", "readers’", "p50 ms", "p95 ms", "lag kB p95", "lag most")


def prove(home: Path, program: Path, each: float) -> list[str]:
    """Sentences: what was read late, refused, lost, or did not come back."""
    refuse_pool()  # this process looks at one server, then at another
    with transaction.atomic():
        signed = [account(Role.BUYER, new_organisation(Kind.BUYER)) for _ in range(WRITERS + 1)]
    connection.close()
    collect_statics()
    servers, said = Servers(home, settings.CLUSTER), Said()
    try:
        servers.begin()
        led = {"perenne": servers.primary, **servers.standbys}
        with (
            bucket() as s3,
            Bouncer(program, home / "b", led).running() as bouncer,
            House(home, servers, bouncer, s3.address).running() as house,
        ):
            print(
                f"2 web servers, 2 workers, {len(STANDBYS)} replicas, pgbouncer in "
                f"session mode, S3 (moto); {WRITERS} writers, {READERS} readers, a sender, "
                f"an inviter; load {getloadavg()[0]:.1f}\n", flush=True,
            )  # fmt: skip
            until(lambda: house.reads().get(STANDBYS[0]) or warmed(house))
            with everybody(house, said, signed), Lag(servers, said) as lag:
                broken = scenes(servers, bouncer, said, each)
            broken += told(said, lag) + scale_after.reads(house)
            broken += scale_after.audited(servers, said, s3)
            print(f"programs started again by their keeper: {house.restarts}")
        broken += scale_after.different(servers)
    finally:
        servers.leave()
    return broken + sorted(set(said.wrong))


def warmed(house: House) -> bool:
    """Each process has looked at the replicas once; False, to be asked again."""
    visitor = Person("reader", house.ports, Said(), Random(1))  # noqa: S311 - no secret
    for _ in range(8):
        visitor.ask("GET", "/questions/")
    return False


def scenes(servers: Servers, bouncer: Bouncer, said: Said, each: float) -> list[str]:
    said.scene = CALM
    time.sleep(each)
    said.scene = STOPS
    servers.pause("replica_1", replaying=False)
    time.sleep(each)
    servers.pause("replica_1", replaying=True)
    said.scene = DIES
    servers.kill("replica_2")
    time.sleep(each)
    said.scene = RETURNS
    servers.start("replica_2")
    back = until(lambda: streams(servers.primary, "replica_2"))
    time.sleep(each)
    broken = primary_dies(servers, bouncer, said)
    said.scene = AFTER
    time.sleep(each)
    print(f"replica_2 streamed again {back:.1f} s after its start", flush=True)
    return broken


def primary_dies(servers: Servers, bouncer: Bouncer, said: Said) -> list[str]:
    """What an operator does then: promotes the furthest, leads the name of the primary to it."""
    said.scene = AWAY
    began = time.monotonic()
    kill(servers.primary)
    time.sleep(2)  # nobody acts at once
    acted = time.monotonic()
    chosen = servers.promote_the_furthest()
    bouncer.lead({"perenne": servers.primary, chosen: servers.primary, **servers.standbys})
    promoted = time.monotonic()
    try:
        until(lambda: said.last_written > promoted)
    except TimeoutError:
        return ["the primary was killed: nothing was written again."]
    written = said.last_written - began
    print(
        f"the primary killed: {acted - began:.1f} s until somebody acts, {chosen} promoted in "
        f"{promoted - acted:.1f} s, written again {written:.1f} s after the death", flush=True,
    )  # fmt: skip
    time.sleep(SETTLE)
    return [f"nothing was written for {written:.0f} s."] if written > LONGEST else []


@contextmanager
def everybody(house: House, said: Said, signed: list[Account]) -> Iterator[None]:
    def person(kind: str, number: int) -> Person:
        return Person(kind, house.ports, said, Random(number))  # noqa: S311 - no secret

    said.scene = "before"
    host, *writers = signed
    lives = [
        *((writer(person("writer", n), one.email), 0.5) for n, one in enumerate(writers)),
        *((reader(person("reader", 10 + n)), 0.5) for n in range(READERS)),
        (sender(person("sender", 20)), 2.0),
        (inviter(person("inviter", 30), host.email, host.organisation_id), 7.0),
    ]
    threads = [goes_on(once, said, think) for once, think in lives]
    try:
        yield
    finally:
        said.over = True
        for thread in threads:
            thread.join(40)


class Lag(threading.Thread):
    """Bytes that each standby had not replayed, looked at twice a second, by scene."""

    def __init__(self, servers: Servers, said: Said) -> None:
        super().__init__(daemon=True)
        self.servers, self.said = servers, said
        self.by_scene: dict[str, list[int]] = {}
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.5):
            self.by_scene.setdefault(self.said.scene, []).extend(self.servers.behind().values())

    def __enter__(self) -> Lag:
        self.start()
        return self

    def __exit__(self, *_reason: object) -> None:
        self._over.set()
        self.join()


def told(said: Said, lag: Lag) -> list[str]:
    """The table; errors are allowed to whoever writes while there is no primary, and to nobody."""
    broken = []
    row(WIDTHS, HEADS)
    for scene in (CALM, STOPS, DIES, RETURNS, AWAY, AFTER):
        here = [one for one in said.answers if one[0] == scene]
        errors = [one for one in here if one[2] >= 400]
        readers = [one for one in errors if one[1] == "reader"]
        waits = sorted(one[3] * 1_000 for one in here) or [0.0]
        behind = sorted(lag.by_scene.get(scene, ())) or [0]
        p50, p95 = (waits[int(len(waits) * part)] for part in (0.5, 0.95))
        late = [round(behind[int(len(behind) * part)] / 1024) for part in (0.95, 0.9999)]
        times = [round(wait) for wait in (p50, p95)]
        row(WIDTHS, (scene, len(here), len(errors), len(readers), *times, *late))
        wrong = readers if scene == AWAY else errors
        kinds = {(kind, status): asked for _, kind, status, _, asked in wrong}
        broken += [
            f"{scene}: a {kind} was answered {status} to {asked}."
            for (kind, status), asked in sorted(kinds.items())
        ]
        if not here:
            broken.append(f"{scene}: nobody asked anything: this proves nothing.")
    return broken
