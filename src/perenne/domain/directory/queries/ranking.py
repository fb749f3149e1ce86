"""The structures that words mean, the best first: one query over what each of them says and does.

A word counts the more as fewer structures answer it. Whoever answers all the words comes before
whoever answers some; below half of the best, nobody is shown.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from perenne.domain.directory.queries.meaning import Meaning
from perenne.kit.errands import is_empty

ENOUGH = 0.5
"""What share of the best score is still worth showing."""
RANKED = """
WITH chosen AS MATERIALIZED ({chosen}),
words AS (SELECT * FROM unnest(%s::int[], %s::text[], %s::float[]) AS m (number, word, worth)),
trades AS (SELECT * FROM unnest(%s::int[], %s::text[], %s::float[]) AS m (number, trade, worth)),
kinds AS (SELECT * FROM unnest(%s::int[], %s::text[], %s::float[]) AS m (number, kind, worth)),
said AS (
    SELECT structure_id AS id, number, words.worth * m.worth / 100 AS worth
    FROM words JOIN directory_mention m USING (word)
    UNION ALL SELECT structure_id, number, worth
    FROM trades JOIN directory_structuretrade USING (trade)
    UNION ALL SELECT id, number, worth FROM kinds JOIN chosen USING (kind)
),
answers AS MATERIALIZED (
    SELECT id, number, max(worth) AS worth FROM said
    WHERE (id IN (SELECT id FROM chosen)) IS TRUE GROUP BY id, number
),
rarity AS MATERIALIZED (
    SELECT number, ln(1 + (SELECT count(DISTINCT id) FROM answers)::float / count(*)) AS weight
    FROM answers GROUP BY number
),
scores AS MATERIALIZED (
    SELECT id, sum(worth * weight) * count(*) AS score
    FROM answers JOIN rarity USING (number) GROUP BY id
),
kept AS (
    SELECT id, max(score) AS score, max(place) AS place, max(said_on) AS said_on FROM (
        SELECT id, score, NULL::float AS place, NULL::date AS said_on FROM scores
        WHERE score >= %s * (SELECT max(score) FROM scores)
        UNION ALL SELECT id, NULL, place::float, said_on FROM chosen
    ) AS every GROUP BY id HAVING max(score) IS NOT NULL
)
SELECT id, count(*) OVER () FROM kept
ORDER BY round(score::numeric, 4) DESC, place NULLS LAST, said_on DESC, id
LIMIT %s OFFSET %s
"""
"""Hashed or grouped, never joined where rows are many: as fast before PostgreSQL has counted them
(« IS TRUE » keeps the planner from a join of its own)."""


def ranked(
    rows: "QuerySet[Any, Any]", meanings: Sequence[Meaning], *, limit: int | None, offset: int
) -> tuple[list[int], int]:
    """Keys of the structures of a page, and how many there are in all.

    `rows` have a `place`: how far they are, null when nobody asked.
    """
    chosen = rows.order_by().values("id", "kind", "said_on", "place")
    if is_empty(chosen):
        return [], 0
    sql, parameters = chosen.query.sql_with_params()
    asked = [*parameters]
    for facet in ("words", "trades", "kinds"):
        asked += _columns([getattr(meaning, facet) for meaning in meanings])
    with connection.cursor() as cursor:
        cursor.execute(RANKED.format(chosen=sql), [*asked, ENOUGH, limit, offset])
        found = cursor.fetchall()
    return [key for key, _ in found], found[0][1] if found else 0


def _columns(facets: Sequence[Mapping[str, float]]) -> list[list[Any]]:
    """Number of the word, what it may mean, how surely: three columns of the same height."""
    rows = [
        (at, code, worth)
        for at, facet in enumerate(facets, start=1)
        for code, worth in facet.items()
    ]
    return [list(column) for column in zip(*rows, strict=True)] or [[], [], []]
