"""A hiring is confirmed on a verdict of that person that says yes, still stands, and covers it.

The composite key carries the person and the day of the verdict along, so that the check
constraint compares a day that nobody could type (I5).
"""

from django.db import migrations

RAISE = """
ALTER TABLE hirings_hiring ADD CONSTRAINT hiring_verdict_is_of_that_person_and_day
    FOREIGN KEY (verdict_id, participant_id, verified_on, committee_id)
    REFERENCES participants_verdict (id, participant_id, verified_on, committee_id)
    DEFERRABLE INITIALLY IMMEDIATE;
CREATE FUNCTION hiring_has_the_green_light() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given record;
BEGIN
    IF NEW.verdict_id IS NULL OR NEW.counts_from IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.verdict_id, OLD.counts_from)
            IS NOT DISTINCT FROM (NEW.verdict_id, NEW.counts_from) THEN
        RETURN NEW;
    END IF;
    SELECT is_eligible, withdrawn_at, starts_on, ends_on INTO given
        FROM participants_verdict WHERE id = NEW.verdict_id FOR SHARE;
    IF NOT FOUND OR NOT given.is_eligible OR given.withdrawn_at IS NOT NULL
            OR NOT NEW.counts_from BETWEEN given.starts_on AND given.ends_on THEN
        RAISE EXCEPTION 'hiring %: no verdict covers %', NEW.id, NEW.counts_from
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hiring_has_the_green_light BEFORE INSERT OR UPDATE ON hirings_hiring
    FOR EACH ROW EXECUTE FUNCTION hiring_has_the_green_light();
"""
LOWER = """
DROP TRIGGER hiring_has_the_green_light ON hirings_hiring;
DROP FUNCTION hiring_has_the_green_light();
ALTER TABLE hirings_hiring DROP CONSTRAINT hiring_verdict_is_of_that_person_and_day;
"""


class Migration(migrations.Migration):
    dependencies = [("hirings", "0001_initial"), ("participants", "0002_written_once")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
