"""The same penalties by PostgreSQL alone: integers, and no line of `rules/penalties`.

Each amount is a fraction of two whole numbers; one rounding, half up, comes at the end.
"""

AMOUNTS = """
WITH kept AS (
    SELECT p.id, p.shortfall_id, p.ledger_line, p.made_at, p.proposed_on, s.commitment_id,
        p.gross_cents, p.amount_cents, p.missing_minutes,
        p.inputs #>> '{tariff,formula}' AS formula,
        (p.inputs #>> '{tariff,rate_cents}')::numeric AS rate,
        (p.inputs #>> '{tariff,times_basis_points}')::numeric AS times,
        (p.inputs #>> '{tariff,part_basis_points}')::numeric AS part,
        (p.inputs #>> '{tariff,cap_basis_points}')::numeric AS cap,
        (p.inputs #>> '{tariff,exempt_up_to_cents}')::numeric AS exempt,
        p.inputs #> '{tariff,brackets}' AS brackets,
        (p.inputs #>> '{facts,due_minutes}')::numeric AS due,
        (p.inputs #>> '{facts,validated_minutes}')::numeric AS validated,
        (p.inputs #>> '{facts,exonerated_minutes}')::numeric AS exonerated,
        (p.inputs #>> '{facts,reference_cents}')::numeric AS reference,
        (p.inputs #>> '{facts,contract_amount_cents}')::numeric AS contract,
        (p.inputs #>> '{facts,earlier_cents}')::numeric AS earlier
    FROM compliance_proposal p JOIN compliance_shortfall s ON s.id = p.shortfall_id
), lacking AS (
    SELECT *, greatest(0, due - validated - exonerated) AS missing FROM kept
), stepped AS (
    SELECT l.id, sum(greatest(0, least(l.missing * 10000, coalesce(b.bound * l.due,
            l.missing * 10000)) - least(l.missing * 10000, coalesce(b.below * l.due, 0)))
            * b.times) AS weighed
    FROM lacking l CROSS JOIN LATERAL (
        SELECT (one ->> 'up_to_basis_points')::numeric AS bound,
            (one ->> 'times_basis_points')::numeric AS times,
            lag((one ->> 'up_to_basis_points')::numeric) OVER (ORDER BY place) AS below
        FROM jsonb_array_elements(l.brackets) WITH ORDINALITY AS told (one, place)) b
    GROUP BY l.id
), exact AS (
    SELECT l.*,
        CASE l.formula
            WHEN 'per_hour' THEN l.missing * l.rate
            WHEN 'share_of_amount' THEN l.contract * l.part * l.missing
            WHEN 'progressive' THEN coalesce(s.weighed, 0) * l.rate
            ELSE l.missing * l.times * l.reference END AS above,
        CASE l.formula
            WHEN 'per_hour' THEN 60
            WHEN 'share_of_amount' THEN 10000 * greatest(1, l.due)
            WHEN 'progressive' THEN 60 * 10000::numeric * 10000
            ELSE 60 * 10000 END AS under
    FROM lacking l LEFT JOIN stepped s ON s.id = l.id
), capped AS (
    SELECT *, greatest(0, contract * cap - earlier * 10000) AS room,
        cap IS NOT NULL AND above * 10000 > greatest(0, contract * cap - earlier * 10000) * under
            AS is_capped
    FROM exact
), found AS (
    SELECT *, div(2 * above + under, 2 * under) AS gross,
        CASE WHEN is_capped THEN div(2 * room + 10000, 20000)
             ELSE div(2 * above + under, 2 * under) END AS before
    FROM capped
)
SELECT *, CASE WHEN before > 0 AND exempt IS NOT NULL AND before + earlier <= exempt THEN 0
               ELSE before END AS amount,
    (SELECT coalesce(sum(a.minutes), 0) FROM hours_allocation a
     WHERE a.commitment_id = found.commitment_id AND a.id <= found.ledger_line) AS by_line,
    (SELECT coalesce(sum(a.minutes), 0) FROM hours_allocation a
     WHERE a.commitment_id = found.commitment_id AND a.made_at <= found.made_at) AS by_moment,
    (SELECT coalesce(sum(a.minutes), 0) FROM hours_allocation a
     WHERE a.commitment_id = found.commitment_id) AS today,
    (SELECT sum(d.amount_cents) FROM compliance_decision d
        JOIN compliance_proposal q ON q.id = d.proposal_id
        JOIN compliance_shortfall t ON t.id = q.shortfall_id
        JOIN clauses_commitment m ON m.id = t.commitment_id
     WHERE q.id < found.id AND m.contract_id = (SELECT c.contract_id FROM clauses_commitment c
                                                WHERE c.id = found.commitment_id)) AS decided
FROM found ORDER BY id
"""
KNOWN = """
SELECT p.id, p.measured_on, min(m.month)::date - 1 AS known
FROM compliance_proposal p JOIN compliance_shortfall s ON s.id = p.shortfall_id
CROSS JOIN generate_series(date_trunc('month', p.proposed_on - 44), p.proposed_on,
                           interval '1 month') m (month)
LEFT JOIN LATERAL (
    SELECT count(*) AS sheets, count(*) FILTER (WHERE h.validated_at <= p.made_at) AS validated,
        array_agg(t.siret) AS sirets
    FROM hours_sheet h JOIN hours_statement t ON t.id = h.statement_id
    WHERE h.commitment_id = s.commitment_id AND h.month = m.month AND t.opened_at <= p.made_at
) told ON true
WHERE m.month + interval '1 month' > p.proposed_on
   OR told.sheets = 0 OR told.validated < told.sheets
   OR EXISTS (SELECT FROM clauses_commitmentshare c JOIN procurement_party q ON q.id = c.party_id
              WHERE c.commitment_id = s.commitment_id AND c.state = 'accepted'
                AND q.siret <> ALL (told.sirets))
GROUP BY p.id ORDER BY p.id
"""
"""The last day whose hours were known: the eve of the first month, of those that had not had their
45 days, which was not over or of which something was still awaited."""
REFERENCES = {
    "per_hour_ceiling": (("2023-01-01", 2_700), ("2024-01-01", 2_900), ("2026-01-01", 3_000)),
    "per_hour_wage": (
        ("2023-05-01", 1_152), ("2024-01-01", 1_165), ("2024-11-01", 1_188), ("2026-01-01", 1_202),
    ),
}  # fmt: skip
"""Typed again from the orders: the hourly ceiling of social security, the minimum wage."""
DECISIONS = """
SELECT d.id, d.outcome, d.amount_cents, p.amount_cents AS proposed,
    d.proposer_id = d.decided_by_id AS alone, d.proposer_id <> p.proposed_by_id AS stranger
FROM compliance_decision d JOIN compliance_proposal p ON p.id = d.proposal_id
"""
