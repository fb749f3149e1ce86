"""A page asked by nobody else: its queries, its time of processors, its main question in SQL.

The same session as in the traffic, in this process: what it takes of a processor, here and in
PostgreSQL, says the same on a busy machine.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from load_browser import Browser

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Alone:
    """Milliseconds of a processor: ours, and of PostgreSQL for us; by the clock, of the SQL."""

    queries: int
    ours: float
    database: float
    raw: float | None


def alone(name: str, path: str, browser: Browser, organisation_id: int | None) -> Alone:
    asking = Client(headers={"host": "localhost"})
    for cookie, value in browser.cookies.items():
        asking.cookies[cookie] = value
    asking.get(path)
    with CaptureQueriesContext(connection) as asked:
        asking.get(path)
    queries = len(asked)  # the next request forgets them
    spent = [_spent(asking, path) for _ in range(ROUNDS)]
    return Alone(
        queries,
        median(ours for ours, _ in spent),
        median(theirs for _, theirs in spent),
        _raw(name, path, organisation_id),
    )


def _spent(asking: Client, path: str) -> tuple[float, float]:
    ((backend,),) = _asked("SELECT pg_backend_pid()", [])
    ours, theirs = time.thread_time(), _of_server(backend)
    asking.get(path)
    return (time.thread_time() - ours) * 1_000, (_of_server(backend) - theirs) * 1_000


def _of_server(process: int) -> float:
    """Seconds that Linux gave it."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


def _raw(name: str, path: str, organisation_id: int | None) -> float | None:
    """By the clock, of the plain SQL of what the page is asked for; None when none is written."""
    sentence = QUESTIONS.get(name)
    if sentence is None:
        return None
    number = next((int(part) for part in path.split("/") if part.isdecimal()), None)
    said = {"here": organisation_id, "number": number}
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        _asked(sentence, said)
        times.append((time.perf_counter() - began) * 1_000)
    return median(times)


def _asked(sentence: str, said: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sentence, said)
        return cursor.fetchall()


QUESTIONS = {
    "hours:sheets": "SELECT s.id, s.month, t.siret, sum(w.net_minutes) FROM hours_sheet s"
    " JOIN hours_statement t ON t.id = s.statement_id"
    " LEFT JOIN hours_work w ON w.sheet_id = s.id AND w.corrects_id IS NULL"
    " WHERE s.state = 'declared' AND (s.facilitator_id = %(here)s OR NOT EXISTS ("
    "   SELECT 1 FROM hours_sheet o WHERE o.facilitator_id = %(here)s))"
    " GROUP BY 1, 2, 3 ORDER BY 2, 3 LIMIT 60",
    "hours:sheet": "SELECT w.id, w.minutes, p.code FROM hours_work w"
    " JOIN participants_participant p ON p.id = w.participant_id WHERE w.sheet_id = %(number)s",
    "hours:statements": "SELECT t.id, t.month, sum(w.net_minutes) FROM hours_statement t"
    " JOIN hours_sheet s ON s.statement_id = t.id LEFT JOIN hours_work w ON w.sheet_id = s.id"
    " WHERE t.organisation_id = %(here)s GROUP BY 1, 2 ORDER BY 2 DESC LIMIT 25",
    "hours:statement": "SELECT s.id, h.id, w.minutes FROM hours_sheet s"
    " JOIN hirings_hiring h ON h.commitment_id = s.commitment_id"
    " LEFT JOIN hours_work w ON w.sheet_id = s.id AND w.hiring_id = h.id"
    " WHERE s.statement_id = %(number)s",
    "hours:account": "SELECT w.month, sum(a.minutes) FROM hours_allocation a"
    " JOIN hours_work w ON w.id = a.work_id WHERE a.commitment_id = %(number)s GROUP BY 1",
    "pace:show": "SELECT w.month, sum(b.minutes) FROM hours_balance b"
    " JOIN hours_work w ON w.id = b.work_id WHERE b.commitment_id = %(number)s GROUP BY 1",
    "clauses:commitment": "SELECT c.due_minutes, sum(b.minutes) FROM clauses_commitment c"
    " LEFT JOIN hours_balance b ON b.commitment_id = c.id WHERE c.id = %(number)s GROUP BY 1",
    "procurement:contract": "SELECT k.object, p.name FROM procurement_contract k"
    " JOIN procurement_party p ON p.contract_id = k.id WHERE k.id = %(number)s",
    "procurement:contracts": "SELECT id, object FROM procurement_contract"
    " WHERE buyer_id = %(here)s OR facilitator_id = %(here)s ORDER BY id DESC LIMIT 25",
    "hirings:list": "SELECT h.id, p.code FROM hirings_hiring h"
    " JOIN participants_participant p ON p.id = h.participant_id"
    " JOIN procurement_party t ON t.id = h.party_id"
    " JOIN procurement_contract k ON k.id = t.contract_id"
    " WHERE t.organisation_id = %(here)s OR k.facilitator_id = %(here)s"
    " ORDER BY h.starts_on DESC LIMIT 25",
    "participants:list": "SELECT f.id, p.code FROM participants_eligibilityfile f"
    " JOIN participants_participant p ON p.id = f.participant_id"
    " WHERE f.facilitator_id = %(here)s ORDER BY f.id DESC LIMIT 25",
    "sourcing:asked": "SELECT a.id, o.job_title FROM sourcing_solicitation a"
    " JOIN directory_structure s ON s.id = a.structure_id"
    " JOIN sourcing_opening o ON o.id = a.opening_id"
    " WHERE s.organisation_id = %(here)s ORDER BY a.id DESC LIMIT 25",
    "sourcing:offers": "SELECT id, job_title FROM sourcing_opening WHERE state = 'open'"
    " ORDER BY starts_on LIMIT 25",
    "organisations:list": "SELECT id, name FROM organisations_organisation ORDER BY name LIMIT 25",
    "coverage:find": "SELECT insee_code, name FROM territories_commune WHERE folded LIKE 'me%%'"
    " LIMIT 20",
    "history:journal": "SELECT id FROM journal_entry ORDER BY id DESC LIMIT 50",
}  # fmt: skip
