"""One world of the proof of bilans: made, summed, computed again, timed."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from os import getloadavg
from pathlib import Path
from statistics import median
from typing import Any

import bilan_boards
import bilan_sql
import bilan_world
from bilan_boards import COORDINATION, PERIODS
from django.db import connection, transaction
from table import row

from perenne.domain.assessments.actions import (
    audit_summaries,
    fold,
    keep_footings,
    sum_large_scopes,
)
from perenne.domain.assessments.actions.summing import SUMMED_FROM
from perenne.domain.assessments.models import Fact, Summed, SummedLine, Touched
from perenne.domain.assessments.queries.bilans import Bilan, bilan_of
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.hours.models import Work
from perenne.kit.actors import HOUSE

WIDTHS = (44, 8, 9, 9, 9, 12, 12)
BACKLOG = 1_000
"""Rows among which acts change some: far more than a committee writes in ten seconds."""
LEAST = 24
"""Readings of each kind: where there are fewer, the 95th of 100 would be the longest."""
WAITING = ", backlog"
"""Ends the name of a reading that was timed while these were not folded yet."""
OF_SCOPES = {
    ScopeKind.CONTRACT: "contract_id", ScopeKind.BUYER: "buyer_id", ScopeKind.COMPANY: "siren",
    ScopeKind.FACILITATOR: "facilitator_id", ScopeKind.EPCI: "epci",
}  # fmt: skip


@dataclass(slots=True)
class Told:
    """`times`: of each reading in ms, the median, that of 95 out of 100, the longest; then what 95
    out of 100 took of a processor, here and in PostgreSQL: it says the same on a busy machine."""

    broken: list[str] = field(default_factory=list)
    times: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)


def tried(told: Told, asked: Namespace, home: Path, on: date) -> None:
    print(
        f"{Work.objects.count()} rows of hours, {Fact.objects.count()} facts, "
        f"{Summed.objects.count()} scopes summed in {SummedLine.objects.count()} lines, "
        f"{_disk(home)} on disk",
        flush=True,
    )
    scopes = chosen(max(asked.each, asked.timed))
    fold(by=HOUSE)  # a world that was kept may be older than what is kept of it
    keep_footings(by=HOUSE, on=on)
    if asked.times:
        raws = _timed(told, scopes, asked.timed, on)
        with transaction.atomic():
            _change()
            _timed(told, scopes, asked.timed, on, WAITING)
            transaction.set_rollback(True)
        _beside(told, raws)
        return
    _change()
    told.broken += _compared(scopes, asked.each, on, "with a backlog")
    _timed(told, scopes, asked.timed, on, WAITING)
    fold(by=HOUSE)
    told.broken += _compared(scopes, asked.each, on, "folded")
    _beside(told, _timed(told, scopes, asked.timed, on))
    _audited(told, "once folded")


def made(told: Told, works: int, on: date, *, audited: bool) -> None:
    print(f"\n=== {works:,} rows of hours; load average {getloadavg()[0]:.1f}".replace(",", " "))
    with bilan_world.in_haste():
        spent = {"world": bilan_world.make(bilan_world.Size(works))} | summed(on)
    if audited:
        began = time.monotonic()
        _audited(told, "once the sums are made")
        spent["audit"] = time.monotonic() - began
    print(", ".join(f"{name} {seconds:.0f} s" for name, seconds in spent.items()))


def summed_again(mark: Path) -> None:
    """A world made when larger scopes alone were summed."""
    if not mark.exists() or mark.read_text() != str(SUMMED_FROM):
        sum_large_scopes(by=HOUSE)
        _tidy()
        mark.write_text(str(SUMMED_FROM))


def _audited(told: Told, when: str) -> None:
    drift = audit_summaries(by=HOUSE)
    print(f"{when}: {drift}", flush=True)
    if drift:
        told.broken.append(f"{when}: {drift}")


def summed(on: date) -> dict[str, float]:
    """By the acts of the house: everybody is touched, all of it is folded, large scopes summed.

    Persons first: what counts on a commitment is then written once, and not by each batch.
    """
    began = time.monotonic()
    _touched("person_id", "participants_participant WHERE merged_into_id IS NULL")
    fold(by=HOUSE, most=5_000)
    persons = time.monotonic()
    _tidy()
    _touched("commitment_id", "clauses_commitment")
    fold(by=HOUSE, most=5_000)
    keep_footings(by=HOUSE, on=on)
    _tidy()
    folded = time.monotonic()
    sum_large_scopes(by=HOUSE)
    return {
        "persons folded": persons - began,
        "commitments folded": folded - persons,
        "sums": time.monotonic() - folded,
    }


def _touched(column: str, whose: str) -> None:
    with connection.cursor() as cursor:
        # Our own words alone: no name or value comes from elsewhere.
        cursor.execute(f"INSERT INTO assessments_touched ({column}) SELECT id FROM {whose}")  # noqa: S608
    with bilan_world.owner() as server:
        server.execute("ANALYZE assessments_touched")


def _tidy() -> None:
    with bilan_world.owner() as server:
        server.execute("VACUUM ANALYZE")


def _disk(home: Path) -> str:
    """Of all that the cluster holds."""
    held = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
    return f"{held / 1e9:.1f} GB"


def chosen(each: int) -> dict[ScopeKind, list[Scope]]:
    """Of each kind the largest, then others of every size."""
    found = {ScopeKind.DEPARTMENT: [Scope(ScopeKind.DEPARTMENT, "77")]}
    for kind, column in OF_SCOPES.items():
        with connection.cursor() as cursor:
            cursor.execute(
                # Our own words alone: no name or value comes from elsewhere.
                f"SELECT {column}::text FROM assessments_fact WHERE {column}::text <> ''"  # noqa: S608
                " GROUP BY 1 ORDER BY count(*) DESC, 1"
            )
            keys = [key for (key,) in cursor.fetchall()]
        step = max(1, len(keys) // each)
        found[kind] = [Scope(kind, key) for key in (keys[0], *keys[step::step])][:each]
    return found


def _change() -> None:
    """By the triggers of the house: what real acts would write, and nothing folded yet."""
    sentences = (
        "UPDATE participants_participant SET sex = 'woman' WHERE id % 100 = 1 AND id < %(n)s",
        "UPDATE participants_participant SET merged_into_id = id + 1"
        " WHERE id % 100 = 31 AND id < %(n)s",
        "UPDATE hirings_hiring SET ends_on = ends_on + 200 WHERE id % 50 = 2 AND id < %(n)s",
        "INSERT INTO participants_exit (participant_id, left_on, situation)"
        " SELECT id, '2025-06-15', 'permanent' FROM participants_participant"
        " WHERE id % 90 = 3 AND id < %(n)s ON CONFLICT DO NOTHING",
        "INSERT INTO hours_work (sheet_id, hiring_id, participant_id, month, kind, corrects_id,"
        " minutes, reason, source, external_id, net_minutes, allocated_minutes)"
        " SELECT w.sheet_id, w.hiring_id, w.participant_id, w.month, w.kind, w.id, -30,"
        " 'Une erreur.', 'screen', '', 0, 0 FROM hours_work w"
        " JOIN hours_sheet s ON s.id = w.sheet_id"
        " JOIN hirings_hiring h ON h.id = w.hiring_id WHERE w.corrects_id IS NULL"
        " AND w.net_minutes - w.allocated_minutes > 60 AND s.state = 'validated'"
        " AND h.counts_from < w.month + 20 AND coalesce(h.ends_on, '2099-01-01') > w.month"
        " AND w.id < %(n)s ORDER BY w.id LIMIT 100",
        "INSERT INTO hours_allocation (work_id, commitment_id, minutes, reason)"
        " SELECT work_id, commitment_id, -10, 'Rendues.' FROM hours_balance"
        " WHERE minutes > 100 AND work_id < %(n)s ORDER BY work_id, commitment_id LIMIT 100",
        "INSERT INTO procurement_amendment (contract_id, number, signed_on, effective_on,"
        " due_minutes, subject) SELECT id, 9, '2026-01-01', '2026-01-01', 6000, 'Volume'"
        " FROM procurement_contract WHERE id % 60 = 5 AND id < %(n)s ON CONFLICT DO NOTHING",
        "UPDATE clauses_commitment SET state = 'closed', closed_on = '2025-12-01'"
        " WHERE state = 'running' AND id % 70 = 6 AND id < %(n)s",
        "UPDATE procurement_lot SET segment = 'print' WHERE id % 80 = 8 AND id < %(n)s / 4",
        "UPDATE participants_eligibilityfile SET situation = '{}' WHERE id % 95 = 4 AND id < %(n)s",
    )
    with connection.cursor() as cursor:
        for sentence in sentences:
            cursor.execute(sentence.replace(" % ", " %% "), {"n": BACKLOG})
    persons = Touched.objects.filter(person__isnull=False).values("person").distinct().count()
    contracts = Touched.objects.filter(commitment__isnull=False).values("commitment").distinct()
    print(f"backlog: {persons} persons and {contracts.count()} commitments changed, not folded")


def _compared(scopes: dict[ScopeKind, list[Scope]], each: int, on: date, when: str) -> list[str]:
    broken, figures = [], 0
    with bilan_world.owner() as server:
        server.execute("SET work_mem = '256MB'")
        bilan_sql.prepare(server, on)
        for kind, some in scopes.items():
            for scope in some[:each]:
                for months in PERIODS:
                    found = told(bilan_of(scope, months, seen_by=COORDINATION, on=on))
                    asked = bilan_sql.figures(
                        server, kind.value, scope.key, months.start, months.end
                    )
                    wanted = {("measure", code): value for code, value in asked.measures.items()}
                    wanted |= {line: its for line, its in asked.lines.items() if its != (0, 0)}
                    figures += len(wanted)
                    broken += [
                        f"{when}, {scope.kind} {scope.key} {months.start:%Y-%m}: {name} is "
                        f"{found.get(name)}, SQL says {wanted.get(name)}"
                        for name in sorted(found.keys() | wanted.keys())
                        if found.get(name) != wanted.get(name)
                    ]
        bilan_sql.forget(server)
    print(f"{when}: {figures} figures computed again by SQL, {len(broken)} differ")
    return broken


def told(bilan: Bilan) -> dict[tuple[str, str], Any]:
    lines = {
        (part.code, line.code): (line.persons, line.minutes)
        for part in bilan.breakdowns
        for line in part.lines
        if line.persons or line.minutes
    }
    return {("measure", one.code): one.value for one in bilan.measures} | lines


def _timed(
    told: Told, scopes: dict[ScopeKind, list[Scope]], most: int, on: date, when: str = ""
) -> dict[str, str]:
    """The plain aggregate of each reading."""
    row(WIDTHS, ("reading", "times", "p50 ms", "p95 ms", "most ms", "p95 cpu ms", ""))
    raws: dict[str, str] = {}
    for kind, some in scopes.items():
        readings = [
            lambda scope=scope, months=months: bilan_of(scope, months, seen_by=COORDINATION, on=on)
            for scope in some[:most]
            for months in PERIODS
        ]
        again = max(2, LEAST // len(readings))
        name = f"bilan of a {kind.value}"
        _say(told, name + when, readings * again)
        raws[name] = bilan_boards.raw_bilan(kind, some[0])
    for name, reading, raw in bilan_boards.dashboards(scopes, on):
        _say(told, name + when, [reading] * LEAST)
        raws[name] = raw
    return raws


def _beside(told: Told, raws: dict[str, str]) -> None:
    """Each once, after all readings: they sweep from memory whatever these had there."""
    spent = {raw: _ms(lambda raw=raw: _asked(raw))[0] for raw in dict.fromkeys(raws.values())}
    print()
    row(WIDTHS, ("beside its plain aggregate", "", "p50 ms", "p95 ms", "", "", "raw SQL ms"))
    for name, raw in raws.items():
        middle, late, _, _ = told.times[name]
        row(WIDTHS, (name, "", round(middle), round(late), "", "", round(spent[raw])))


def _say(told: Told, name: str, readings: Sequence[Callable[[], object]]) -> None:
    readings[0]()
    waits = [_ms(reading) for reading in readings]
    clock, spent = (sorted(one[at] for one in waits) for at in (0, 1))
    late = min(len(waits) - 1, int(0.95 * len(waits)))
    told.times[name] = (median(clock), clock[late], clock[-1], spent[late])
    row(WIDTHS, (name, len(waits), *map(round, told.times[name]), ""))


def _asked(sentence: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sentence)
        return cursor.fetchall()


def _ms(reading: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of the processors."""
    ((server,),) = _asked("SELECT pg_backend_pid()")
    began, ours, theirs = time.perf_counter(), time.thread_time(), _of_server(server)
    reading()
    spent = time.thread_time() - ours + _of_server(server) - theirs
    return (time.perf_counter() - began) * 1_000, spent * 1_000


def _of_server(process: int) -> float:
    """Seconds that Linux gave it."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9
