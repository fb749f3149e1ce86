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

import bilan_sql
import bilan_world
from django.db import connection, transaction
from table import row

from perenne.domain.assessments.actions import audit_summaries, fold, sum_large_scopes
from perenne.domain.assessments.models import Fact, Summed, SummedLine, Touched
from perenne.domain.assessments.queries.bilans import Bilan, bilan_of, bilans_of, scopes_for
from perenne.domain.assessments.queries.boards import counts_for, loads_of, segment_lines
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.hours.models import Work
from perenne.kit.actors import HOUSE, Actor, Role
from perenne.values import Period

WIDTHS = (34, 8, 9, 9, 9, 12)
COORDINATION = Actor(Role.COORDINATION, 1, 999_999)
PERIODS = (
    Period(date(2025, 1, 1), date(2026, 1, 1)),
    Period(date(2017, 1, 1), date(2030, 1, 1)),
    Period(date(2019, 3, 1), date(2019, 6, 1)),
)
MADE = "made"
"""A file of the home: this world was made and summed to its end."""
BACKLOG = 1_000
"""Rows among which acts change some: what a committee writes in a few minutes."""
OF_SCOPES = {
    ScopeKind.CONTRACT: "contract_id", ScopeKind.BUYER: "buyer_id", ScopeKind.COMPANY: "siren",
    ScopeKind.FACILITATOR: "facilitator_id", ScopeKind.EPCI: "epci",
}  # fmt: skip


@dataclass(slots=True)
class Told:
    """`times`: of each reading, the median, that of 95 out of 100, the longest, in ms."""

    broken: list[str] = field(default_factory=list)
    times: dict[str, tuple[float, float, float]] = field(default_factory=dict)


def tried(works: int, asked: Namespace, home: Path, on: date) -> Told:
    print(f"\n=== {works:,} rows of hours; load average {getloadavg()[0]:.1f}".replace(",", " "))
    told = Told()
    if not (home / MADE).exists():
        _made(told, works)
        (home / MADE).touch()
    print(
        f"{Work.objects.count()} rows of hours, {Fact.objects.count()} facts, "
        f"{Summed.objects.count()} scopes summed in {SummedLine.objects.count()} lines, "
        f"{_disk(home)} on disk",
        flush=True,
    )
    scopes = chosen(max(asked.each, asked.timed))
    if asked.times:
        with transaction.atomic():
            _change()
            _timed(told, scopes, asked.timed, on)
            transaction.set_rollback(True)
        return told
    _change()
    told.broken += _compared(scopes, asked.each, on, "with a backlog")
    _timed(told, scopes, asked.timed, on)
    fold(by=HOUSE)
    told.broken += _compared(scopes, asked.each, on, "folded")
    _audited(told, "once folded")
    return told


def _made(told: Told, works: int) -> None:
    spent = {"world": bilan_world.make(bilan_world.Size(works))} | _summed()
    began = time.monotonic()
    _audited(told, "once the sums are made")
    spent["audit"] = time.monotonic() - began
    print(", ".join(f"{name} {seconds:.0f} s" for name, seconds in spent.items()))


def _audited(told: Told, when: str) -> None:
    drift = audit_summaries(by=HOUSE)
    print(f"{when}: {drift}", flush=True)
    if drift:
        told.broken.append(f"{when}: {drift}")


def _summed() -> dict[str, float]:
    """By the acts of the house: everybody is touched, all of it is folded, large scopes summed."""
    began = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO assessments_touched (person_id)"
            " SELECT id FROM participants_participant WHERE merged_into_id IS NULL"
        )
        cursor.execute(
            "INSERT INTO assessments_touched (commitment_id) SELECT id FROM clauses_commitment"
        )
    fold(by=HOUSE, most=5_000)
    _tidy()
    folded = time.monotonic()
    sum_large_scopes(by=HOUSE)
    _tidy()
    return {"fold": folded - began, "sums": time.monotonic() - folded}


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
        " WHERE id % 90 = 3 AND id < %(n)s",
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


