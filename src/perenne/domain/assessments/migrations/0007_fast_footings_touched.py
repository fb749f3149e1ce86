"""Whatever moves the footing of a commitment says so: its hours, its names, what was decided.

As in 0003: a line is added, nothing is locked. Contracts say so already; the terms of a clause
that is carried out never change.
"""

from django.db import migrations

RAISE = """
CREATE FUNCTION footing_moves(ones bigint[]) RETURNS void LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS
    'INSERT INTO assessments_touched (commitment_id, moved) SELECT unnest(ones), true';

CREATE FUNCTION footing_of_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(ARRAY[NEW.commitment_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_allocation AFTER INSERT ON hours_allocation
    FOR EACH ROW EXECUTE FUNCTION footing_of_allocation();

CREATE FUNCTION footing_of_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(array_agg(id)) FROM clauses_commitment
        WHERE contract_id = NEW.contract_id HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_party AFTER INSERT OR UPDATE OF name, role ON procurement_party
    FOR EACH ROW EXECUTE FUNCTION footing_of_party();

CREATE FUNCTION footing_of_buyer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(array_agg(m.id)) FROM procurement_contract k
        JOIN clauses_commitment m ON m.contract_id = k.id AND m.closed_on IS NULL
        WHERE k.buyer_id = NEW.id HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_buyer AFTER UPDATE OF name ON organisations_organisation
    FOR EACH ROW WHEN (NEW.kind = 'buyer' AND NEW.name <> OLD.name)
    EXECUTE FUNCTION footing_of_buyer();

CREATE FUNCTION footing_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(array_agg(s.commitment_id)) FROM compliance_proposal p
        JOIN compliance_shortfall s ON s.id = p.shortfall_id
        WHERE p.id = NEW.proposal_id HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_decision AFTER INSERT OR UPDATE ON compliance_decision
    FOR EACH ROW EXECUTE FUNCTION footing_of_decision();
"""
WAITING = """
CREATE INDEX sheets_that_wait ON hours_sheet (committee_id, state, month)
    WHERE state IN ('open', 'declared', 'disputed');
CREATE INDEX hirings_under_way ON hirings_hiring (committee_id, ends_on)
    WHERE state IN ('planned', 'confirmed');
CREATE INDEX files_that_wait ON participants_eligibilityfile (committee_id, state)
    WHERE state IN ('asked', 'lacking');
CREATE INDEX exits_by_day ON participants_exit (committee_id, left_on);
CREATE INDEX clauses_in_the_making ON clauses_clause (committee_id, state)
    WHERE state NOT IN ('in_execution', 'closed', 'dropped');
CREATE INDEX commitments_not_closed ON clauses_commitment (committee_id, contract_id)
    INCLUDE (due_minutes) WHERE closed_on IS NULL;
CREATE INDEX lots_to_come ON procurement_lot (committee_id, state, consultation_id)
    WHERE state IN ('prepared', 'published', 'unsuccessful');
"""
NOT_WAITING = """
DROP INDEX sheets_that_wait, hirings_under_way, files_that_wait, exits_by_day,
    clauses_in_the_making, commitments_not_closed, lots_to_come;
"""
"""What waits for somebody is a small part of what is kept, and desks ask for it alone."""
LOWER = """
DROP TRIGGER footing_of_allocation ON hours_allocation;
DROP TRIGGER footing_of_party ON procurement_party;
DROP TRIGGER footing_of_buyer ON organisations_organisation;
DROP TRIGGER footing_of_decision ON compliance_decision;
DROP FUNCTION footing_of_allocation, footing_of_party, footing_of_buyer, footing_of_decision,
    footing_moves;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0006_fast_footings"),
        ("hours", "0014_accords"),
        ("hirings", "0005_merged_persons"),
        ("participants", "0002_written_once"),
        ("clauses", "0011_answers_stay"),
        ("procurement", "0002_what_can_never_be_true"),
        ("organisations", "0005_keeps_an_admin"),
        ("compliance", "0007_ledger_line"),
    ]
    operations = [migrations.RunSQL(RAISE + WAITING, NOT_WAITING + LOWER)]
