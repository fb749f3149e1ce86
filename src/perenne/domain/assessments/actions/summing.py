"""Which scopes have their lines kept, and the audit that says whether all that is kept is true."""

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from zlib import crc32

from django.db import connection, transaction
from django.db.models import Count, Max, Min

from perenne.domain.assessments.actions.folding import BATCH, standings_computed
from perenne.domain.assessments.actions.footing import ALONE
from perenne.domain.assessments.actions.tallying import audit_tallies
from perenne.domain.assessments.models import Fact, Standing, Summed, SummedLine, Touched
from perenne.domain.assessments.policy import BILANS
from perenne.domain.assessments.queries.facts_sql import COLUMNS, fresh
from perenne.domain.assessments.queries.lines_sql import KEYS, lines_of
from perenne.domain.assessments.queries.totals import LINE, OF_KIND
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.clauses.models import Commitment
from perenne.kit.actors import Actor

logger = logging.getLogger(__name__)
SUMMED_FROM = 12_000
"""Facts from which on the lines of a scope are kept: fewer are added up as quickly when read."""
BEYOND = 2**62
SLICE = 300_000
"""Facts added up by one sentence, or compared."""
ROOM = "SET LOCAL work_mem = '96MB'"
"""For one sentence at a time, of a job that is alone: a slice is put in order in memory."""

_columns = ", ".join(COLUMNS)
_keys = ", ".join(f"('{kind}', {value})" for kind, value in KEYS)
LARGE = f"""
SELECT k.kind, k.key FROM assessments_fact f CROSS JOIN LATERAL (VALUES {_keys}) k (kind, key)
WHERE k.key <> '' GROUP BY 1, 2 HAVING count(*) >= %(least)s
EXCEPT SELECT kind, key FROM assessments_summed ORDER BY 1, 2
"""  # noqa: S608 - of our own words alone
OWN = f"""
SELECT w.kind, w.key, {", ".join(f"f.{name}" for name in COLUMNS)}
FROM assessments_fact f JOIN wanted w ON {{condition}}
WHERE f.person_id >= %(first)s AND f.person_id < %(last)s
"""  # noqa: S608 - of our own words alone
WANTED = "wanted (kind, key, number) AS (VALUES (%(kind)s, %(key)s, %(number)s::bigint))"
ASIDE = f"""
CREATE TEMPORARY TABLE summed_aside AS
SELECT {LINE} FROM assessments_summedline WITH NO DATA
"""  # noqa: S608 - of our own words alone
ADD = f"""
WITH {WANTED}, {{lines}} INSERT INTO summed_aside ({LINE}) SELECT {LINE} FROM own
"""  # noqa: S608 - of our own words alone
KEEP = f"""
INSERT INTO assessments_summedline ({LINE})
SELECT kind, key, dimension, code, month, previous, sum(persons)::bigint, sum(minutes)::bigint
FROM summed_aside GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 5, 6, 4
"""  # noqa: S608 - of our own words alone
"""Once, in the order of their index: a line written again for each slice would leave as many in it,
and pages of which a twentieth is read."""


def sum_large_scopes(*, by: Actor, least: int = SUMMED_FROM) -> int:
    """From now on the lines of those that became large are kept; how many there were."""
    BILANS.admit("bilan.fold", by)
    with connection.cursor() as cursor:
        cursor.execute(LARGE, {"least": least})
        found = [Scope(ScopeKind(kind), key) for kind, key in cursor.fetchall()]
    for scope in found:
        _sum(scope)
    return len(found)


@transaction.atomic
def _sum(scope: Scope) -> None:
    """From its facts; again, if it was summed."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    SummedLine.objects.filter(kind=scope.kind.value, key=scope.key).delete()
    Summed.objects.get_or_create(kind=scope.kind.value, key=scope.key)
    with connection.cursor() as cursor:
        cursor.execute(ROOM)
        cursor.execute(ASIDE)
        for asked in _slices(scope):
            cursor.execute(ADD.format(lines=_lines(scope)), asked)
        cursor.execute(KEEP)
        cursor.execute("DROP TABLE summed_aside")


def _lines(scope: Scope) -> str:
    return lines_of(OWN.format(condition=OF_KIND[scope.kind]), "own")


def _slices(scope: Scope) -> Iterator[dict[str, Any]]:
    """Ranges of persons, for so many facts each."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH {WANTED} SELECT count(*), min(f.person_id),"  # noqa: S608 - our own words
            " max(f.person_id)"
            f" FROM assessments_fact f JOIN wanted w ON {OF_KIND[scope.kind]}",
            _named(scope),
        )
        facts, first, last = cursor.fetchone()
    for start, end in ranges(facts, first or 0, last or 0):
        yield _named(scope) | {"first": start, "last": end}


def _named(scope: Scope) -> dict[str, Any]:
    return {"kind": scope.kind.value, "key": scope.key, "number": scope.number}


