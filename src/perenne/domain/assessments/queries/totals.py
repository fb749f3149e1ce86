"""The lines of some scopes over some months, added up by one SQL sentence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from perenne.domain.assessments.queries.facts_sql import FACTS
from perenne.domain.assessments.queries.lines_sql import LINES
from perenne.domain.assessments.scopes import Scope
from perenne.values import Period


@dataclass(slots=True)
class Total:
    """Of one code of a dimension."""

    persons: int = 0
    minutes: int = 0


@dataclass(slots=True)
class Totals:
    """By dimension, then by code; a code that nobody has is nothing."""

    held: dict[str, dict[str, Total]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, dimension: str, code: str = "") -> Total:
        return self.held[dimension].get(code, Total())

    def codes(self, dimension: str) -> dict[str, Total]:
        return self.held[dimension]


READ = f"""
WITH wanted (kind, key) AS (SELECT * FROM unnest(%(kinds)s::text[], %(keys)s::text[])),
asked AS (SELECT id AS record_id FROM participants_participant),
facts AS MATERIALIZED ({FACTS}),
lines AS MATERIALIZED ({LINES})
SELECT kind, key, dimension, code,
       sum(persons) FILTER (WHERE previous < %(start)s)::bigint, sum(minutes)::bigint
FROM lines WHERE month >= %(start)s AND month < %(end)s GROUP BY 1, 2, 3, 4
UNION ALL
SELECT kind, key, 'month', to_char(month, 'YYYY-MM'), sum(persons)::bigint, sum(minutes)::bigint
FROM lines WHERE dimension = 'all' AND month >= %(start)s AND month < %(end)s
GROUP BY 1, 2, 4
"""  # noqa: S608 - of our own words alone


def totals_of(scopes: Sequence[Scope], months: Period) -> dict[Scope, Totals]:
    """One query. For those whose right to read them is checked already."""
    found = {scope: Totals() for scope in scopes}
    asked: dict[str, Any] = {
        "kinds": [scope.kind.value for scope in found],
        "keys": [scope.key for scope in found],
        "start": months.start,
        "end": months.end,
    }
    with connection.cursor() as cursor:
        cursor.execute(READ, asked)
        rows = cursor.fetchall()
    by_name = {(scope.kind.value, scope.key): totals for scope, totals in found.items()}
    for kind, key, dimension, code, persons, minutes in rows:
        by_name[kind, key].held[dimension][code] = Total(persons or 0, minutes)
    return found
