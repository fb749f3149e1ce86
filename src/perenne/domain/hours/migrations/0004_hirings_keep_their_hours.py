"""A hiring does not end, nor begin to count, so that hours already declared fall outside of it."""

from django.db import migrations

RAISE = """
CREATE FUNCTION hiring_keeps_its_hours() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_day date := coalesce(NEW.ends_on, 'infinity'::date);
BEGIN
    IF (OLD.ends_on, OLD.counts_from) IS NOT DISTINCT FROM (NEW.ends_on, NEW.counts_from) THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM hours_work w WHERE w.hiring_id = NEW.id AND w.net_minutes > 0
               AND (w.month > last_day OR NEW.counts_from IS NULL
                    OR NEW.counts_from >= w.month + interval '1 month'))
       OR EXISTS (SELECT FROM hours_workday d JOIN hours_work w ON w.id = d.work_id
                  WHERE w.hiring_id = NEW.id AND w.net_minutes > 0
                  AND NOT d.day BETWEEN NEW.counts_from AND last_day) THEN
        RAISE EXCEPTION 'hiring %: hours would fall outside of it', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hiring_keeps_its_hours BEFORE UPDATE ON hirings_hiring
    FOR EACH ROW EXECUTE FUNCTION hiring_keeps_its_hours();
"""
LOWER = """
DROP TRIGGER hiring_keeps_its_hours ON hirings_hiring;
DROP FUNCTION hiring_keeps_its_hours();
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0003_ledger"), ("hirings", "0003_green_light")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