def _timed(told: Told, scopes: dict[ScopeKind, list[Scope]], most: int, on: date) -> None:
    row(WIDTHS, ("reading", "times", "p50 ms", "p95 ms", "most ms", "raw SQL ms"))
    for kind, some in scopes.items():
        readings = [
            lambda scope=scope, months=months: bilan_of(scope, months, seen_by=COORDINATION, on=on)
            for scope in some[:most]
            for months in PERIODS
        ]
        raw = _raw(kind, some[0])
        _say(told, f"bilan of a {kind.value}", readings * 2, raw)
    largest = Actor(Role.FACILITATOR, 1, int(scopes[ScopeKind.FACILITATOR][0].key))
    dashboards: dict[str, Callable[[], object]] = {
        "bilan of every facilitator": lambda: _of_all(ScopeKind.FACILITATOR, on),
        "bilan of every EPCI": lambda: _of_all(ScopeKind.EPCI, on),
        "what the coordination may read": lambda: scopes_for(COORDINATION),
        "desk of the coordination": lambda: counts_for(COORDINATION, on=on),
        "loads of the facilitators": lambda: loads_of(seen_by=COORDINATION, on=on),
        "radar of the coordination": lambda: segment_lines(seen_by=COORDINATION),
        "desk of the largest facilitator": lambda: counts_for(largest, on=on),
        "radar of the largest facilitator": lambda: segment_lines(seen_by=largest),
    }
    for name, reading in dashboards.items():
        _say(told, name, [reading] * 12, None)


def _of_all(kind: ScopeKind, on: date) -> object:
    found = [one.scope for one in scopes_for(COORDINATION, kind=kind)]
    return bilans_of(found, PERIODS[0], seen_by=COORDINATION, on=on)


def _say(
    told: Told, name: str, readings: Sequence[Callable[[], object]], raw: float | None
) -> None:
    readings[0]()
    waits = sorted(map(_ms, readings))
    late = waits[min(len(waits) - 1, int(0.95 * len(waits)))]
    told.times[name] = (median(waits), late, waits[-1])
    row(
        WIDTHS,
        (name, len(waits), *map(round, told.times[name]), "" if raw is None else round(raw)),
    )


def _ms(reading: Callable[[], object]) -> float:
    began = time.perf_counter()
    reading()
    return (time.perf_counter() - began) * 1_000


RAW = """
SELECT coalesce(p.merged_into_id, p.id) AS one, p.sex, w.month, b.minutes
FROM hours_balance b JOIN hours_work w ON w.id = b.work_id
JOIN hours_sheet s ON s.id = w.sheet_id JOIN participants_participant p ON p.id = w.participant_id
JOIN hirings_hiring h ON h.id = w.hiring_id JOIN procurement_party party ON party.id = h.party_id
JOIN clauses_commitment c ON c.id = b.commitment_id
JOIN procurement_contract k ON k.id = c.contract_id
JOIN organisations_organisation o ON o.id = k.buyer_id
LEFT JOIN territories_commune t ON t.insee_code = o.commune_id
WHERE s.state = 'validated' AND w.month >= '2017-01-01' AND w.month < '2030-01-01' AND {where}
"""
RAW_WHERE = {
    ScopeKind.CONTRACT: "k.id = {key}", ScopeKind.BUYER: "k.buyer_id = {key}",
    ScopeKind.COMPANY: "left(party.siret, 9) = '{key}'",
    ScopeKind.FACILITATOR: "k.facilitator_id = {key}", ScopeKind.EPCI: "t.epci_id = '{key}'",
    ScopeKind.DEPARTMENT: "true",
}  # fmt: skip


def _raw(kind: ScopeKind, scope: Scope) -> float:
    """The plain aggregate of one breakdown, straight from the tables, of the largest scope."""
    asked = RAW.format(where=RAW_WHERE[kind].format(key=scope.key))
    # Our own words alone: no name or value comes from elsewhere.
    sentence = f"SELECT sex, count(DISTINCT one), sum(minutes) FROM ({asked}) r GROUP BY 1"  # noqa: S608

    def reading() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sentence)
            cursor.fetchall()

    return _ms(reading)
