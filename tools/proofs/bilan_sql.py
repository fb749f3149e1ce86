"""The figures of a bilan, computed again by sentences written for the proof alone.

Nothing is shared with the house: no sentence, no sum, no counter that a trigger keeps. Hours are
added up from the lines of work and of the ledger, people counted by `count(DISTINCT …)`. It asks as
the owner of the tables, once for all of them (`FLAT`), then for each scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import psycopg

FLAT = """
DROP TABLE IF EXISTS flat, flat_due;
CREATE UNLOGGED TABLE flat AS
WITH net AS (
    SELECT coalesce(corrects_id, id) AS line, sum(minutes) AS minutes FROM hours_work GROUP BY 1),
spread AS (
    SELECT work_id AS line, commitment_id AS there, sum(minutes) AS minutes
    FROM hours_allocation GROUP BY 1, 2),
validated AS (
    SELECT w.id AS line, w.hiring_id, w.month, w.kind, s.commitment_id AS home, net.minutes AS net
    FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id JOIN net ON net.line = w.id
    WHERE w.corrects_id IS NULL AND s.validated_at IS NOT NULL),
moves AS (
    SELECT hiring_id, month, home AS commitment, net AS worked, 0 AS counted, 0 AS received,
           0 AS given, CASE WHEN kind LIKE 'FORMATION%' AND kind <> 'FORMATION_PREALABLE'
                            THEN net ELSE 0 END AS training
    FROM validated
    UNION ALL
    SELECT v.hiring_id, v.month, a.there, 0, a.minutes,
           CASE WHEN a.there = v.home THEN 0 ELSE a.minutes END, 0, 0
    FROM validated v JOIN spread a ON a.line = v.line
    UNION ALL
    SELECT v.hiring_id, v.month, v.home, 0, 0, 0, a.minutes, 0
    FROM validated v JOIN spread a ON a.line = v.line WHERE a.there <> v.home),
who AS (
    SELECT h.id AS hiring_id, coalesce(p.merged_into_id, p.id) AS person, h.*
    FROM hirings_hiring h JOIN participants_participant p ON p.id = h.participant_id)
SELECT who.person, m.month, m.commitment, m.worked, m.counted, m.received, m.given, m.training,
       k.id AS contract, k.buyer_id AS buyer, k.facilitator_id AS facilitator,
       substr(pa.siret, 1, 9) AS company,
       CASE WHEN lot.segment <> '' THEN lot.segment WHEN pp.segment <> '' THEN pp.segment
            ELSE '?' END AS segment,
       CASE WHEN there.epci_id IS NOT NULL THEN there.epci_id WHEN seat.epci_id IS NOT NULL
            THEN seat.epci_id ELSE '' END AS place,
       CASE whole.sex WHEN '' THEN '?' ELSE whole.sex END AS sex,
       CASE WHEN whole.born_on IS NULL THEN '?' WHEN years.n <= 25 THEN 'under_26'
            WHEN years.n BETWEEN 26 AND 40 THEN '26_40' WHEN years.n BETWEEN 41 AND 50 THEN '41_50'
            ELSE 'over_50' END AS age,
       CASE WHEN v.ground IS NOT DISTINCT FROM 'QPV' THEN 'yes'
            WHEN NOT (coalesce(f.situation, '{}') ? 'in_qpv') THEN '?'
            WHEN f.situation -> 'in_qpv' = 'true'::jsonb THEN 'yes'
            WHEN f.situation -> 'in_qpv' = 'false'::jsonb THEN 'no' ELSE '?' END AS qpv,
       CASE WHEN v.id IS NULL OR v.ground = '' THEN '?' ELSE v.ground END AS public,
       CASE WHEN f.situation -> 'diploma_level' IS NULL THEN '?'
            WHEN jsonb_typeof(f.situation -> 'diploma_level') <> 'number' THEN '?'
            WHEN (f.situation ->> 'diploma_level')::int < 3 THEN 'none'
            WHEN (f.situation ->> 'diploma_level')::int = 3 THEN 'cap'
            WHEN (f.situation ->> 'diploma_level')::int = 4 THEN 'bac' ELSE 'higher' END AS diploma,
       who.modality, who.shape AS contract_type,
       CASE WHEN who.shape LIKE 'CDI%' THEN 'open'
            WHEN who.ends_on IS NULL THEN '?'
            WHEN who.ends_on + 1 >= who.starts_on + interval '12 months' THEN 'months_12'
            WHEN who.ends_on + 1 >= who.starts_on + interval '6 months' THEN 'months_6'
            WHEN who.ends_on + 1 >= who.starts_on + interval '3 months' THEN 'months_3'
            WHEN who.ends_on + 1 >= who.starts_on + interval '1 month' THEN 'months_1'
            ELSE 'days' END AS contract_length,
       CASE who.structure WHEN '' THEN 'none' ELSE who.structure END AS structure,
       CASE who.structure WHEN '' THEN NULL ELSE who.employer_siret END AS employer,
       coalesce(lives.epci_id, '?') AS epci
