"""What minutes and certificates said stays as it was sent, whoever writes.

A certificate is inserted with the minutes that the ledger counts up to the line that it names;
afterwards only its state, its last day and its reason change. Minutes that were shared change no
more, nor do their decisions, but for the day on which one was done.
"""

from django.db import migrations

RAISE = """
CREATE FUNCTION certificate_says_what_the_ledger_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    counted bigint;
    total bigint;
    last bigint;
BEGIN
    SELECT coalesce(sum(a.minutes) FILTER (WHERE w.month >= date_trunc('month', NEW.since)), 0),
           coalesce(sum(a.minutes), 0)
        INTO counted, total
        FROM hours_allocation a JOIN hours_work w ON w.id = a.work_id
        WHERE a.commitment_id = NEW.commitment_id AND w.month <= NEW.until;
    SELECT coalesce(max(id), 0) INTO last FROM hours_allocation
        WHERE commitment_id = NEW.commitment_id;
    IF (NEW.counted_minutes, NEW.total_minutes, NEW.ledger_line) IS DISTINCT FROM
       (counted, total, last) THEN
        RAISE EXCEPTION 'the ledger counts % and % minutes up to its line %', counted, total, last
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_says_what_the_ledger_counts BEFORE INSERT ON compliance_certificate
    FOR EACH ROW EXECUTE FUNCTION certificate_says_what_the_ledger_counts();

CREATE FUNCTION certificate_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := ARRAY['state', 'closed_on', 'reason'];
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_on IS NULL
       AND (to_jsonb(OLD) - free) = (to_jsonb(NEW) - free) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'certificate % is written once', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER certificate_is_written_once BEFORE UPDATE OR DELETE ON compliance_certificate
    FOR EACH ROW EXECUTE FUNCTION certificate_is_written_once();

CREATE FUNCTION minutes_shared_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'shared' THEN
        RAISE EXCEPTION 'the minutes of review % were shared', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER minutes_shared_stay BEFORE UPDATE OR DELETE ON compliance_review
    FOR EACH ROW EXECUTE FUNCTION minutes_shared_stay();

CREATE FUNCTION decisions_shared_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    line record := coalesce(NEW, OLD);
BEGIN
    IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - 'done_on') = (to_jsonb(NEW) - 'done_on') THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM compliance_review WHERE id = line.review_id AND state = 'shared') THEN
        RAISE EXCEPTION 'the minutes of review % were shared', line.review_id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN line;
END $$;
CREATE TRIGGER decisions_shared_stay BEFORE INSERT OR UPDATE OR DELETE
    ON compliance_reviewdecision FOR EACH ROW EXECUTE FUNCTION decisions_shared_stay();
"""
LOWER = """
DROP TRIGGER decisions_shared_stay ON compliance_reviewdecision;
DROP TRIGGER minutes_shared_stay ON compliance_review;
DROP TRIGGER certificate_is_written_once ON compliance_certificate;
DROP TRIGGER certificate_says_what_the_ledger_counts ON compliance_certificate;
DROP FUNCTION decisions_shared_stay, minutes_shared_stay, certificate_is_written_once,
    certificate_says_what_the_ledger_counts;
"""


class Migration(migrations.Migration):
    dependencies = [("compliance", "0002_written_once"), ("hours", "0003_ledger")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
