"""From facts to lines that add up: persons and minutes by scope, dimension, code and months.

Persons do not add up over months; pairs of months do. A line says how many persons are there in
`month` who were last there, under the same scope and code, in `previous` (`NEVER`: not before).
Over any months from `a` to `b`, each person is counted once by the lines whose month is of the
period and whose previous one is before it. Minutes add up: they have lines of their own, whose
previous month is `FOREVER`.
"""

from collections.abc import Collection
from datetime import date

from perenne.domain.assessments.queries.facts_sql import TOLD

NEVER, FOREVER = date(1, 1, 1), date(9999, 12, 31)

DIMENSIONS = (
    ("all", "''"),
    ("sex", "f.sex"),
    ("age", "f.age"),
    ("qpv", "f.qpv"),
    ("public", "f.public"),
    ("diploma", "f.diploma"),
    ("modality", "f.modality"),
    ("contract_type", "f.contract_type"),
    ("contract_length", "f.contract_length"),
    ("structure", "f.structure"),
    ("segment", "coalesce(nullif(f.segment, ''), '?')"),
    ("epci", "f.home"),
)
KEYS = (
    ("contract", "f.contract_id::text"),
    ("buyer", "f.buyer_id::text"),
    ("company", "f.siren"),
    ("facilitator", "f.facilitator_id::text"),
    ("epci", "f.epci"),
    ("department", "current_committee()::text"),
)
FLOWS = ("worked", "received", "given", "training")

_dimensions = ", ".join(f"('{code}', {value})" for code, value in DIMENSIONS)
_keys = ", ".join(f"('{kind}', {value})" for kind, value in KEYS)
_flows = ", ".join(f"('{code}', f.{code})" for code in FLOWS)

NEVER_BEFORE = f"'{NEVER.isoformat()}'::date"
ALL_ALONG = f"'{FOREVER.isoformat()}'::date"
_named = [(f"of_{code}", value) for code, value in DIMENSIONS if code != "all"]
_told = " ".join(f"WHEN {name} IS NOT NULL THEN '{name[3:]}'" for name, _ in _named)
_codes = ", ".join(name for name, _ in _named)
_columns = ", ".join(f"{value} AS {name}" for name, value in _named)
_afters = ", ".join(["after_all", *(f"after_{name}" for name, _ in _named)])
_lags = ", ".join(
    f"lag(month, 1, {NEVER_BEFORE}) OVER (PARTITION BY person_id, kind, key, {value} COLLATE "
    f'"C" ORDER BY month) AS after_{name}'
    for name, value in [("all", "''"), *_named]
)
_sets = ", ".join(["(after_all)", *(f"(after_{name}, {name})" for name, _ in _named)])