FROM moves m JOIN who ON who.hiring_id = m.hiring_id
JOIN participants_participant whole ON whole.id = who.person
JOIN procurement_party pa ON pa.id = who.party_id
JOIN clauses_commitment c ON c.id = m.commitment
JOIN clauses_clause cl ON cl.id = c.clause_id
JOIN procurement_contract k ON k.id = c.contract_id
JOIN organisations_organisation b ON b.id = k.buyer_id
LEFT JOIN procurement_lot lot ON lot.id = CASE WHEN k.lot_id IS NULL THEN cl.lot_id
                                               ELSE k.lot_id END
LEFT JOIN programming_plannedpurchase pp ON pp.id = CASE WHEN cl.purchase_id IS NULL
                                                         THEN lot.purchase_id
                                                         ELSE cl.purchase_id END
LEFT JOIN territories_commune there ON there.insee_code = pp.commune_id
LEFT JOIN territories_commune seat ON seat.insee_code = b.commune_id
LEFT JOIN territories_commune lives ON lives.insee_code = whole.commune_id
LEFT JOIN participants_verdict v ON v.id = who.verdict_id
LEFT JOIN participants_eligibilityfile f ON f.id = v.file_id
CROSS JOIN LATERAL (
    SELECT date_part('year', who.starts_on) - date_part('year', whole.born_on)
           - CASE WHEN to_char(who.starts_on, 'MMDD') < to_char(whole.born_on, 'MMDD')
                  THEN 1 ELSE 0 END AS n) years
WHERE m.worked > 0 OR m.counted > 0 OR m.given > 0;
CREATE INDEX ON flat (contract); CREATE INDEX ON flat (buyer); CREATE INDEX ON flat (company);
CREATE INDEX ON flat (person); CREATE INDEX ON flat (commitment);
ANALYZE flat
"""
DUES = """
CREATE UNLOGGED TABLE flat_due AS
SELECT c.id AS commitment, c.opened_on, c.closed_on, k.id AS contract, k.buyer_id AS buyer,
       k.facilitator_id AS facilitator,
       coalesce((SELECT epci_id FROM territories_commune WHERE insee_code = pp.commune_id),
                (SELECT epci_id FROM territories_commune WHERE insee_code = b.commune_id), '')
       AS place,
       CASE WHEN k.notified_on > %(on)s THEN 0
            ELSE coalesce((SELECT a.due_minutes FROM procurement_amendment a
                           WHERE a.contract_id = k.id AND a.effective_on <= %(on)s
                             AND a.due_minutes IS NOT NULL
                           ORDER BY a.effective_on DESC, a.number DESC LIMIT 1), c.due_minutes)
       END AS due,
       coalesce((SELECT sum(counted) FROM flat WHERE flat.commitment = c.id), 0) AS counted