def ranges(facts: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Of numbers, the last excluded."""
    parts = facts // SLICE + 1
    width = (last - first) // parts + 1
    for at in range(parts):
        yield first + at * width, first + (at + 1) * width


@dataclass(frozen=True, slots=True)
class Drift:
    """Persons whose facts, scopes whose lines, commitments whose standing, segments whose tally
    were not those that the tables give; all of them were put right."""

    persons: int
    scopes: int
    commitments: int
    tallies: int = 0

    def __bool__(self) -> bool:
        return bool(self.persons or self.scopes or self.commitments or self.tallies)


FACTS_APART = f"""
WITH {
    fresh('''
asked AS (SELECT p.id AS record_id, coalesce(p.merged_into_id, p.id) AS person_id
          FROM participants_participant p
          WHERE coalesce(p.merged_into_id, p.id) >= %(first)s
            AND coalesce(p.merged_into_id, p.id) < %(last)s)
''')
},
kept AS (SELECT {_columns} FROM assessments_fact
         WHERE person_id >= %(first)s AND person_id < %(last)s),
apart AS ((SELECT {_columns} FROM fresh EXCEPT ALL SELECT {_columns} FROM kept)
          UNION ALL (SELECT {_columns} FROM kept EXCEPT ALL SELECT {_columns} FROM fresh))
INSERT INTO assessments_touched (person_id)
SELECT DISTINCT person_id FROM apart
WHERE person_id NOT IN (SELECT person_id FROM assessments_touched WHERE person_id IS NOT NULL)
"""  # noqa: S608 - of our own words alone
MARK = """
SELECT count(*), sum(hashtextextended(concat_ws('|', dimension, code, month, previous, persons,
                                                minutes), 0)::numeric)
FROM assessments_summedline
WHERE kind = %(kind)s AND key = %(key)s AND (persons <> 0 OR minutes <> 0)
"""
"""The same for the same lines, in whatever order."""


def audit_summaries(*, by: Actor, scopes: Sequence[Scope] | None = None) -> Drift:
    """All facts, standings and tallies, and the lines of these scopes (None: of all), compared with
    what the tables give; what differs is put right, but for what waits to be folded."""
    BILANS.admit("bilan.fold", by)
    numbers = list(Commitment.objects.order_by("pk").values_list("pk", flat=True))
    persons = sum(map(_audit_facts, _everybody()))
    commitments = sum(
        _audit_standings(numbers[at : at + BATCH]) for at in range(0, len(numbers), BATCH)
    )
    if scopes is None:
        kept = Summed.objects.order_by("kind", "key").values_list("kind", "key")
        scopes = [Scope(ScopeKind(kind), key) for kind, key in kept]
    return Drift(persons, sum(map(_audit_lines, scopes)), commitments, audit_tallies())


def audit_tonight(*, by: Actor, on: date) -> Drift:
    """All facts and dues, and the lines of a seventh of the scopes: each one once a week."""
    kept = Summed.objects.order_by("kind", "key").values_list("kind", "key")
    tonight = [
        Scope(ScopeKind(kind), key)
        for kind, key in kept
        if crc32(f"{kind} {key}".encode()) % 7 == on.weekday()
    ]
    drift = audit_summaries(by=by, scopes=tonight)
    if drift:
        logger.error("Sums of bilans were not those of the tables, and were put right: %s", drift)
    return drift


def _everybody() -> Iterator[tuple[int, int]]:
    """Ranges of persons, those who have no fact too."""
    known = Fact.objects.aggregate(n=Count("pk"), first=Min("person_id"), last=Max("person_id"))
    spans = [start for start, _ in ranges(known["n"], known["first"] or 0, known["last"] or 0)]
    return pairwise([0, *spans[1:], BEYOND])


@transaction.atomic
def _audit_facts(persons: tuple[int, int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        cursor.execute(FACTS_APART, {"first": persons[0], "last": persons[1]})
        return int(cursor.rowcount)


@transaction.atomic
def _audit_lines(scope: Scope) -> int:
    before = _mark(scope)
    _sum(scope)
    return before != _mark(scope)


def _mark(scope: Scope) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        cursor.execute(MARK, _named(scope))
        found: tuple[Any, ...] = cursor.fetchone()
    return found


@transaction.atomic
def _audit_standings(commitments: Sequence[int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    waiting = set(
        Touched.objects.filter(commitment__in=commitments).values_list("commitment_id", flat=True)
    )
    numbers = [one for one in commitments if one not in waiting]
    kept, computed = defaultdict(set), defaultdict(set)
    for row in Standing.objects.filter(commitment__in=numbers):
        kept[row.commitment_id].add(_told(row))
    for row in standings_computed(numbers):
        computed[row.commitment_id].add(_told(row))
    apart = [one for one in numbers if kept[one] != computed[one]]
    Touched.objects.bulk_create(Touched(commitment_id=one) for one in apart)
    return len(apart)


def _told(row: Standing) -> tuple[Any, ...]:
    return (
        row.contract_id, row.buyer_id, row.facilitator_id, row.epci, row.opened_on, row.closed_on,
        row.since, row.until, row.due, row.counted,
    )  # fmt: skip
