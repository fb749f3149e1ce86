"""What was proposed and decided stays as it was (reliability, I13 and I14).

The composite key carries the person and the amount of the proposal into its decision, so that the
checks compare what nobody could type. The hours of a proposal are those of the ledger.
"""

from django.db import migrations

RAISE = """
ALTER TABLE compliance_decision ADD CONSTRAINT decision_is_of_that_proposal
    FOREIGN KEY (proposal_id, proposer_id, proposed_cents, committee_id)
    REFERENCES compliance_proposal (id, proposed_by_id, amount_cents, committee_id)
    DEFERRABLE INITIALLY IMMEDIATE;

CREATE FUNCTION proposal_counts_what_the_ledger_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    counted bigint;
    facts jsonb := NEW.inputs -> 'facts';
BEGIN
    SELECT coalesce(sum(b.minutes), 0) INTO counted FROM hours_balance b
        JOIN compliance_shortfall s ON s.commitment_id = b.commitment_id
        WHERE s.id = NEW.shortfall_id;
    IF counted IS DISTINCT FROM (facts ->> 'validated_minutes')::bigint
       OR NEW.missing_minutes IS DISTINCT FROM (facts ->> 'due_minutes')::bigint
            - counted - (facts ->> 'exonerated_minutes')::bigint THEN
        RAISE EXCEPTION 'the ledger counts % minutes', counted
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER proposal_counts_what_the_ledger_counts BEFORE INSERT ON compliance_proposal
    FOR EACH ROW EXECUTE FUNCTION proposal_counts_what_the_ledger_counts();

CREATE FUNCTION penalty_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := string_to_array(TG_ARGV[0], ',');
    was jsonb := to_jsonb(OLD);
BEGIN
    IF TG_OP = 'UPDATE' AND (was - free) = (to_jsonb(NEW) - free)
       AND NOT EXISTS (SELECT FROM unnest(free) f WHERE was ->> f IS NOT NULL
                       AND was ->> f IS DISTINCT FROM to_jsonb(NEW) ->> f) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% % is written once', TG_TABLE_NAME, OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'penalty_is_written_once';
END $$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_proposal
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('withdrawn_at');
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_letter
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('received_on');
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_decision
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('');
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_observation
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('');
"""
LOWER = """
DROP TRIGGER written_once ON compliance_observation;
DROP TRIGGER written_once ON compliance_decision;
DROP TRIGGER written_once ON compliance_letter;
DROP TRIGGER written_once ON compliance_proposal;
DROP TRIGGER proposal_counts_what_the_ledger_counts ON compliance_proposal;
DROP FUNCTION penalty_is_written_once, proposal_counts_what_the_ledger_counts;
ALTER TABLE compliance_decision DROP CONSTRAINT decision_is_of_that_proposal;
"""


class Migration(migrations.Migration):
    dependencies = [("compliance", "0001_initial"), ("hours", "0004_hirings_keep_their_hours")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
