"""The invariants of the ledger (reliability, I1 to I11), asked in SQL of the lines themselves.

Nothing here comes from the code that writes: each question answers with the rows that break it.
"""

from django.db import connection

GIVEN = "SELECT work_id, commitment_id, sum(minutes) AS minutes FROM hours_allocation GROUP BY 1, 2"
NET = """SELECT w.id, w.sheet_id, w.hiring_id, w.participant_id, w.month, w.net_minutes,
    w.allocated_minutes, w.minutes + coalesce(
        (SELECT sum(c.minutes) FROM hours_work c WHERE c.corrects_id = w.id), 0) AS net
    FROM hours_work w WHERE w.corrects_id IS NULL"""
BROKEN = {
    "I1 no minute is counted twice": f"""SELECT n.id FROM ({NET}) n
        WHERE n.net < coalesce((SELECT sum(minutes) FROM hours_allocation
                                WHERE work_id = n.id), 0) OR n.net < 0""",
    "I2 nothing is taken back that was not given": f"SELECT * FROM ({GIVEN}) g WHERE minutes < 0",
    "I3 a correction says why, and is of a line": """SELECT c.id FROM hours_work c
        JOIN hours_work w ON w.id = c.corrects_id
        WHERE w.corrects_id IS NOT NULL OR c.sheet_id <> w.sheet_id OR c.reason = ''""",
    "I3b what is moved in was taken away elsewhere, once": """SELECT m.id FROM hours_work m
        JOIN hours_work c ON c.id = m.moved_from_id
        WHERE c.corrects_id IS NULL OR c.minutes <> -m.minutes OR m.corrects_id IS NOT NULL
           OR c.participant_id <> m.participant_id OR c.kind <> m.kind OR m.reason = ''
        UNION ALL SELECT max(id) FROM hours_work WHERE moved_from_id IS NOT NULL
            GROUP BY moved_from_id HAVING count(*) > 1""",
    "I4 hours are counted once validated": """SELECT a.id FROM hours_allocation a
        JOIN hours_work w ON w.id = a.work_id JOIN hours_sheet s ON s.id = w.sheet_id
        WHERE s.state <> 'validated'""",
    "I5 the green light comes first": """SELECT w.id FROM hours_work w
        JOIN hirings_hiring h ON h.id = w.hiring_id
        LEFT JOIN participants_verdict v ON v.id = h.verdict_id
        WHERE v.id IS NULL OR NOT v.is_eligible OR v.participant_id <> w.participant_id
           OR h.counts_from >= w.month + interval '1 month'""",
    "I7 both buyers accept": """SELECT a.id FROM hours_allocation a
        JOIN hours_work w ON w.id = a.work_id JOIN hours_sheet s ON s.id = w.sheet_id
        JOIN clauses_commitment m ON m.id IN (s.commitment_id, a.commitment_id)
        JOIN clauses_clause c ON c.id = m.clause_id
        WHERE s.commitment_id <> a.commitment_id AND a.minutes > 0
          AND c.globalisation = 'refused'""",
    "I8 a day has 24 hours": """SELECT coalesce(p.merged_into_id, p.id), d.day FROM hours_workday d
        JOIN participants_participant p ON p.id = d.participant_id
        GROUP BY 1, 2 HAVING sum(d.minutes) > 1440""",
    "I9 a month has 744 hours": """SELECT coalesce(p.merged_into_id, p.id), w.month
        FROM hours_work w JOIN participants_participant p ON p.id = w.participant_id
        GROUP BY 1, 2 HAVING sum(w.minutes) > 44640""",
    "I10 no commitment gets more than it ever owed": """SELECT m.id FROM clauses_commitment m
        JOIN hours_allocation a ON a.commitment_id = m.id
        GROUP BY m.id, m.contract_id, m.due_minutes
        HAVING sum(a.minutes) > greatest(m.due_minutes, (
            SELECT max(due_minutes) FROM procurement_amendment
            WHERE contract_id = m.contract_id),
            CASE WHEN m.due_minutes = 0 THEN max(a.owed_minutes) END)""",
    "I11 counters say what the lines say": f"""
        SELECT n.id FROM ({NET}) n WHERE n.net <> n.net_minutes OR n.allocated_minutes <>
            coalesce((SELECT sum(minutes) FROM hours_allocation WHERE work_id = n.id), 0)
        UNION ALL SELECT g.work_id FROM ({GIVEN}) g
            LEFT JOIN hours_balance b USING (work_id, commitment_id)
            WHERE b.minutes IS DISTINCT FROM g.minutes
        UNION ALL SELECT p.participant_id FROM hours_personmonth p WHERE p.minutes <>
            coalesce((SELECT sum(w.minutes) FROM hours_work w
                JOIN participants_participant o ON o.id = w.participant_id
                WHERE coalesce(o.merged_into_id, o.id) = p.participant_id
                  AND w.month = p.month), 0)
        UNION ALL SELECT d.participant_id FROM hours_personday d WHERE d.minutes <>
            coalesce((SELECT sum(w.minutes) FROM hours_workday w
                JOIN participants_participant o ON o.id = w.participant_id
                WHERE coalesce(o.merged_into_id, o.id) = d.participant_id AND w.day = d.day), 0)
        UNION ALL SELECT s.id FROM hours_sheet s
            WHERE s.state = 'declared' AND s.declared_minutes IS DISTINCT FROM
                coalesce((SELECT sum(minutes) FROM hours_work WHERE sheet_id = s.id), 0)""",
    "I11b a balance says where its hours were worked": """SELECT b.id FROM hours_balance b
        JOIN hours_work w ON w.id = b.work_id JOIN hours_sheet s ON s.id = w.sheet_id
        WHERE b.at_home IS DISTINCT FROM (s.commitment_id = b.commitment_id)""",
}


def broken():
    """Invariant → the rows that break it; empty when all of them hold."""
    found = {}
    with connection.cursor() as cursor:
        for name, question in BROKEN.items():
            cursor.execute(question)
            rows = cursor.fetchall()
            if rows:
                found[name] = rows
    return found
