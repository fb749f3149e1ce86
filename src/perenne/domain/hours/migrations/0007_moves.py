"""Hours declared on the wrong month or contract are moved, a line for a line (I3, I4).

A line that is moved in is added to its sheet whether that one is validated or not, because another
line took exactly its minutes away, of the same person and kind. Nobody takes it off: a company
that declares again keeps it, and a correction compensates it like any other.
"""

from django.db import migrations

RAISE = """
CREATE OR REPLACE FUNCTION work_keeps_its_net() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    its_sheet record;
BEGIN
    SELECT state, month INTO its_sheet FROM hours_sheet WHERE id = NEW.sheet_id FOR SHARE;
    IF its_sheet.month IS DISTINCT FROM NEW.month THEN
        RAISE EXCEPTION 'work of another month than its sheet'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_is_of_the_month_of_its_sheet';
    END IF;
    IF NOT EXISTS (SELECT FROM hirings_hiring WHERE id = NEW.hiring_id
                   AND participant_id = NEW.participant_id
                   AND counts_from <= coalesce(ends_on, 'infinity'::date)
                   AND counts_from < NEW.month + interval '1 month'
                   AND coalesce(ends_on, 'infinity'::date) >= NEW.month) THEN
        RAISE EXCEPTION 'no green light for the hiring % in %', NEW.hiring_id, NEW.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_comes_after_the_green_light';
    END IF;
    NEW.allocated_minutes := 0;
    IF NEW.moved_from_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM hours_work c WHERE c.id = NEW.moved_from_id AND c.corrects_id IS NOT NULL
            AND c.minutes = -NEW.minutes AND c.participant_id = NEW.participant_id
            AND c.kind = NEW.kind) THEN
        RAISE EXCEPTION 'nothing was taken away elsewhere for these minutes'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'moved_minutes_were_taken_away';
    END IF;
    IF NEW.corrects_id IS NULL THEN
        IF NEW.moved_from_id IS NULL AND its_sheet.state = 'validated' THEN
            RAISE EXCEPTION 'the month % is validated', NEW.month
                USING ERRCODE = 'check_violation', CONSTRAINT = 'validated_month_is_closed';
        END IF;
        NEW.net_minutes := NEW.minutes;
    ELSE
        NEW.net_minutes := 0;
        UPDATE hours_work SET net_minutes = net_minutes + NEW.minutes
            WHERE id = NEW.corrects_id AND corrects_id IS NULL
              AND sheet_id = NEW.sheet_id AND hiring_id = NEW.hiring_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'only a line of the same sheet and hiring can be corrected'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_is_of_a_line';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION validated_month_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_state text;
BEGIN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'net_minutes' - 'allocated_minutes')
                          = (to_jsonb(OLD) - 'net_minutes' - 'allocated_minutes') THEN
        IF pg_trigger_depth() < 2 THEN
            RAISE EXCEPTION 'counters are kept by triggers alone'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'counters_are_not_written';
        END IF;
        RETURN NEW;
    END IF;
    SELECT state INTO its_state FROM hours_sheet WHERE id = OLD.sheet_id FOR SHARE;
    IF its_state = 'validated' OR TG_OP = 'UPDATE' OR OLD.corrects_id IS NOT NULL
       OR OLD.moved_from_id IS NOT NULL THEN
        RAISE EXCEPTION 'work % is corrected by another line', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'validated_month_is_closed';
    END IF;
    RETURN OLD;
END $$;
"""
LOWER = """
CREATE OR REPLACE FUNCTION work_keeps_its_net() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    its_sheet record;
BEGIN
    SELECT state, month INTO its_sheet FROM hours_sheet WHERE id = NEW.sheet_id FOR SHARE;
    IF its_sheet.month IS DISTINCT FROM NEW.month THEN
        RAISE EXCEPTION 'work of another month than its sheet'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_is_of_the_month_of_its_sheet';
    END IF;
    IF NOT EXISTS (SELECT FROM hirings_hiring WHERE id = NEW.hiring_id
                   AND participant_id = NEW.participant_id
                   AND counts_from <= coalesce(ends_on, 'infinity'::date)
                   AND counts_from < NEW.month + interval '1 month'
                   AND coalesce(ends_on, 'infinity'::date) >= NEW.month) THEN
        RAISE EXCEPTION 'no green light for the hiring % in %', NEW.hiring_id, NEW.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_comes_after_the_green_light';
    END IF;
    NEW.allocated_minutes := 0;
    IF NEW.corrects_id IS NULL THEN
        IF its_sheet.state = 'validated' THEN
            RAISE EXCEPTION 'the month % is validated', NEW.month
                USING ERRCODE = 'check_violation', CONSTRAINT = 'validated_month_is_closed';
        END IF;
        NEW.net_minutes := NEW.minutes;
    ELSE
        NEW.net_minutes := 0;
        UPDATE hours_work SET net_minutes = net_minutes + NEW.minutes
            WHERE id = NEW.corrects_id AND corrects_id IS NULL
              AND sheet_id = NEW.sheet_id AND hiring_id = NEW.hiring_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'only a line of the same sheet and hiring can be corrected'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_is_of_a_line';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION validated_month_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_state text;
BEGIN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'net_minutes' - 'allocated_minutes')
                          = (to_jsonb(OLD) - 'net_minutes' - 'allocated_minutes') THEN
        IF pg_trigger_depth() < 2 THEN
            RAISE EXCEPTION 'counters are kept by triggers alone'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'counters_are_not_written';
        END IF;
        RETURN NEW;
    END IF;
    SELECT state INTO its_state FROM hours_sheet WHERE id = OLD.sheet_id FOR SHARE;
    IF its_state = 'validated' OR TG_OP = 'UPDATE' OR OLD.corrects_id IS NOT NULL THEN
        RAISE EXCEPTION 'work % is corrected by another line', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'validated_month_is_closed';
    END IF;
    RETURN OLD;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0004_hirings_keep_their_hours")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
