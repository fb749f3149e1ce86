"""Clauses and commitments by facilitator and segment: their lines put together, and audited."""

from django.db import connection, transaction

from perenne.domain.assessments.actions.footing import ALONE
from perenne.domain.assessments.models import SegmentTally
from perenne.domain.clauses.states import ClauseState

TOGETHER = """
WITH many AS (SELECT what, facilitator_id, segment FROM assessments_segmenttally
              GROUP BY 1, 2, 3 HAVING count(*) > 1),
gone AS (DELETE FROM assessments_segmenttally t USING many m
         WHERE t.what = m.what AND t.facilitator_id = m.facilitator_id AND t.segment = m.segment
         RETURNING t.*)
INSERT INTO assessments_segmenttally (what, facilitator_id, segment, number, minutes)
SELECT what, facilitator_id, segment, sum(number), sum(minutes) FROM gone
GROUP BY 1, 2, 3 HAVING sum(number) <> 0 OR sum(minutes) <> 0
"""
APART = """
WITH placed AS (
    SELECT c.id, c.facilitator_id, c.state, c.due_minutes,
           coalesce(nullif(l.segment, ''), p.segment, '') AS segment
    FROM clauses_clause c LEFT JOIN procurement_lot l ON l.id = c.lot_id
    LEFT JOIN programming_plannedpurchase p ON p.id = c.purchase_id)
INSERT INTO assessments_segmenttally (what, facilitator_id, segment, number, minutes)
SELECT what, facilitator_id, segment, sum(number), sum(minutes) FROM (
    SELECT 'claused' AS what, facilitator_id, segment, 1 AS number, due_minutes AS minutes
    FROM placed WHERE state <> %(dropped)s
    UNION ALL
    SELECT 'owed', k.facilitator_id, c.segment, 1, m.due_minutes FROM clauses_commitment m
    JOIN placed c ON c.id = m.clause_id JOIN procurement_contract k ON k.id = m.contract_id
    UNION ALL
    SELECT what, facilitator_id, segment, -number, -minutes FROM assessments_segmenttally) told
GROUP BY 1, 2, 3 HAVING sum(number) <> 0 OR sum(minutes) <> 0
"""
"""What lacks to the tallies, or is there too much, is added to them: all of it the first time."""


@transaction.atomic
def gather_tallies() -> None:
    """One line for each place; without any, those of what was there before tallies were kept."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        if SegmentTally.objects.exists():
            cursor.execute(TOGETHER)
        else:
            cursor.execute(APART, {"dropped": ClauseState.DROPPED.value})


@transaction.atomic
def audit_tallies() -> int:
    """How many places did not say what the tables give; all of them do now."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        cursor.execute(APART, {"dropped": ClauseState.DROPPED.value})
        return int(cursor.rowcount)