FROM clauses_commitment c JOIN clauses_clause cl ON cl.id = c.clause_id
JOIN procurement_contract k ON k.id = c.contract_id
JOIN organisations_organisation b ON b.id = k.buyer_id
LEFT JOIN procurement_lot lot ON lot.id = coalesce(k.lot_id, cl.lot_id)
LEFT JOIN programming_plannedpurchase pp ON pp.id = coalesce(cl.purchase_id, lot.purchase_id)
"""
WHERE = {
    "contract": "contract = %(key)s::bigint",
    "buyer": "buyer = %(key)s::bigint",
    "facilitator": "facilitator = %(key)s::bigint",
    "company": "company = %(key)s",
    "epci": "place = %(key)s",
    "department": "true",
}
"""`of_company` commitments are told apart: those of which it carries a part."""
DIMENSIONS = (
    "sex", "age", "qpv", "public", "diploma", "modality", "contract_type", "contract_length",
    "structure", "segment", "epci",
)  # fmt: skip
WITHIN = "month >= %(start)s AND month < %(end)s"
OPEN = "opened_on < %(end)s AND coalesce(closed_on, 'infinity') >= %(start)s"
PARTS = """
SELECT s.commitment_id AS commitment, d.contract, d.due AS owed, d.counted, d.opened_on,
       d.closed_on,
       floor(d.due * sum(s.minutes - coalesce(b.minutes, 0))
             / max(w.minutes) + 0.5) AS due
FROM clauses_commitmentshare s JOIN procurement_party p ON p.id = s.party_id
JOIN flat_due d ON d.commitment = s.commitment_id
JOIN clauses_commitmentshare w ON w.commitment_id = s.commitment_id AND w.parent_id IS NULL
LEFT JOIN (SELECT parent_id, sum(minutes) AS minutes FROM clauses_commitmentshare
           WHERE state = 'accepted' GROUP BY 1) b ON b.parent_id = s.id
