"""Where the commitments of some scopes stand on a day: what they owe, what counts on them.

What they owe is kept from a day to another one (`Standing`); that of a commitment which changed
since is computed again, and so are the hours of the persons who changed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from perenne.domain.assessments.models import Touched
from perenne.domain.assessments.queries.facts_sql import OF_PERSONS, PLACES, PLACES_OF
from perenne.domain.assessments.queries.lines_sql import NEVER
from perenne.domain.assessments.queries.touched import touched_persons
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import targets_of
from perenne.kit.tenancy import current_committee
from perenne.values import Period


@dataclass(slots=True)
class Stand:
    """Minutes and cents, of the commitments in force. `due`: the part of the scope, `owed`: the
    whole of them; `counted`: since the beginning; `closed`: during the period, `kept`: with all
    their hours."""

    contracts: int = 0
    commitments: int = 0
    due: int = 0
    owed: int = 0
    counted: int = 0
    closed: int = 0
    kept: int = 0
    penalties: int = 0


WANTED = """
wanted (kind, key, number) AS (
    SELECT * FROM unnest(%(kinds)s::text[], %(keys)s::text[], %(numbers)s::bigint[]))
"""
CARRIED = """
carried AS (
    SELECT w.kind, w.key, s.commitment_id, sum(s.minutes - coalesce(
               (SELECT sum(below.minutes) FROM clauses_commitmentshare below
                WHERE below.parent_id = s.id AND below.state = 'accepted'), 0)) AS part,
           max((SELECT up.minutes FROM clauses_commitmentshare up
                WHERE up.commitment_id = s.commitment_id AND up.parent_id IS NULL)) AS whole
    FROM wanted w
    JOIN procurement_party p ON p.siret BETWEEN w.key || '00000' AND w.key || '99999'
    JOIN clauses_commitmentshare s ON s.party_id = p.id
    WHERE w.kind = 'company' AND s.state = 'accepted' GROUP BY 1, 2, 3)
"""
"""What each company keeps of what it was entrusted, and the whole that it is taken from."""
MOVED = f"""
{OF_PERSONS},
moved AS (
    SELECT commitment_id, sum(minutes)::bigint AS minutes FROM (
        SELECT b.commitment_id, b.minutes FROM asked a
        JOIN hours_work w ON w.participant_id = a.record_id
        JOIN hours_balance b ON b.work_id = w.id
        UNION ALL
        SELECT f.commitment_id, -f.counted FROM assessments_fact f
        WHERE f.person_id = ANY(%(persons)s)
    ) both_ways GROUP BY 1 HAVING sum(minutes) <> 0)
"""  # noqa: S608 - of our own words alone
"""What counts today of the hours of those who changed, without what was counted when folded."""
NOT_CLOSED = f"""
WITH {MOVED}
SELECT count(*), coalesce(sum(coalesce(moved.minutes, 0) + coalesce(
    (SELECT s.counted FROM assessments_standing s WHERE s.commitment_id = m.id LIMIT 1), 0)), 0)
FROM procurement_contract k
JOIN clauses_commitment m ON m.contract_id = k.id AND m.closed_on IS NULL
LEFT JOIN moved ON moved.commitment_id = m.id WHERE k.{{column}} = %(organisation)s
"""  # noqa: S608 - of our own words alone
"""What counts is the same in every row of a commitment."""
SAID = (ScopeKind.CONTRACT, ScopeKind.BUYER, ScopeKind.FACILITATOR)
"""What a contract tells of where it belongs."""
IN_FORCE = "s.opened_on < %(end)s AND (s.closed_on IS NULL OR s.closed_on >= %(start)s)"
OF_KIND = {
    ScopeKind.CONTRACT: "s.contract_id = w.number",
    ScopeKind.BUYER: "s.buyer_id = w.number",
    ScopeKind.COMPANY: "s.commitment_id = w.commitment_id",
    ScopeKind.FACILITATOR: "s.facilitator_id = w.number",
    ScopeKind.EPCI: "s.epci = w.key",
}
HELD = """
SELECT '{kind}', key, count(DISTINCT contract_id), count(*), sum(due)::bigint, sum(owed)::bigint,
       sum(counted)::bigint, count(*) FILTER (WHERE is_closed),
       count(*) FILTER (WHERE is_closed AND counted >= owed)
