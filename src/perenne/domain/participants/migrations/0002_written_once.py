"""A verdict is written once: it may be withdrawn, and nothing else of it may change (I6)."""

from django.db import migrations

RAISE = """
CREATE FUNCTION verdict_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE  -- a generated column is not computed yet when this runs
    free CONSTANT text[] := ARRAY['withdrawn_at', 'withdrawn_because', 'verified_on'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.verified_at := statement_timestamp();
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
       OR (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
        RAISE EXCEPTION 'verdict % is written once', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER verdict_is_written_once BEFORE INSERT OR UPDATE OR DELETE
    ON participants_verdict FOR EACH ROW EXECUTE FUNCTION verdict_is_written_once();
"""
LOWER = """
DROP TRIGGER verdict_is_written_once ON participants_verdict;
DROP FUNCTION verdict_is_written_once();
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0001_initial")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
