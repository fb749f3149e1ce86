"""The lines of some scopes over some months, added up by one SQL sentence.

Those of a scope that is summed are read from its kept lines; those of a small one are made of its
facts. Either way persons whose figures changed since they were folded are taken from the tables.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Q

from perenne.domain.assessments.models import Summed
from perenne.domain.assessments.queries.facts_sql import COLUMNS, OF_PERSONS, fresh
from perenne.domain.assessments.queries.lines_sql import DIMENSIONS, FOREVER, lines_over, scoped
from perenne.domain.assessments.queries.touched import touched_persons
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.values import Period

LINE = "kind, key, dimension, code, month, previous, persons, minutes"
OF_KIND = {
    ScopeKind.CONTRACT: "f.contract_id = w.number",
    ScopeKind.BUYER: "f.buyer_id = w.number",
    ScopeKind.COMPANY: "f.siren = w.key",
    ScopeKind.FACILITATOR: "f.facilitator_id = w.number",
    ScopeKind.EPCI: "f.epci = w.key",
    ScopeKind.DEPARTMENT: "w.key = current_committee()",
}
"""How the facts of a scope are found by an index: under the walls, by nothing that is cast."""
PLACED = {
    ScopeKind.CONTRACT: "o.contract_id::text",
    ScopeKind.BUYER: "o.buyer_id::text",
    ScopeKind.COMPANY: "left(party.siret, 9)",
    ScopeKind.FACILITATOR: "o.facilitator_id::text",
    ScopeKind.EPCI: "o.epci",
}
"""How the scopes of a commitment are told before its facts are made."""


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


READ = """
SELECT kind, key, dimension, code, sum(persons)::bigint, sum(minutes)::bigint
FROM ({sources}) told GROUP BY 1, 2, 3, 4
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be read, and how: which of the scopes are summed, who waits to be folded."""

    summed: frozenset[Scope]
    small: frozenset[Scope]
    persons: tuple[int, ...]

    @classmethod
    def of(cls, scopes: Sequence[Scope]) -> "Reading":
        """Two small queries. What is folded meanwhile changes nothing in what they lead to."""
        some = Q()
        for scope in scopes:
            some |= Q(kind=scope.kind.value, key=scope.key)
        kept = Summed.objects.filter(some).values_list("kind", "key")
        summed = frozenset(Scope(ScopeKind(kind), key) for kind, key in kept)
        return cls(summed, frozenset(scopes) - summed, touched_persons())

    def sentence(self, dimensions: Collection[str]) -> str:
        parts = [_wanted("summed", self.summed), _wanted("small", self.small)]
        parts.append("wanted AS (SELECT * FROM summed UNION ALL SELECT * FROM small)")
        sources = []
        if self.summed:
            sources.append(KEPT)
        if self.persons:
            asked = f"{OF_PERSONS}, {LEAVING}"
            living = fresh(asked, within=self._within(), over=OVER_MONTHS)
            parts += [living, lines_over(scoped("fresh", "wanted"), "living", dimensions)]
            sources.append("SELECT * FROM living")
        if self.summed and self.persons:
            parts += [FORMER, lines_over(scoped("stale", "summed"), "former", dimensions)]
            sources.append("SELECT kind, key, dimension, code, -persons, -minutes FROM former")
        if self.small:
            parts.append(lines_over(" UNION ALL ".join(self._own()), "own", dimensions))
            sources.append("SELECT * FROM own")
        return f"WITH {', '.join(parts)} {READ.format(sources=' UNION ALL '.join(sources))}"

    def _within(self) -> str:
        """Of the commitments of those who changed, those that one of the scopes is about."""
        kinds = {scope.kind for scope in self.summed | self.small}
        if ScopeKind.DEPARTMENT in kinds:
            return ""
        keys = ", ".join(f"('{kind.value}', {PLACED[kind]})" for kind in sorted(kinds))
        return f"EXISTS (SELECT FROM wanted w WHERE (w.kind, w.key) IN ({keys}))"

    def _own(self) -> Iterator[str]:
        """Facts of the small scopes; one that two of them share is under both."""
        columns = ", ".join(f"f.{name}" for name in COLUMNS)
        but = "WHERE f.person_id <> ALL(%(persons)s)"
        for kind in sorted({scope.kind for scope in self.small}):
            yield (
                f"SELECT w.kind, w.key, {columns} FROM assessments_fact f"  # noqa: S608 - ours
                f" JOIN small w ON w.kind = '{kind.value}' AND {OF_KIND[kind]}"
                f" {but if self.persons else ''}"
            )


LEAVING = """
leaving AS (
    SELECT its.record_id FROM asked a JOIN participants_exit e ON e.participant_id = a.record_id
    JOIN asked its ON its.person_id = a.person_id
    WHERE date_trunc('month', e.left_on) >= %(start)s AND date_trunc('month', e.left_on) < %(end)s)