FROM (SELECT {key} AS key, s.contract_id, s.due AS owed, {part} AS due, s.counted{moved},
             s.closed_on >= %(start)s AND s.closed_on < %(end)s AS is_closed
      FROM {scopes} {standing} s {condition} {joined}
      WHERE {in_force} {more}) told
GROUP BY key
"""
PART = "CASE WHEN w.whole = 0 THEN s.due ELSE round(s.due * w.part / w.whole)::bigint END"
KEPT = "AND s.since <= %(on)s AND (s.until IS NULL OR s.until > %(on)s)"
UNCHANGED = "AND NOT s.commitment_id = ANY(%(changed)s)"
LIVING = f"""
living (commitment_id, due) AS (SELECT * FROM unnest(%(living)s::bigint[], %(dues)s::bigint[])),
standing AS (
    SELECT o.*, m.opened_on, m.closed_on, l.due,
           coalesce((SELECT sum(b.minutes) FROM hours_balance b
                     JOIN hours_work w ON w.id = b.work_id
                     WHERE b.commitment_id = m.id), 0) AS counted
    FROM living l JOIN clauses_commitment m ON m.id = l.commitment_id
    JOIN ({PLACES} WHERE m.id = ANY(%(living)s)) o ON o.commitment_id = m.id)
"""  # noqa: S608 - of our own words alone


def standings_of(scopes: Sequence[Scope], months: Period, on: date) -> dict[Scope, Stand]:
    """Four queries, and those of the targets when contracts changed since they were folded."""
    found = {scope: Stand() for scope in scopes}
    kinds = sorted({scope.kind for scope in scopes})
    changed = changed_commitments()
    living = [one for one, under in changed.items() if _concerns(under, scopes)]
    asked: dict[str, Any] = {
        "kinds": [scope.kind.value for scope in found],
        "keys": [scope.key for scope in found],
        "numbers": [scope.number for scope in found],
        "start": months.start,
        "end": months.end,
        "on": on,
        "changed": list(changed),
        "living": living,
        "persons": list(touched_persons()),
        "never": NEVER,
        "department": current_committee(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_of_kept(kinds, bool(changed), bool(asked["persons"])), asked)
        _add(found, cursor.fetchall())
        if living:
            targets = targets_of(living, on=on)
            asked["dues"] = [targets[one].due.minutes for one in living]
            cursor.execute(_of_changed(kinds), asked)
            _add(found, cursor.fetchall())
        cursor.execute(_penalties(kinds), asked)
        for kind, key, cents in cursor.fetchall():
            found[Scope(ScopeKind(kind), key)].penalties = cents
    return found


def counted_under_way(column: str, organisation: int) -> tuple[int, int]:
    """How many commitments are not closed under the contracts of a buyer or of a facilitator, by
    the column that names it, and the minutes counted on them. Two queries."""
    asked: dict[str, Any] = {"organisation": organisation, "persons": list(touched_persons())}
    with connection.cursor() as cursor:
        cursor.execute(NOT_CLOSED.format(column=column), asked)
        ((number, minutes),) = cursor.fetchall()
    return int(number), int(minutes)


def changed_commitments() -> dict[int, frozenset[Scope]]:
    """All those of the contracts of which one changed, for a contract is told once; the scopes that
    each one is under, where its contract says so by itself."""
    touched = Touched.objects.filter(commitment__isnull=False, moved=False)
    contracts = touched.values("commitment__contract")
    rows = Commitment.objects.filter(contract__in=contracts)
    told = rows.values_list("pk", "contract", "contract__buyer", "contract__facilitator")
    return {
        pk: frozenset(Scope(kind, str(key)) for kind, key in zip(SAID, keys, strict=True))
        for pk, *keys in told
    }


def _concerns(under: frozenset[Scope], scopes: Sequence[Scope]) -> bool:
    return any(scope.kind not in SAID or scope in under for scope in scopes)


def _add(found: dict[Scope, Stand], rows: "Sequence[tuple[Any, ...]]") -> None:
    for kind, key, *figures in rows:
        its = found[Scope(ScopeKind(kind), key)]
        names = ("contracts", "commitments", "due", "owed", "counted", "closed", "kept")
        for name, figure in zip(names, figures, strict=True):
            setattr(its, name, getattr(its, name) + int(figure or 0))


def _of_kept(kinds: Sequence[ScopeKind], is_changed: bool, waits: bool) -> str:
    parts = [WANTED, CARRIED]
    if waits:
        parts.append(MOVED)
    held = _held(
        kinds,
        standing="assessments_standing",
        moved=" + coalesce(moved.minutes, 0) AS counted" if waits else "",
        joined="LEFT JOIN moved ON moved.commitment_id = s.commitment_id" if waits else "",
        more=f"{KEPT} {UNCHANGED if is_changed else ''}",
    )
    return f"WITH {', '.join(parts)} {held}"


def _of_changed(kinds: Sequence[ScopeKind]) -> str:
    held = _held(kinds, standing="standing", moved="", joined="", more="")
    return f"WITH {WANTED}, {CARRIED}, {LIVING} {held}"


def _held(kinds: Sequence[ScopeKind], **parts: str) -> str:
    def of_kind(kind: ScopeKind) -> str:
        of_company = kind is ScopeKind.COMPANY
        said = {"kind": kind.value, "in_force": IN_FORCE, "part": PART if of_company else "s.due"}
        if kind is ScopeKind.DEPARTMENT:  # all there is, in the order of contracts: no scope joined
            return HELD.format(key="%(department)s", scopes="", condition="", **said, **parts)
        said |= {"condition": f"ON {OF_KIND[kind]} AND w.kind = '{kind.value}'", "key": "w.key"}
        scopes = f"{'carried' if of_company else 'wanted'} w JOIN"
        return HELD.format(scopes=scopes, **said, **parts)

    return " UNION ALL ".join(map(of_kind, kinds))


DECIDED = """
decided AS (
    SELECT s.commitment_id, d.amount_cents FROM compliance_decision d
    JOIN compliance_proposal p ON p.id = d.proposal_id
    JOIN compliance_shortfall s ON s.id = p.shortfall_id
    WHERE d.amount_cents > 0 AND d.decided_on >= %(start)s AND d.decided_on < %(end)s)
