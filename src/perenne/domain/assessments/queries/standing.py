"""Where the commitments of some scopes stand on a day: what they owe, what counts on them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from perenne.domain.assessments.queries.facts_sql import PLACES
from perenne.domain.assessments.scopes import Scope
from perenne.domain.clauses.queries.targets import targets_of
from perenne.values import Period


@dataclass(slots=True)
class Standing:
    """Minutes and cents. `counted`: since the beginning, on the commitments in force; `closed`:
    those closed during the period, `kept`: with all their hours."""

    contracts: int = 0
    commitments: int = 0
    due: int = 0
    counted: int = 0
    closed: int = 0
    kept: int = 0
    penalties: int = 0


HELD = f"""
places AS ({PLACES}),
whole AS (SELECT DISTINCT ON (commitment_id) commitment_id, minutes FROM clauses_commitmentshare
          WHERE parent_id IS NULL),
carried AS (
    SELECT s.commitment_id, left(p.siret, 9) AS siren,
           sum(s.minutes - coalesce((SELECT sum(below.minutes) FROM clauses_commitmentshare below
               WHERE below.parent_id = s.id AND below.state = 'accepted'), 0)) AS minutes
    FROM clauses_commitmentshare s JOIN procurement_party p ON p.id = s.party_id
    WHERE s.state = 'accepted' GROUP BY 1, 2),
held AS (
    SELECT w.kind, w.key, o.commitment_id, 1 AS part, 1 AS whole FROM wanted w JOIN places o ON
        (w.kind, w.key) IN (('contract', o.contract_id::text), ('buyer', o.buyer_id::text),
            ('facilitator', o.facilitator_id::text), ('epci', o.epci),
            ('department', current_committee()::text))
    UNION ALL
    SELECT w.kind, w.key, c.commitment_id, c.minutes, whole.minutes FROM wanted w
    JOIN carried c ON c.siren = w.key JOIN whole ON whole.commitment_id = c.commitment_id
    WHERE w.kind = 'company')
"""  # noqa: S608 - of our own words alone
STANDING = f"""
WITH wanted (kind, key) AS (SELECT * FROM unnest(%(kinds)s::text[], %(keys)s::text[])),
{HELD}
SELECT h.kind, h.key, m.id, m.contract_id, h.part, h.whole,
       m.closed_on >= %(start)s AND m.closed_on < %(end)s,
       coalesce((SELECT sum(minutes) FROM hours_balance b WHERE b.commitment_id = m.id), 0)
FROM held h JOIN clauses_commitment m ON m.id = h.commitment_id
WHERE m.opened_on < %(end)s AND (m.closed_on IS NULL OR m.closed_on >= %(start)s)
"""  # noqa: S608 - of our own words alone
PENALTIES = f"""
WITH wanted (kind, key) AS (SELECT * FROM unnest(%(kinds)s::text[], %(keys)s::text[])),
decided AS (
    SELECT s.commitment_id, d.amount_cents FROM compliance_decision d
    JOIN compliance_proposal p ON p.id = d.proposal_id
    JOIN compliance_shortfall s ON s.id = p.shortfall_id
    WHERE d.amount_cents > 0 AND d.decided_on >= %(start)s AND d.decided_on < %(end)s),
places AS ({PLACES} WHERE m.id IN (SELECT commitment_id FROM decided))
SELECT w.kind, w.key, sum(d.amount_cents)::bigint
FROM decided d JOIN places o ON o.commitment_id = d.commitment_id
LEFT JOIN procurement_party lead ON lead.contract_id = o.contract_id AND lead.role = 'lead'
JOIN wanted w ON (w.kind, w.key) IN (
    ('contract', o.contract_id::text), ('buyer', o.buyer_id::text),
    ('facilitator', o.facilitator_id::text), ('epci', o.epci),
    ('department', current_committee()::text), ('company', left(lead.siret, 9)))
GROUP BY 1, 2
"""  # noqa: S608 - of our own words alone
"""A penalty is that of the lead, who answers for all to the buyer."""


def standings_of(scopes: Sequence[Scope], months: Period, on: date) -> dict[Scope, Standing]:
    found = {(scope.kind.value, scope.key): Standing() for scope in scopes}
    asked: dict[str, Any] = {
        "kinds": [kind for kind, _ in found],
        "keys": [key for _, key in found],
        "start": months.start,
        "end": months.end,
    }
    with connection.cursor() as cursor:
        cursor.execute(STANDING, asked)
        rows = cursor.fetchall()
        cursor.execute(PENALTIES, asked)
        for kind, key, cents in cursor.fetchall():
            found[kind, key].penalties = cents
    targets = targets_of({row[2] for row in rows}, on=on)
    contracts: dict[tuple[str, str], set[int]] = defaultdict(set)
    for kind, key, commitment, contract, part, whole, is_closed, counted in rows:
        its, due = found[kind, key], targets[commitment].due.minutes
        its.commitments += 1
        its.due += part_of(due, int(part), int(whole))
        its.counted += int(counted)
        its.closed += bool(is_closed)
        its.kept += bool(is_closed) and counted >= due
        contracts[kind, key].add(contract)
    for name, numbers in contracts.items():
        found[name].contracts = len(numbers)
    return {scope: found[scope.kind.value, scope.key] for scope in scopes}


def part_of(due: int, part: int, whole: int) -> int:
    """Rounded half up to the minute; all of it where the whole says nothing."""
    return (2 * due * part + whole) // (2 * whole) if whole else due
