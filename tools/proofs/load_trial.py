"""A world made, visited by everybody at once, then page by page by nobody else."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import getloadavg
from time import monotonic

import load_alone
import load_traffic
import load_world
from django.utils.timezone import localdate
from load_browser import Asked
from load_traffic import Traffic
from table import row

from perenne.domain.assessments.actions import keep_footings
from perenne.kit.actors import HOUSE
from perenne.ops.management.commands.demo import collect_statics

WIDTHS = (28, 6, 7, 7, 7, 6, 8, 8, 9, 8)
HEADS = ("page", "times", "p50 ms", "p95 ms", "p99 ms", "wrong", "queries", "ours ms", "database",
         "raw SQL")  # fmt: skip
BARE = ("/nu/", "/nu/chez-nous/")
MOST = 400
"""Milliseconds of processors, ours and those of PostgreSQL, that any page takes alone."""
FEW = 12
"""Under so many answers, 95 of 100 are all of them: their p95 is told, and promises nothing."""


@dataclass(slots=True)
class Told:
    """`late`: of each page, its p95 in ms, then what it takes of processors alone."""

    broken: list[str] = field(default_factory=list)
    late: dict[str, tuple[float, float]] = field(default_factory=dict)


def made(works: int) -> None:
    print(
        f"\n=== {works:,} rows of hours; load {getloadavg()[0]:.1f}".replace(",", " "), flush=True
    )
    spent = load_world.make(works, localdate())
    collect_statics()
    print("made in " + ", ".join(f"{name} {seconds:.0f} s" for name, seconds in spent.items()))


def tried(asked: Namespace, late: float) -> Told:
    """On the morning of a day: what the night keeps was kept."""
    began = monotonic()
    footings = keep_footings(by=HOUSE, on=localdate())
    print(f"{footings} footings kept in {monotonic() - began:.0f} s")
    print(", ".join(f"{number:,} {name}".replace(",", " ") for name, number in
                    load_world.counted().items()))  # fmt: skip
    gc.freeze()
    accounts = load_world.accounts(asked.each)
    before = getloadavg()[0]
    traffic = load_traffic.all_at_once(accounts, asked.visitors, asked.lasting, asked.think)
    told = Told(broken=list(traffic.wrong))
    row(WIDTHS, HEADS)
    for name, every in sorted(
        traffic.by_page.items(), key=lambda pair: (pair[0] not in BARE, pair)
    ):
        _page(told, traffic, name, every, late)
    slow = _whole(traffic, len(accounts) + asked.visitors, before)
    if slow > late:
        told.broken.append(f"95 of 100 of all answers take {slow:.0f} ms, not {late:.0f}.")
    told.broken += _wrong(traffic)
    return told


def _page(told: Told, traffic: Traffic, name: str, every: list[Asked], late: float) -> None:
    times = _times(every)
    wrong = sum(bool(one.wrong) for one in every)
    shown: tuple[object, ...] = ("", "", "", "")
    processors = 0.0
    if name not in BARE and not name.endswith("!") and not wrong:
        browser, path, here = traffic.samples[name]
        found = load_alone.alone(name, path, browser, here)
        processors = found.ours + found.database
        raw = "" if found.raw is None else f"{found.raw:>8.1f}"
        shown = (found.queries, round(found.ours), round(found.database), raw)
    row(WIDTHS, (name, len(every), *map(round, times), wrong, *shown))
    told.late[name] = (times[1], processors)
    if processors > MOST:
        told.broken.append(f"{name} takes {processors:.0f} ms of processors, not {MOST}.")
    if name not in BARE and len(every) >= FEW and times[1] > late:
        told.broken.append(f"{name}: 95 of 100 answers take {times[1]:.0f} ms, not {late:.0f}.")


def _times(every: list[Asked]) -> tuple[float, float, float]:
    """Of 50, 95 and 99 of 100 answers, in milliseconds."""
    waits = sorted(one.seconds * 1_000 for one in every)
    p50, p95, p99 = (
        waits[min(len(waits) - 1, int(len(waits) * part))] for part in (0.5, 0.95, 0.99)
    )
    return p50, p95, p99


def _whole(traffic: Traffic, people: int, before: float) -> float:
    """Of 95 of 100 of all answers, in milliseconds."""
    ours = [one for name, every in traffic.by_page.items() if name not in BARE for one in every]
    times = _times(ours)
    print(
        f"\n{people} people, {len(ours)} answers in {traffic.seconds:.0f} s "
        f"({len(ours) / traffic.seconds:.1f} a second): p50 {times[0]:.0f}, p95 {times[1]:.0f}, "
        f"p99 {times[2]:.0f} ms; load {before:.1f} before, {getloadavg()[0]:.1f} after\n"
        f"memory: server {traffic.held.server:.0f} MB ({load_traffic.PROCESSES} processes), "
        f"worker {traffic.held.worker:.0f} MB, PostgreSQL {traffic.held.database:.0f} MB",
        flush=True,
    )
    return times[1]


def _wrong(traffic: Traffic) -> Iterator[str]:
    """Each kind of failure, told once, with how many times."""
    found = Counter(
        (name, one.wrong) for name, every in traffic.by_page.items() for one in every if one.wrong
    )
    for (name, wrong), times in found.items():
        yield f"{name}, {times} times: {wrong}"