"""
STOOD = f"""
anew AS (SELECT commitment_id FROM decided WHERE commitment_id = ANY(%(changed)s)),
places AS MATERIALIZED (
    SELECT s.commitment_id, s.contract_id, s.buyer_id, s.facilitator_id, s.epci
    FROM (SELECT DISTINCT commitment_id FROM decided) d
    JOIN assessments_standing s ON s.commitment_id = d.commitment_id AND s.since = %(never)s
    WHERE NOT s.commitment_id = ANY(%(changed)s)
    UNION ALL
    SELECT commitment_id, contract_id, buyer_id, facilitator_id, epci
    FROM ({PLACES_OF.format(those="anew")}) o)
"""  # noqa: S608 - of our own words alone
"""Where a commitment stands is what its standing says, but for what changed since."""
OF_ALL = """
SELECT 'department', %(department)s, sum(amount_cents)::bigint FROM decided HAVING count(*) > 0
"""
OF_THE_OTHERS = """
SELECT w.kind, w.key, sum(d.amount_cents)::bigint
FROM decided d JOIN places o ON o.commitment_id = d.commitment_id
LEFT JOIN procurement_party lead ON 'company' = ANY(%(kinds)s)
    AND lead.contract_id = o.contract_id AND lead.role = 'lead'
CROSS JOIN LATERAL (VALUES
    ('contract', o.contract_id::text), ('buyer', o.buyer_id::text),
    ('facilitator', o.facilitator_id::text), ('epci', o.epci),
    ('company', left(lead.siret, 9))) k (kind, key)
JOIN wanted w ON w.kind = k.kind AND w.key = k.key
GROUP BY 1, 2
"""
"""A penalty is that of the lead, who answers for all to the buyer."""


def _penalties(kinds: Collection[ScopeKind]) -> str:
    if set(kinds) == {ScopeKind.DEPARTMENT}:
        return f"WITH {DECIDED} {OF_ALL}"
    others = f"WITH {WANTED}, {DECIDED}, {STOOD} {OF_THE_OTHERS}"
    return f"{others} UNION ALL {OF_ALL}" if ScopeKind.DEPARTMENT in kinds else others
