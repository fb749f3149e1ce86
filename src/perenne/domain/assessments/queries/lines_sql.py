"""From facts to lines that add up: persons and minutes by scope, dimension, code and months.

Persons do not add up over months; pairs of months do. A line says how many persons are there in
`month` who were last there, under the same scope and code, in `previous` (`NEVER`: not before).
Over any months from `a` to `b`, each person is counted once by the lines whose month is of the
period and whose previous one is before it.
"""

from datetime import date

NEVER = date(1, 1, 1)

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

SCOPED = f"""
SELECT k.kind, k.key, f.* FROM facts f CROSS JOIN LATERAL (VALUES {_keys}) k (kind, key)
JOIN wanted ON wanted.kind = k.kind AND wanted.key = k.key
"""  # noqa: S608 - of our own words alone
LINES = f"""
SELECT kind, key, dimension, code, month, previous,
       count(*) AS persons, sum(minutes)::bigint AS minutes
FROM (SELECT kind, key, dimension, code, month, sum(counted)::bigint AS minutes,
             lag(month, 1, '{NEVER.isoformat()}'::date) OVER (
                 PARTITION BY kind, key, dimension, code, person_id ORDER BY month) AS previous
      FROM ({SCOPED}) f CROSS JOIN LATERAL (VALUES {_dimensions}) d (dimension, code)
      GROUP BY kind, key, dimension, code, person_id, month) once
GROUP BY 1, 2, 3, 4, 5, 6
UNION ALL
SELECT kind, key, 'flow', flow, month, '{NEVER.isoformat()}'::date, 0, sum(minutes)::bigint
FROM ({SCOPED}) f CROSS JOIN LATERAL (VALUES {_flows}) d (flow, minutes)
GROUP BY 1, 2, 4, 5 HAVING sum(minutes) <> 0
UNION ALL
SELECT kind, key, 'employer', employer, month, '{NEVER.isoformat()}'::date, count(*), 0
FROM ({SCOPED}) f WHERE employer <> '' GROUP BY 1, 2, 4, 5
UNION ALL
SELECT kind, key, 'exit', situation, date_trunc('month', left_on)::date,
       '{NEVER.isoformat()}'::date, count(*), 0
FROM (SELECT DISTINCT f.kind, f.key, e.id, e.situation, e.left_on FROM ({SCOPED}) f
      JOIN participants_participant r ON coalesce(r.merged_into_id, r.id) = f.person_id
      JOIN participants_exit e ON e.participant_id = r.id
                              AND f.month <= date_trunc('month', e.left_on)) left_it
GROUP BY 1, 2, 4, 5
"""  # noqa: S608 - of our own words alone
"""Of the facts in `facts`, for the scopes in `wanted (kind, key)`: both stand before.

`employer` counts facts, so that it says who was there; `flow` has minutes alone. An exit counts
where its person had worked by then.
"""
