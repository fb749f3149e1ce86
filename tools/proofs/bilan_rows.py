"""The sentences that make the world of the proof of bilans: see `bilan_world`."""

WORLD = """
INSERT INTO territories_epci (code, name)
SELECT (200000000 + n)::text, 'Intercommunalité ' || n FROM generate_series(1, {epcis}) n
ON CONFLICT DO NOTHING;
INSERT INTO territories_commune (insee_code, name, folded, department_code, postcodes, epci_id)
SELECT 'Z' || lpad(n::text, 4, '0'), 'Commune ' || n, 'commune ' || n, '77', '{{77000}}',
       CASE WHEN n % 20 > 0 THEN (200000000 + 1 + n % {epcis})::text END
FROM generate_series(1, 400) n;

INSERT INTO organisations_organisation (id, kind, name, buyer_kind, structure_kind,
    prescriber_kind, legal_nature, address, email, phone, state, reason, commune_id)
SELECT 1000 + n, 'buyer', 'Acheteur ' || n, 'local_authority', '', '', '', '', '', '',
       'verified', '',
       CASE WHEN n % 10 > 0 THEN 'Z' || lpad((1 + n % 400)::text, 4, '0') END
FROM generate_series(1, {buyers}) n
UNION ALL
SELECT 100 + n, 'facilitator', 'Facilitateur ' || n, '', '', '', '', '', '', '', 'verified', '',
       NULL FROM generate_series(1, {facilitators}) n
UNION ALL
SELECT 100000 + n, 'company', 'Entreprise ' || n, '', '', '', '', '', '', '', 'verified', '',
       NULL FROM generate_series(1, {companies}) n;

CREATE UNLOGGED TABLE drawn_contract AS
SELECT n AS id, 1001 + floor({buyers} * random() ^ 3)::int AS buyer,
       101 + floor({facilitators} * random() ^ 1.5)::int AS facilitator,
       1 + floor({companies} * random() ^ 2)::int AS company,
       ('2017-01-01'::date + (floor(random() * 118) || ' months')::interval)::date AS starts_on,
       6 + floor(random() * 30)::int AS months, random() AS fate, random() AS more
FROM generate_series(1, {contracts}) n;
ALTER TABLE drawn_contract ADD PRIMARY KEY (id), ADD COLUMN closed_on date;
UPDATE drawn_contract SET closed_on = (starts_on + (months + 2 || ' months')::interval)::date
WHERE starts_on + (months + 2 || ' months')::interval <= '2026-11-26' AND fate < 0.99;
INSERT INTO procurement_consultation (id, buyer_id, facilitator_id, object, reference)
SELECT id, buyer, facilitator, 'Travaux', '' FROM drawn_contract;
INSERT INTO procurement_lot (id, consultation_id, number, object, cpv, segment, state,
    published_on, reason)
SELECT id, id, '', 'Travaux', '',
       CASE WHEN id % 12 = 0 THEN '' ELSE (ARRAY['works', 'works', 'works', 'cleaning',
            'green_spaces', 'security', 'waste', 'catering', 'reception', 'engineering'])
            [1 + floor(more * 10)] END,
       'awarded', starts_on - 60, ''
FROM drawn_contract;
INSERT INTO procurement_contract (id, lot_id, buyer_id, facilitator_id, reference, object, cpv,
    form, liability, state, amount_cents, months, renewals, renewal_months, signed_on,
    notified_on, starts_on, reason)
SELECT id, id, buyer, facilitator, 'M' || id, 'Travaux n° ' || id, '', 'ordinary', 'none',
       'notified', 100000000, months, 0, 0, starts_on, starts_on, starts_on, ''
FROM drawn_contract;
INSERT INTO procurement_party (id, contract_id, role, name, siret, email, organisation_id)
SELECT id, id, 'lead', 'Entreprise ' || company, lpad(company::text, 9, '4') || '00012', '',
       100000 + company FROM drawn_contract;
INSERT INTO procurement_party (id, contract_id, role, principal_id, name, siret, email,
    organisation_id)
SELECT 10000000 + id, id, 'subcontractor', id, 'Entreprise ' || (1 + (company * 7) % {companies}),
       lpad((1 + (company * 7) % {companies})::text, 9, '4') || '00020', '',
       100001 + (company * 7) % {companies}
FROM drawn_contract WHERE more < 0.15;
INSERT INTO clauses_clause (id, lot_id, buyer_id, facilitator_id, state, amount_cents,
    labour_share_bp, effort_rate_bp, hourly_cost_cents, computed_minutes, due_minutes, reason,
    calibrated_on, version, drop_reason, basis, reserved_to, ccag, publics, criterion,
    globalisation, consent_function, penalty_formula, penalty_brackets, statement_rhythm,
    statement_day, ccap_article, first_contact_days, kick_off_days, review_months,
    assessment_months, final_assessment_months, formal_notice_days, entitlement_months,
    volume_kind, trigger_cents, by_whole_steps, recalculation, covers_renewals, penalty_cents)
SELECT id, id, buyer, facilitator,
       CASE WHEN closed_on IS NULL THEN 'in_execution' ELSE 'closed' END,
       100000000, 5000, 500, 3000, 50000,
       60 * (200 + id % 1800), '', starts_on - 90, 1, '', 'performance_condition', '', 'fcs',
       'open_list', '[]', 'accepted', '', 'per_hour', '[]', 'monthly', 12, 10, 14, 30, 6, 6, 3,
       15, 24, 'fixed', 0, false, 'never', true, 4500
FROM drawn_contract;
INSERT INTO clauses_commitment (id, clause_id, contract_id, state, due_minutes, opened_on,
    kicked_off_on, closed_on)
SELECT id, id, id, CASE WHEN closed_on IS NULL THEN 'running' ELSE 'closed' END,
       60 * (200 + id % 1800), starts_on, starts_on, closed_on
FROM drawn_contract;
INSERT INTO clauses_commitmentshare (id, commitment_id, party_id, minutes, state, reason,
    proposed_on, answered_on, seed, token_print)
SELECT id, id, id, 60 * (200 + id % 1800), 'accepted', '', starts_on, starts_on, '', ''
FROM drawn_contract;
INSERT INTO clauses_commitmentshare (id, commitment_id, party_id, parent_id, minutes, state,
    reason, proposed_on, answered_on, seed, token_print)
SELECT 10000000 + id, id, 10000000 + id, id, 20 * (200 + id % 1800) + id % 7,
       CASE WHEN id % 3 = 0 AND starts_on > '2026-08-01' THEN 'proposed' ELSE 'accepted' END, '',
       starts_on, starts_on, '', ''
FROM drawn_contract WHERE more < 0.15;
INSERT INTO procurement_amendment (contract_id, number, signed_on, effective_on, due_minutes,
    subject)
SELECT id, number, starts_on + 90 * number, starts_on + 100 * number,
       60 * (200 + (id * 7 + number) % 1800), 'Volume'
FROM drawn_contract CROSS JOIN generate_series(1, 2) number WHERE fate BETWEEN 0.2 AND 0.28;

CREATE UNLOGGED TABLE drawn_person AS
SELECT n AS id, random() AS sexed, random() AS aged, random() AS lives, random() AS told,
       random() AS taught, random() AS grounded, random() AS left_it
FROM generate_series(1, {persons}) n;
INSERT INTO participants_participant (id, code, first_name, last_name, folded_name, born_on, sex,
    email, phone, commune_id, merged_into_id, erased_on)
SELECT id, 'P' || id, 'A', 'B', 'b a',
       CASE WHEN id % 50 > 0 THEN '2008-01-01'::date - floor(aged * aged * 16000)::int END,
       CASE WHEN sexed < 0.05 THEN '' WHEN sexed < 0.30 THEN 'woman' ELSE 'man' END, '', '',
       CASE WHEN lives > 0.05 THEN 'Z' || lpad((1 + floor(lives * 399))::int::text, 4, '0') END,
       CASE WHEN id % 100 = 7 THEN id - 1 END, CASE WHEN id % 50 = 0 THEN '2026-01-01'::date END
FROM drawn_person;
INSERT INTO participants_eligibilityfile (id, participant_id, facilitator_id, hire_on, state,
    situation, claimed, lacking, reason)
SELECT id, id, 101 + id % {facilitators}, '2020-01-01', 'confirmed',
       CASE WHEN told < 0.1 THEN '{{}}'::jsonb ELSE jsonb_build_object('in_qpv', told > 0.8) END ||
       CASE WHEN taught < 0.2 THEN '{{}}'::jsonb
            ELSE jsonb_build_object('diploma_level', floor(taught * 9)) END, '{{}}', '[]', ''
FROM drawn_person;
INSERT INTO participants_verdict (id, file_id, participant_id, is_eligible, ground, certified,
    starts_on, ends_on, decided_by_id, withdrawn_because)
SELECT id, id, id, true, (ARRAY['DELD', 'RSA', 'QPV', 'JEUNE_NQ', 'SENIOR', 'TH', 'REFUGIE',
       'DETLD'])[1 + floor(grounded * 8)], true, '2015-01-01', '2030-01-01', 101, ''
FROM drawn_person;
INSERT INTO participants_exit (participant_id, left_on, situation)
SELECT id, '2018-01-01'::date + floor(random() * 3200)::int,
       (ARRAY['permanent', 'long_fixed_term', 'short_fixed_term', 'training', 'job_seeking',
              'unknown', 'work_study'])[1 + floor(random() * 7)]
FROM drawn_person WHERE left_it < 0.4;
INSERT INTO participants_followup (exit_id, months, asked_on, situation)
SELECT id, months, (left_on + (months || ' months')::interval)::date, 'permanent'
FROM participants_exit CROSS JOIN (VALUES (3), (6), (12)) step (months)
WHERE id % 50 > 0 AND left_on + (months || ' months')::interval < '2026-11-26';

CREATE UNLOGGED TABLE drawn_hiring AS
SELECT n AS id, 1 + floor({persons} * random())::int AS person,
       1 + floor({contracts} * random())::int AS contract, random() AS since,
       1 + floor(random() * 15)::int AS lasts, random() AS how, random() AS fate
FROM generate_series(1, {hirings}) n;
INSERT INTO hirings_hiring (id, participant_id, commitment_id, party_id, employer_name,
    employer_siret, modality, shape, structure, job_title, rome, tutor, weekly_minutes, starts_on,
    ends_on, state, verdict_id, verified_on, counts_from, regularised_because, reason)
SELECT h.id, h.person, h.contract,
       CASE WHEN c.more < 0.15 AND h.id % 3 = 0 THEN 10000000 + h.contract ELSE h.contract END,
       'Employeur', CASE WHEN how < 0.5 THEN lpad(c.company::text, 9, '4') || '00012'
                         ELSE lpad((1 + h.id % 300)::text, 9, '5') || '00017' END,
       (ARRAY['EMB_CDI', 'EMB_CDD', 'EMB_CDD', 'EMB_APP', 'EMB_PRO', 'MAD_ETTI', 'MAD_ETTI',
              'MAD_AI', 'MAD_GEIQ', 'ST_EI'])[1 + floor(how * 10)],
       (ARRAY['CDI', 'CDD', 'CDD', 'APPRENTISSAGE', 'PROFESSIONNALISATION', 'MISSION', 'MISSION',
              'CDD_USAGE', 'PROFESSIONNALISATION', 'CDDI'])[1 + floor(how * 10)],
       (ARRAY['', '', '', '', '', 'ETTI', 'ETTI', 'AI', 'GEIQ', 'EI'])[1 + floor(how * 10)],
       'Maçon', '', '', 2100, s.starts_on + h.id % 20,
       CASE WHEN h.fate > 0.1 THEN (s.starts_on + (lasts || ' months')::interval)::date - 1
                                   + h.id % 25 END,
       CASE WHEN h.fate > 0.1 AND (s.starts_on + (lasts || ' months')::interval)::date - 1
                                  + h.id % 25 < '2026-11-20' THEN 'ended' ELSE 'confirmed' END,
       h.person, '2015-01-01', s.starts_on + h.id % 20, 'Fait le jour dit.', ''
FROM drawn_hiring h JOIN drawn_contract c ON c.id = h.contract
CROSS JOIN LATERAL (SELECT (c.starts_on + (floor(h.since * c.months) || ' months')::interval)::date
                    AS starts_on) s;

CREATE UNLOGGED TABLE drawn_work AS
SELECT row_number() OVER () AS id, h.id AS hiring, h.participant_id AS person,
       h.commitment_id AS commitment, p.siret,
       (date_trunc('month', h.starts_on) + (n || ' months')::interval)::date AS month,
       random() AS kind, 600 + floor(random() * 8400)::int AS minutes, random() AS fate
FROM hirings_hiring h JOIN drawn_hiring d ON d.id = h.id
JOIN procurement_party p ON p.id = h.party_id CROSS JOIN LATERAL generate_series(0, d.lasts) n
WHERE h.starts_on + (n || ' months')::interval < '2026-11-01';
INSERT INTO hours_statement (siret, month) SELECT DISTINCT siret, month FROM drawn_work;
INSERT INTO hours_sheet (statement_id, commitment_id, facilitator_id, month, state, is_nil,
    declared_at, declared_minutes, validated_at, reason)
SELECT s.id, w.commitment, c.facilitator, s.month,
       CASE WHEN waits THEN 'declared' ELSE 'validated' END, false, s.month + 40, 0,
       CASE WHEN NOT waits THEN s.month + 50 END, ''
FROM (SELECT DISTINCT siret, month, commitment FROM drawn_work) w
JOIN hours_statement s USING (siret, month) JOIN drawn_contract c ON c.id = w.commitment
CROSS JOIN LATERAL (SELECT CASE WHEN s.month >= '2026-10-01' THEN w.commitment % 4 > 0
                    WHEN s.month >= '2026-09-01' THEN w.commitment % 10 = 0
                    ELSE w.commitment % 4000 = 40 END AS waits) w2;
INSERT INTO hours_statement (siret, month) SELECT DISTINCT lpad(company::text, 9, '4') || '00012',
    '2026-10-01'::date FROM drawn_contract WHERE closed_on IS NULL AND id % 9 = 0
ON CONFLICT DO NOTHING;
INSERT INTO hours_sheet (statement_id, commitment_id, facilitator_id, month, state, is_nil,
    reason)
SELECT s.id, c.id, c.facilitator, s.month, 'open', false, '' FROM drawn_contract c
JOIN hours_statement s ON s.siret = lpad(c.company::text, 9, '4') || '00012'
    AND s.month = '2026-10-01'
WHERE c.closed_on IS NULL AND c.id % 9 = 0 ON CONFLICT DO NOTHING;
ANALYZE hours_statement;
ANALYZE hours_sheet;
CREATE UNLOGGED TABLE made_work AS
SELECT w.*, sh.id AS sheet, sh.state, CASE WHEN w.id % 100 = 3 THEN 120 ELSE 0 END AS less
FROM drawn_work w JOIN hours_statement st ON st.siret = w.siret AND st.month = w.month
JOIN hours_sheet sh ON sh.statement_id = st.id AND sh.commitment_id = w.commitment;
INSERT INTO hours_work (id, sheet_id, hiring_id, participant_id, month, kind, minutes, reason,
    source, external_id, net_minutes, recorded_at, allocated_minutes)
SELECT id, sheet, hiring, person, month,
       (ARRAY['TRAVAIL', 'FORMATION_INTERNE', 'FORMATION_EXTERNE', 'HEURES_SUPPLEMENTAIRES'])
       [greatest(1, floor(kind * 40)::int - 35)], minutes, '', 'screen', '',
       minutes - less, month + 36,
       CASE WHEN state = 'validated' AND fate > 0.07
            THEN CASE WHEN fate < 0.1 THEN 60 ELSE minutes - less END ELSE 0 END
FROM made_work;
INSERT INTO hours_work (id, sheet_id, hiring_id, participant_id, month, kind, corrects_id, minutes,
    reason, source, external_id, net_minutes, recorded_at, allocated_minutes)
SELECT 100000000 + id, sheet, hiring, person, month, 'TRAVAIL', id, -less, 'Corrigé deux heures.',
       'screen', '', 0, month + 70, 0 FROM made_work WHERE less > 0;
UPDATE hours_sheet s SET declared_minutes = w.minutes FROM (
    SELECT sheet, sum(minutes - less) AS minutes FROM made_work WHERE state = 'declared' GROUP BY 1
) w WHERE w.sheet = s.id;

CREATE UNLOGGED TABLE drawn_flow AS
SELECT w.id AS work, w.commitment AS home, w.minutes - w.less AS net, w.fate,
       (SELECT o.id FROM drawn_contract o WHERE o.id = 1 + (w.commitment * 31) % {contracts})
       AS other
FROM made_work w WHERE w.state = 'validated' AND w.fate > 0.07;
INSERT INTO hours_allocation (work_id, commitment_id, minutes, reason)
SELECT work, home, CASE WHEN fate < 0.1 THEN 60 WHEN fate < 0.2 AND other <> home
                        THEN net - net / 3 ELSE net END, '' FROM drawn_flow
UNION ALL
SELECT work, other, net / 3, 'Globalisation.' FROM drawn_flow
WHERE fate >= 0.1 AND fate < 0.2 AND other <> home
UNION ALL
SELECT work, other, 30, 'Globalisation.' FROM drawn_flow WHERE fate > 0.99 AND other <> home
UNION ALL
SELECT work, other, -30, 'Globalisation annulée.' FROM drawn_flow WHERE fate > 0.99
AND other <> home;
INSERT INTO hours_balance (work_id, commitment_id, minutes, at_home)
SELECT a.work_id, a.commitment_id, sum(a.minutes), a.commitment_id = f.home
FROM hours_allocation a JOIN drawn_flow f ON f.work = a.work_id GROUP BY 1, 2, f.home;

INSERT INTO compliance_shortfall (id, commitment_id, opened_on, measured_on, expected_minutes,
    counted_minutes, state, reason)
SELECT id, id, starts_on + 300, starts_on + 300, 6000, 0, 'decided', ''
FROM drawn_contract WHERE id % 40 = 1;
INSERT INTO people_person (id, password, email, full_name, phone, is_active)
SELECT n, '', 'personne' || n || '@example.org', 'Personne', '', true FROM generate_series(1, 2) n;
INSERT INTO compliance_proposal (id, shortfall_id, inputs, version, gross_cents, amount_cents,
    missing_minutes, measured_on, reasons, proposed_by_id, proposed_on)
SELECT id, id, '{{"facts": {{"exonerated_minutes": 0}}}}', 1, 500000, 500000, 6000,
       starts_on + 300, '[]', 1, starts_on + 320
FROM drawn_contract WHERE id % 40 = 1;
INSERT INTO compliance_decision (id, proposal_id, proposer_id, proposed_cents, outcome,
    amount_cents, motive, decided_by_id, decided_on)
SELECT id, id, 1, 500000, 'reduced', 1000 + id % 300000, 'Difficultés reconnues.', 2,
       starts_on + 340 FROM drawn_contract WHERE id % 40 = 1;
INSERT INTO compliance_pacealert (commitment_id, level, code, opened_on, expected_minutes,
    counted_minutes)
SELECT id, 1 + id % 2, 'behind', '2026-11-10', 6000, 100 FROM drawn_contract
WHERE closed_on IS NULL AND id % 25 = 0;
DROP TABLE drawn_work, made_work, drawn_flow, drawn_hiring, drawn_person, drawn_contract
"""
