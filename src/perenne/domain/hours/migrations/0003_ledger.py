"""The ledger keeps its own accounts (reliability, I1 to I4, I8, I9, I19).

Counters stand on the parent row, so that their check is evaluated under its lock, whatever the
isolation. The functions belong to the owner of the tables: the application writes no counter.
Locks are always taken in the same order: sheet, then work, then balance, person day, person month.
"""

from django.db import migrations

WORK = """
CREATE FUNCTION work_keeps_its_net() RETURNS trigger LANGUAGE plpgsql
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
CREATE TRIGGER work_keeps_its_net BEFORE INSERT ON hours_work
    FOR EACH ROW EXECUTE FUNCTION work_keeps_its_net();

CREATE FUNCTION validated_month_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER validated_month_is_closed BEFORE UPDATE OR DELETE ON hours_work
    FOR EACH ROW EXECUTE FUNCTION validated_month_is_closed();

CREATE FUNCTION person_month_is_counted() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.minutes < 0 THEN  -- the check looks at what would be inserted
        UPDATE hours_personmonth SET minutes = minutes + NEW.minutes
            WHERE participant_id = NEW.participant_id AND month = NEW.month;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO hours_personmonth (participant_id, month, minutes)
            VALUES (NEW.participant_id, NEW.month, NEW.minutes)
            ON CONFLICT (participant_id, month)
            DO UPDATE SET minutes = hours_personmonth.minutes + NEW.minutes;
    ELSE
        UPDATE hours_personmonth SET minutes = minutes - OLD.minutes
            WHERE participant_id = OLD.participant_id AND month = OLD.month;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER person_month_is_counted AFTER INSERT OR DELETE ON hours_work
    FOR EACH ROW EXECUTE FUNCTION person_month_is_counted();
"""
DAYS = """
CREATE FUNCTION day_is_of_its_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id
            WHERE w.id = OLD.work_id AND s.state = 'validated';
        IF FOUND OR TG_OP = 'UPDATE' THEN
            RAISE EXCEPTION 'the days of work % are closed', OLD.work_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'validated_month_is_closed';
        END IF;
        RETURN OLD;
    END IF;
    IF NOT EXISTS (SELECT FROM hours_work WHERE id = NEW.work_id
                   AND participant_id = NEW.participant_id
                   AND month = date_trunc('month', NEW.day)::date) THEN
        RAISE EXCEPTION 'day % is not of the month of its line', NEW.day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_of_its_month';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER day_is_of_its_month BEFORE INSERT OR UPDATE OR DELETE ON hours_workday
    FOR EACH ROW EXECUTE FUNCTION day_is_of_its_month();
CREATE FUNCTION person_day_is_counted() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO hours_personday (participant_id, day, minutes)
            VALUES (NEW.participant_id, NEW.day, NEW.minutes)
            ON CONFLICT (participant_id, day)
            DO UPDATE SET minutes = hours_personday.minutes + NEW.minutes;
    ELSE
        UPDATE hours_personday SET minutes = minutes - OLD.minutes
            WHERE participant_id = OLD.participant_id AND day = OLD.day;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER person_day_is_counted AFTER INSERT OR DELETE ON hours_workday
    FOR EACH ROW EXECUTE FUNCTION person_day_is_counted();
"""
SHEETS = """
CREATE FUNCTION validated_sheet_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'validated' AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
        RAISE EXCEPTION 'sheet % is validated', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'validated_month_is_closed';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER validated_sheet_stays BEFORE UPDATE OR DELETE ON hours_sheet
    FOR EACH ROW EXECUTE FUNCTION validated_sheet_stays();
"""
ALLOCATIONS = """
CREATE FUNCTION allocation_is_counted() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    at_home boolean;
    its_state text;
BEGIN
    SELECT s.state, s.commitment_id = NEW.commitment_id INTO its_state, at_home
        FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id
        WHERE w.id = NEW.work_id AND w.corrects_id IS NULL;
    IF its_state IS DISTINCT FROM 'validated' THEN
        RAISE EXCEPTION 'hours are counted once validated'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'hours_are_counted_once_validated';
    END IF;
    IF NEW.minutes > 0 AND NOT at_home AND EXISTS (
        SELECT FROM clauses_commitment m JOIN clauses_clause c ON c.id = m.clause_id
        WHERE c.globalisation = 'refused' AND m.id IN (
            NEW.commitment_id,
            (SELECT s.commitment_id FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id
             WHERE w.id = NEW.work_id))) THEN
        RAISE EXCEPTION 'a buyer refuses the globalisation'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'globalisation_has_two_consents';
    END IF;
    UPDATE hours_work SET allocated_minutes = allocated_minutes + NEW.minutes
        WHERE id = NEW.work_id;
    IF NEW.minutes > 0 THEN
        INSERT INTO hours_balance (work_id, commitment_id, minutes)
            VALUES (NEW.work_id, NEW.commitment_id, NEW.minutes)
            ON CONFLICT (work_id, commitment_id)
            DO UPDATE SET minutes = hours_balance.minutes + NEW.minutes;
    ELSE
        UPDATE hours_balance SET minutes = minutes + NEW.minutes
            WHERE work_id = NEW.work_id AND commitment_id = NEW.commitment_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'nothing to compensate'
                USING ERRCODE = 'check_violation',
                      CONSTRAINT = 'nothing_is_taken_back_that_was_not_given';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER allocation_is_counted AFTER INSERT ON hours_allocation
    FOR EACH ROW EXECUTE FUNCTION allocation_is_counted();
CREATE FUNCTION allocation_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is compensated, never changed'
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER allocation_is_never_changed BEFORE UPDATE OR DELETE ON hours_allocation
    FOR EACH ROW EXECUTE FUNCTION allocation_is_never_changed();
"""
LOWER = """
DROP TRIGGER allocation_is_never_changed ON hours_allocation;
DROP TRIGGER allocation_is_counted ON hours_allocation;
DROP TRIGGER validated_sheet_stays ON hours_sheet;
DROP TRIGGER person_day_is_counted ON hours_workday;
DROP TRIGGER day_is_of_its_month ON hours_workday;
DROP TRIGGER person_month_is_counted ON hours_work;
DROP TRIGGER validated_month_is_closed ON hours_work;
DROP TRIGGER work_keeps_its_net ON hours_work;
DROP FUNCTION allocation_is_never_changed, allocation_is_counted, validated_sheet_stays,
    person_day_is_counted, day_is_of_its_month, person_month_is_counted,
    validated_month_is_closed, work_keeps_its_net;
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0001_initial")]
    operations = [migrations.RunSQL("".join((WORK, DAYS, SHEETS, ALLOCATIONS)), LOWER)]