"""
OVER_MONTHS = """
w.month < %(end)s
AND (w.month >= %(start)s OR w.participant_id IN (SELECT record_id FROM leaving))
"""
"""An exit is told on every commitment where its person had worked by then: earlier months too."""
FORMER = """
stale AS MATERIALIZED (SELECT f.* FROM assessments_fact f WHERE f.person_id = ANY(%(persons)s))
"""
KEPT = """
SELECT w.kind, w.key, l.dimension, l.code, l.persons, l.minutes
FROM summed w CROSS JOIN LATERAL (
    SELECT dimension, code, sum(persons) AS persons, sum(minutes) AS minutes FROM (
        SELECT its.* FROM assessments_summedline t CROSS JOIN LATERAL (
            SELECT l.dimension, l.code, l.persons, l.minutes FROM assessments_summedline l
            WHERE l.kind = w.kind AND l.key = w.key AND l.dimension = ANY(%(dimensions)s)
            AND l.month = t.month AND l.previous < %(start)s
            UNION ALL
            SELECT l.dimension, l.code, l.persons, l.minutes FROM assessments_summedline l
            WHERE l.kind = w.kind AND l.key = w.key AND l.dimension = ANY(%(dimensions)s)
            AND l.month = t.month AND l.previous = %(forever)s) its
        WHERE t.kind = w.kind AND t.key = w.key AND t.dimension = 'month'
        AND t.month >= %(start)s AND t.month < %(end)s AND its.dimension <> 'exit'
        UNION ALL
        SELECT l.dimension, l.code, l.persons, l.minutes FROM assessments_summedline l
        WHERE l.kind = w.kind AND l.key = w.key AND l.dimension = 'exit'
        AND 'exit' = ANY(%(dimensions)s) AND l.month >= %(start)s AND l.month < %(end)s
    ) every_month GROUP BY 1, 2
) l
"""
"""Month by month, of those in which somebody worked: each is two ranges of the index, where one
search for all of them reads most of its pages. Somebody may leave in a month when nobody worked."""
EVERY_DIMENSION = (*(code for code, _ in DIMENSIONS), "month", "flow", "employer", "exit")


WANTED = """
{name} (kind, key, number) AS (SELECT * FROM unnest(
    %({name}_kinds)s::text[], %({name}_keys)s::text[], %({name}_numbers)s::bigint[]))
"""


def _wanted(name: str, scopes: frozenset[Scope]) -> str:
    return WANTED.format(name=name)


def totals_of(
    scopes: Sequence[Scope], months: Period, *, dimensions: Sequence[str] = EVERY_DIMENSION
) -> dict[Scope, Totals]:
    """Three queries. For those whose right to read them is checked already. Of a scope that is
    summed, the lines of these dimensions alone are read."""
    reading = Reading.of(scopes)
    asked: dict[str, Any] = {
        "start": months.start,
        "end": months.end,
        "forever": FOREVER,
        "persons": list(reading.persons),
        "dimensions": list(dimensions),
    }
    for name, some in (("summed", reading.summed), ("small", reading.small)):
        asked[f"{name}_kinds"] = [scope.kind.value for scope in some]
        asked[f"{name}_keys"] = [scope.key for scope in some]
        asked[f"{name}_numbers"] = [scope.number for scope in some]
    with connection.cursor() as cursor:
        cursor.execute(reading.sentence(dimensions), asked)
        rows = cursor.fetchall()
    found = {scope: Totals() for scope in scopes}
    for kind, key, dimension, code, persons, minutes in rows:
        if persons or minutes:
            its = found[Scope(ScopeKind(kind), key)].held[dimension]
            its[code] = Total(int(persons or 0), int(minutes))
    return found