SCOPED = f"""
SELECT k.kind, k.key, f.* FROM {{facts}} f CROSS JOIN LATERAL (VALUES {_keys}) k (kind, key)
JOIN {{wanted}} w ON w.kind = k.kind AND w.key = k.key
"""  # noqa: S608 - of our own words alone
FOLLOWING = f"""
SELECT kind, key, CASE {_told} ELSE 'all' END AS dimension, coalesce({_codes}, '') AS code,
       month, coalesce({_afters}) AS previous, count(*) AS facts, sum(counted)::bigint AS minutes
FROM (SELECT kind, key, month, counted, {_columns}, {_lags}
      FROM {{scoped}} f WHERE exit_id = 0) told
GROUP BY kind, key, month, GROUPING SETS ({_sets})
"""  # noqa: S608 - of our own words alone
"""Each fact of somebody after the one before, code by code: of a month that they have twice, the
second one has its own month for the previous one, and brings minutes alone. Codes are put in the
order of their bytes: that of a language takes five times longer."""
LINES = f"""
SELECT kind, key, dimension, code, month, previous, facts AS persons, 0::bigint AS minutes
FROM {{following}} WHERE previous <> month
UNION ALL
SELECT kind, key, dimension, code, month, {ALL_ALONG}, 0, sum(minutes)::bigint
FROM {{following}} GROUP BY 1, 2, 3, 4, 5 HAVING sum(minutes) <> 0
UNION ALL
SELECT kind, key, 'month', to_char(month, 'YYYY-MM'), month, {NEVER_BEFORE},
       count(DISTINCT person_id), sum(counted)::bigint
FROM {{scoped}} f WHERE exit_id = 0 GROUP BY 1, 2, 5
UNION ALL
SELECT kind, key, 'flow', flow, month, {NEVER_BEFORE}, 0, sum(minutes)::bigint
FROM {{scoped}} f CROSS JOIN LATERAL (VALUES {_flows}) d (flow, minutes)
GROUP BY 1, 2, 4, 5 HAVING sum(minutes) <> 0
UNION ALL
SELECT kind, key, 'employer', employer, month, {NEVER_BEFORE}, count(*), 0
FROM {{scoped}} f WHERE employer <> '' GROUP BY 1, 2, 4, 5
UNION ALL
SELECT kind, key, 'exit', exit, month, {NEVER_BEFORE}, count(DISTINCT exit_id), 0
FROM {{scoped}} f WHERE exit_id <> 0 GROUP BY 1, 2, 4, 5
"""  # noqa: S608 - of our own words alone
TOGETHER = f"""
SELECT kind, key, person_id, hiring_id, commitment_id, count(*) AS facts,
       {", ".join(f"sum({name})::bigint AS {name}" for name in ("counted", *FLOWS))},
       {", ".join(f"min({name}) AS {name}" for name in (*TOLD, "segment"))}
FROM {{scoped}} WHERE exit_id = 0 GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - of our own words alone
"""The months of a hiring on a commitment: all that is told of them is the same."""
OVER = f"""
SELECT kind, key, dimension, code, count(*) AS persons, sum(minutes)::bigint AS minutes
FROM (SELECT kind, key, dimension, code, person_id, sum(counted) AS minutes
      FROM {{packed}} f CROSS JOIN LATERAL (VALUES {{dimensions}}) d (dimension, code)
      GROUP BY 1, 2, 3, 4, 5) once
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT kind, key, 'month', to_char(month, 'YYYY-MM'), count(DISTINCT person_id),
       sum(counted)::bigint
FROM {{scoped}} WHERE exit_id = 0 GROUP BY kind, key, month
UNION ALL
SELECT kind, key, 'flow', flow, 0, sum(minutes)::bigint
FROM {{packed}} f CROSS JOIN LATERAL (VALUES {_flows}) d (flow, minutes)
GROUP BY 1, 2, 4 HAVING sum(minutes) <> 0
UNION ALL
SELECT kind, key, 'employer', employer, sum(facts)::bigint, 0
FROM {{packed}} WHERE employer <> '' GROUP BY 1, 2, 4
UNION ALL
SELECT kind, key, 'exit', exit, count(DISTINCT exit_id), 0
FROM {{scoped}} WHERE exit_id <> 0 GROUP BY 1, 2, 4
"""  # noqa: S608 - of our own words alone
"""What the lines of some months add up to, where these are known: without the pairs of months."""


def scoped(facts: str, wanted: str) -> str:
    """Facts under each of the scopes that want them; `facts` and `wanted` stand before."""
    return SCOPED.format(facts=facts, wanted=wanted)


def lines_of(under: str, name: str) -> str:
    """Common table expressions: the lines, called `name`, of facts that are under scopes.

    `employer` counts facts, so that it says who was there; `flow` has minutes alone; `exit` counts
    exits.
    """
    its, after = f"{name}_scoped", f"{name}_following"
    return (
        f"{its} AS MATERIALIZED ({under}),"
        f" {after} AS MATERIALIZED ({FOLLOWING.format(scoped=its)}),"
        f" {name} AS ({LINES.format(scoped=its, following=after)})"
    )


WITHIN = "SELECT * FROM ({under}) every WHERE month >= %(start)s AND month < %(end)s"


def lines_over(under: str, name: str, dimensions: Collection[str]) -> str:
    """The same, added up over the months from `start` to `end`, which are arguments; of the facts
    by what they hold, these dimensions alone: one of `DIMENSIONS` at least."""
    told = ", ".join(f"('{code}', {value})" for code, value in DIMENSIONS if code in dimensions)
    its, packed = f"{name}_scoped", f"{name}_packed"
    return (
        f"{its} AS MATERIALIZED ({WITHIN.format(under=under)}),"
        f" {packed} AS MATERIALIZED ({TOGETHER.format(scoped=its)}),"
        f" {name} AS ({OVER.format(scoped=its, packed=packed, dimensions=told)})"
    )
