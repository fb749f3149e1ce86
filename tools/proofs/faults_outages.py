"""What the house needs goes away, and comes back: the database, the disk, mails, scanner, S3."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import backups
import faults_needs
import upload
from django.conf import settings
from table import row

from perenne.domain.programming.factories import file_of_purchases
from perenne.ops.management.commands.demo import collect_statics
from perenne.ops.serving import answers, free_port, stop

WIDTHS = (52, 8, 70)
PAGES = ("/", "/connexion/", "/programmation/deposer/", "/chiffres/", "/territoire/")
DONE = 303, 302, 200
SMALL = "3m"  # of the tmpfs that is filled
PATIENCE = 150  # seconds for the site to be as before, at most
SORRY = "rechargez-la dans quelques minutes"
FULL = "Le stockage des fichiers ne répond pas"


def prove(home: Path, gone: int) -> list[str]:
    """Sentences: what was not said, what was kept by half, what did not come back."""
    logging.disable()  # each outage is told there at length
    collect_statics()
    wrong: list[str] = []
    if os.geteuid():
        return ["disks that are full were not tried: root alone may mount a small one."]
    row(WIDTHS, ("what is gone", "seconds", "seen"))
    with disk(home / "files") as files, disk(home / "space") as space, site(home) as port:
        wrong += database_gone(port, gone)
        wrong += database_full(port, space)
        wrong += files_full(port, files)
    for outage in faults_needs.OUTAGES:
        began = time.monotonic()
        seen, found = outage(home)
        row(WIDTHS, (outage.__name__.replace("_", " "), round(time.monotonic() - began, 1), seen))
        wrong += found
    return wrong


@contextmanager
def disk(place: Path) -> Iterator[Path]:
    """A few megabytes."""
    place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=False)  # noqa: S603, S607


def mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)  # noqa: S603, S607 - asks for root


@contextmanager
def site(home: Path) -> Iterator[int]:
    """The real server; its files lie on a small disk."""
    port = free_port(8177)
    server = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
         "--port", str(port), "--workers", "1", "--blocking-threads", "4",
         "--log-level", "warning", "perenne.config.wsgi:application"],
        env=dict(os.environ), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=(home / "site.log").open("w"),
    )  # fmt: skip
    try:
        if not (answers(port) or answers(port)):
            raise AssertionError("the server does not answer")
        yield port
    finally:
        stop([server])


def database_gone(port: int, seconds: int) -> list[str]:
    """Killed, as by the machine; started again after so many seconds."""
    cluster = settings.CLUSTER
    before = [asked(port, page)[0] for page in PAGES]
    pid = int((cluster.folder / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)
    began, seen, slow, wrong = time.monotonic(), Counter[int](), 0.0, set[str]()
    while time.monotonic() - began < seconds:
        for page in PAGES:
            asking = time.monotonic()
            status, said = asked(port, page)
            slow = max(slow, time.monotonic() - asking)
            seen[status] += 1
            if status not in (200, 503) or (status == 503 and SORRY not in said):
                wrong.add(f"database gone: {page} answered {status}, without a sentence.")
    if not seen[503]:
        wrong.add("database gone: no page said so.")
    cluster._start()
    back = until_as_before(port, before)
    row(WIDTHS, ("the database", seconds, f"{told(seen)}; slowest answer {slow:.1f} s; "
                 f"as before {back:.1f} s after it came back"))  # fmt: skip
    if back > PATIENCE:
        wrong.add("database gone: the site is not as before once it came back.")
    return sorted(wrong)


def database_full(port: int, space: Path) -> list[str]:
    """The table of files lies on the small disk, which something else fills."""
    began = time.monotonic()
    (space / "in").mkdir()
    with backups.owner_of(settings.CLUSTER) as owner:
        owner.execute(f"CREATE TABLESPACE small LOCATION '{space / 'in'}'")
        owner.execute("ALTER TABLE files_storedfile SET TABLESPACE small")
        owner.execute("CREATE TABLE filler (text text) TABLESPACE small")
        fill(owner)
        before = counted(owner)
        refused = upload.send(port, "plan.csv", file_of_purchases(3))
        reads = asked(port, PAGES[0])[0]
        kept = counted(owner) - before
        owner.execute("DROP TABLE filler")
        again = upload.send(port, "plan.csv", file_of_purchases(3))
        owner.execute("ALTER TABLE files_storedfile SET TABLESPACE pg_default")
        owner.execute("DROP TABLESPACE small")
    row(WIDTHS, ("room on the disk of the database", round(time.monotonic() - began, 1),
                 f"deposit {refused.status}, page {reads}, {kept} rows kept by half; "
                 f"after room was made, deposit {again.status}"))  # fmt: skip
    wrong = []
    if refused.status != 503 or reads != 200 or kept:
        wrong.append(f"database full: deposit {refused}, page {reads}, {kept} rows kept.")
    if again.status not in DONE or again.sentence:
        wrong.append(f"database full: once there is room, {again}.")
    return wrong


def files_full(port: int, files: Path) -> list[str]:
    began = time.monotonic()
    with backups.owner_of(settings.CLUSTER) as owner:
        before, lying = counted(owner), set(files.rglob("*"))
        filler = files / "filler"
        with suppress(OSError):  # no space is left on it
            filler.write_bytes(b"\0" * 10_000_000)
        refused = upload.send(port, "plan.csv", file_of_purchases(800))
        kept = counted(owner) - before
        orphans = {one for one in set(files.rglob("*")) - lying if one.is_file()} - {filler}
        filler.unlink()
        again = upload.send(port, "plan.csv", file_of_purchases(800))
    row(WIDTHS, ("room on the disk of files", round(time.monotonic() - began, 1),
                 f"deposit {refused.status} « {refused.sentence[:40]}… », {kept} rows, "
                 f"{len(orphans)} files by half; then {again.status}"))  # fmt: skip
    wrong = []
    if FULL not in refused.sentence or kept or orphans:
        wrong.append(f"files full: {refused}, {kept} rows, {len(orphans)} files kept.")
    if again.status not in DONE or again.sentence:
        wrong.append(f"files full: once there is room, {again}.")
    return wrong


def fill(owner: backups.psycopg.Connection) -> None:
    """Until not one page more fits."""
    for size in (800_000, 60_000, 2_000, 100):
        try:
            while True:
                owner.execute(
                    "INSERT INTO filler SELECT md5(random()::text)"
                    " FROM generate_series(1, %s)", [size // 32],
                )  # fmt: skip
        except backups.psycopg.errors.DiskFull:
            continue


def counted(owner: backups.psycopg.Connection) -> int:
    (rows,) = owner.execute(
        "SELECT (SELECT count(*) FROM files_storedfile)"
        " + (SELECT count(*) FROM programming_programme)"
    ).fetchone() or (0,)
    return int(rows)


def until_as_before(port: int, wanted: list[int]) -> float:
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        if [asked(port, page)[0] for page in PAGES] == wanted:
            return time.monotonic() - began
        time.sleep(0.2)
    return PATIENCE + 1.0


def asked(port: int, path: str) -> tuple[int, str]:
    asking = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        asking.request("GET", path, headers={"Host": "localhost"})
        answer = asking.getresponse()
        return answer.status, answer.read().decode(errors="replace")
    except OSError:
        return 599, ""
    finally:
        asking.close()


def told(seen: Counter[int]) -> str:
    return ", ".join(f"{times} × {status}" for status, times in sorted(seen.items()))
