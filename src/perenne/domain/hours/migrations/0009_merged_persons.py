"""A person whose records were merged works 24 hours a day as anybody: they are counted as one.

Lines keep the record on which they were declared. Counters are those of the record that was kept;
when two are merged, what the dropped one worked is added to them, within the same limits (I8, I9).
"""

from django.db import migrations

WHOLE = """
CREATE FUNCTION whole_person(one bigint) RETURNS bigint LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS
    'SELECT coalesce(merged_into_id, id) FROM participants_participant WHERE id = one';
"""
COUNTING = """
CREATE OR REPLACE FUNCTION person_month_is_counted() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.minutes < 0 THEN  -- the check looks at what would be inserted
        UPDATE hours_personmonth SET minutes = minutes + NEW.minutes
            WHERE participant_id = {new} AND month = NEW.month;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO hours_personmonth (participant_id, month, minutes)
            VALUES ({new}, NEW.month, NEW.minutes)
            ON CONFLICT (participant_id, month)
            DO UPDATE SET minutes = hours_personmonth.minutes + NEW.minutes;
    ELSE
        UPDATE hours_personmonth SET minutes = minutes - OLD.minutes
            WHERE participant_id = {old} AND month = OLD.month;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION person_day_is_counted() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO hours_personday (participant_id, day, minutes)
            VALUES ({new}, NEW.day, NEW.minutes)
            ON CONFLICT (participant_id, day)
            DO UPDATE SET minutes = hours_personday.minutes + NEW.minutes;
    ELSE
        UPDATE hours_personday SET minutes = minutes - OLD.minutes
            WHERE participant_id = {old} AND day = OLD.day;
    END IF;
    RETURN NULL;
END $$;
"""
AS_ONE = COUNTING.format(
    new="whole_person(NEW.participant_id)", old="whole_person(OLD.participant_id)"
)
EACH = COUNTING.format(new="NEW.participant_id", old="OLD.participant_id")
MERGED = """
CREATE FUNCTION merged_person_is_counted_as_one() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    before bigint := coalesce(OLD.merged_into_id, OLD.id);
    after bigint := coalesce(NEW.merged_into_id, NEW.id);
BEGIN
    IF before = after THEN
        RETURN NULL;
    END IF;
    UPDATE hours_personmonth c SET minutes = c.minutes - w.minutes
        FROM (SELECT month, sum(minutes) AS minutes FROM hours_work
              WHERE participant_id = NEW.id GROUP BY month) w
        WHERE c.participant_id = before AND c.month = w.month;
    INSERT INTO hours_personmonth (participant_id, month, minutes)
        SELECT after, month, sum(minutes) FROM hours_work
            WHERE participant_id = NEW.id GROUP BY month ORDER BY month
        ON CONFLICT (participant_id, month)
        DO UPDATE SET minutes = hours_personmonth.minutes + EXCLUDED.minutes;
    UPDATE hours_personday c SET minutes = c.minutes - w.minutes
        FROM (SELECT day, sum(minutes) AS minutes FROM hours_workday
              WHERE participant_id = NEW.id GROUP BY day) w
        WHERE c.participant_id = before AND c.day = w.day;
    INSERT INTO hours_personday (participant_id, day, minutes)
        SELECT after, day, sum(minutes) FROM hours_workday
            WHERE participant_id = NEW.id GROUP BY day ORDER BY day
        ON CONFLICT (participant_id, day)
        DO UPDATE SET minutes = hours_personday.minutes + EXCLUDED.minutes;
    RETURN NULL;
END $$;
CREATE TRIGGER merged_person_is_counted_as_one AFTER UPDATE OF merged_into_id
    ON participants_participant FOR EACH ROW EXECUTE FUNCTION merged_person_is_counted_as_one();
"""
LOWER = f"""
DROP TRIGGER merged_person_is_counted_as_one ON participants_participant;
DROP FUNCTION merged_person_is_counted_as_one();
{EACH}
DROP FUNCTION whole_person(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0007_moves"), ("participants", "0002_written_once")]
    operations = [migrations.RunSQL("".join((WHOLE, AS_ONE, MERGED)), LOWER)]