WHERE s.state = 'accepted' AND substr(p.siret, 1, 9) = %(key)s
GROUP BY 1, 2, 3, 4, 5, 6
"""


@dataclass(frozen=True, slots=True)
class Figures:
    measures: dict[str, int | None]
    lines: dict[tuple[str, str], tuple[int, int]]
    """By breakdown and code: persons, minutes."""


def prepare(server: psycopg.Connection[Any], on: date) -> None:
    for sentence in FLAT.split(";"):
        server.execute(sentence.encode())
    server.execute(DUES.encode(), {"on": on})


def forget(server: psycopg.Connection[Any]) -> None:
    server.execute("DROP TABLE IF EXISTS flat, flat_due")


def figures(
    server: psycopg.Connection[Any], kind: str, key: str, start: date, end: date
) -> Figures:
    asked = {"key": key, "start": start, "end": end}

    def ask(sentence: str) -> list[tuple[Any, ...]]:
        return server.execute(sentence.encode(), asked).fetchall()

    of = f"FROM flat WHERE {WHERE[kind]} AND {WITHIN}"
    lines: dict[tuple[str, str], tuple[int, int]] = {}
    for name in DIMENSIONS:
        told = ask(f"SELECT {name}, count(DISTINCT person), sum(counted) {of} GROUP BY 1")
        lines |= {(name, code): (persons, int(minutes)) for code, persons, minutes in told}
    told = ask(
        f"SELECT to_char(month, 'YYYY-MM'), count(DISTINCT person), sum(counted) {of} GROUP BY 1"
    )
    lines |= {("month", code): (persons, int(minutes)) for code, persons, minutes in told}
    told = ask(f"""
        SELECT CASE e.situation WHEN 'unknown' THEN '?' ELSE e.situation END, count(*)
        FROM participants_exit e JOIN participants_participant p ON p.id = e.participant_id
        WHERE e.left_on >= %(start)s AND e.left_on < %(end)s AND EXISTS (
            SELECT FROM flat WHERE flat.person = coalesce(p.merged_into_id, p.id)
            AND {WHERE[kind]} AND flat.month <= e.left_on) GROUP BY 1""")  # noqa: S608 - of our own words
    lines |= {("exit", code): (exits, 0) for code, exits in told}
    ((persons, counted, received, given, worked, training, employers),) = ask(f"""
        SELECT count(DISTINCT person), sum(counted), sum(received), sum(given), sum(worked),
               sum(training), count(DISTINCT employer) {of}""")
    done = int(counted or 0)
    measures: dict[str, int | None] = {
        "persons": persons, "hours_done": done, "hours_globalised_in": int(received or 0),
        "hours_globalised_out": int(given or 0), "hours_worked": int(worked or 0),
        "training_hours": int(training or 0), "structures": employers,
    }  # fmt: skip
    return Figures(measures | _of_lines(lines, persons, done) | _of_dues(kind, ask), lines)


def _of_lines(
    lines: dict[tuple[str, str], tuple[int, int]], persons: int, done: int
) -> dict[str, int | None]:
    def people(dimension: str, code: str) -> int:
        return lines.get((dimension, code), (0, 0))[0]

    by_segment = [minutes for (name, _), (_, minutes) in lines.items() if name == "segment"]
    lasting = sum(
        lines.get(("contract_length", code), (0, 0))[1]
        for code in ("months_6", "months_12", "open")
    )
    work = ("permanent", "long_fixed_term", "short_fixed_term", "work_study", "own_business")
    return {
        "women": people("sex", "woman"),
        "under_26": people("age", "under_26"),
        "over_50": people("age", "over_50"),
        "qpv": people("qpv", "yes"),
        "hours_per_person": _ratio(done, persons, 1),
        "lasting_share": _ratio(lasting, done),
        "diversification": _ratio(done - max(by_segment, default=0), done),
        "segments": sum(
            minutes > 0 and code != "?"
            for (name, code), (_, minutes) in lines.items() if name == "segment"
        ),
        "exits": sum(number for (name, _), (number, _) in lines.items() if name == "exit"),
        "exits_to_work": sum(people("exit", code) for code in work),
    }  # fmt: skip


def _of_dues(kind: str, ask: Any) -> dict[str, int | None]:
    of = f"({PARTS}) d" if kind == "company" else "(SELECT *, due AS owed FROM flat_due) d"
    where = "true" if kind == "company" else WHERE[kind]
    ((contracts, commitments, due, owed, counted, closed, kept),) = ask(f"""
        SELECT count(DISTINCT contract), count(*), sum(due), sum(owed), sum(counted),
               count(*) FILTER (WHERE closed_on >= %(start)s AND closed_on < %(end)s),
               count(*) FILTER (WHERE closed_on >= %(start)s AND closed_on < %(end)s
                                AND counted >= owed)
        FROM {of} WHERE {where} AND {OPEN}""")  # noqa: S608 - of our own words
    scope = {
        "company": "EXISTS (SELECT FROM procurement_party p WHERE p.contract_id = x.contract"
        " AND p.role = 'lead' AND substr(p.siret, 1, 9) = %(key)s)"
    }.get(kind, WHERE[kind])
    ((cents,),) = ask(f"""
        SELECT sum(d.amount_cents) FROM compliance_decision d
        JOIN compliance_proposal pr ON pr.id = d.proposal_id
        JOIN compliance_shortfall s ON s.id = pr.shortfall_id
        JOIN flat_due x ON x.commitment = s.commitment_id
        WHERE d.decided_on >= %(start)s AND d.decided_on < %(end)s AND {scope}""")  # noqa: S608 - of our own words
    return {
        "contracts": contracts, "commitments": commitments, "hours_due": int(due or 0),
        "done_share": _ratio(int(counted or 0), int(owed or 0)),
        "compliance_share": _ratio(kept, closed), "penalties_cents": int(cents or 0),
    }  # fmt: skip


def _ratio(part: int, whole: int, times: int = 10_000) -> int | None:
    if not whole:
        return None
    return int((Decimal(part * times) / whole).quantize(Decimal(1), ROUND_HALF_UP))
