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
    SELECT id, {worths}, max(place) AS place, max(said_on) AS said_on FROM (
        SELECT id, number, worth, NULL::float AS place, NULL::date AS said_on FROM said
        UNION ALL SELECT id, 0, NULL, place::float, said_on FROM chosen
    ) AS every GROUP BY id HAVING max(said_on) IS NOT NULL AND max(worth) IS NOT NULL
),
counted AS (SELECT count(*)::float AS total, {counts} FROM answers),
scores AS MATERIALIZED (
    SELECT id, place, said_on, ({sum}) * num_nonnulls({names}) AS score FROM answers, counted
)
SELECT id, count(*) OVER () FROM scores
WHERE score >= %s * (SELECT max(score) FROM scores)
ORDER BY round(score * 10000) DESC, place NULLS LAST, said_on DESC, id
LIMIT %s OFFSET %s
"""
"""One row for each structure: what it is worth for each word, beside its place. Grouped once and
never joined where rows are many: as fast before PostgreSQL has counted them."""
WORTH = "max(worth) FILTER (WHERE number = {0}) AS of_{0}"
WEIGHED = "coalesce(of_{0} * ln(1 + total / nullif(many_{0}, 0)), 0)"


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
        cursor.execute(_sql(sql, len(meanings)), [*asked, ENOUGH, limit, offset])
        found = cursor.fetchall()
    return [key for key, _ in found], found[0][1] if found else 0


def _sql(chosen: str, words: int) -> str:
    """Of so many words: six at most."""

    def each(part: str, between: str = ", ") -> str:
        return between.join(part.format(number) for number in range(1, words + 1))

    return RANKED.format(
        chosen=chosen,
        worths=each(WORTH),
        counts=each("count(of_{0}) AS many_{0}"),
        sum=each(WEIGHED, " + "),
        names=each("of_{0}"),
    )


def _columns(facets: Sequence[Mapping[str, float]]) -> list[list[Any]]:
    """Number of the word, what it may mean, how surely: three columns of the same height."""
    rows = [
        (at, code, worth)
        for at, facet in enumerate(facets, start=1)
        for code, worth in facet.items()
    ]
    return [list(column) for column in zip(*rows, strict=True)] or [[], [], []]
