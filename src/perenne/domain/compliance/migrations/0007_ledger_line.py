"""A proposal names the last line of the ledger that it counted; its hours are those of the lines
up to that one, and stay so whatever is counted or taken back later (reliability, I13, D2).

The lines of a commitment are written under its lock, so that their numbers follow their order.
"""

from django.db import migrations

RAISE = """
CREATE OR REPLACE FUNCTION proposal_counts_what_the_ledger_counts() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    counted bigint;
    facts jsonb := NEW.inputs -> 'facts';
BEGIN
    SELECT coalesce(sum(a.minutes), 0), coalesce(max(a.id), 0) INTO counted, NEW.ledger_line
        FROM hours_allocation a JOIN compliance_shortfall s ON s.commitment_id = a.commitment_id
        WHERE s.id = NEW.shortfall_id;
    IF counted IS DISTINCT FROM (facts ->> 'validated_minutes')::bigint
       OR NEW.missing_minutes IS DISTINCT FROM (facts ->> 'due_minutes')::bigint
            - counted - (facts ->> 'exonerated_minutes')::bigint THEN
        RAISE EXCEPTION 'the ledger counts % minutes', counted
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_letter
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('received_on,ends_on');
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_observationfile
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('');
"""
LOWER = """
DROP TRIGGER written_once ON compliance_observationfile;
CREATE OR REPLACE TRIGGER written_once BEFORE UPDATE OR DELETE ON compliance_letter
    FOR EACH ROW EXECUTE FUNCTION penalty_is_written_once('received_on');
CREATE OR REPLACE FUNCTION proposal_counts_what_the_ledger_counts() RETURNS trigger
    LANGUAGE plpgsql AS $$
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
"""


class Migration(migrations.Migration):
    dependencies = [("compliance", "0005_reviews_kept"), ("hours", "0014_accords")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
