"""Hours move between contracts while both buyers accept it, by the clause or by their answer (I7).

« Case by case » is a refusal until the last answer of the buyer accepts, for the months from the
one it names on. A limit is a share of what is owed when the hours are counted: of the volume as
signed unless the line says what it has become (`owed_minutes`, migration 0007).
"""

from importlib import import_module

from django.db import migrations

before = import_module("perenne.domain.hours.migrations.0003_ledger").ALLOCATIONS
OLD = before[: before.index("CREATE TRIGGER")]
REFUSED = OLD[OLD.index("    IF NEW.minutes > 0 AND NOT at_home AND EXISTS") : OLD.index("    UPDATE hours_work")]
ACCORD = """
CREATE FUNCTION globalisation_share(commitment bigint, month date) RETURNS integer
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE c.globalisation
        WHEN 'accepted' THEN 10000
        WHEN 'capped' THEN c.globalisation_cap_bp
        WHEN 'case_by_case' THEN (
            SELECT CASE a.answer WHEN 'open' THEN 10000 WHEN 'capped' THEN a.cap_bp END
            FROM (SELECT answer, cap_bp, since FROM clauses_globalisationanswer
                  WHERE commitment_id = m.id AND answer <> '' ORDER BY id DESC LIMIT 1) a
            WHERE date_trunc('month', a.since) <= month)
        END
    FROM clauses_commitment m JOIN clauses_clause c ON c.id = m.clause_id
    WHERE m.id = commitment
$$;
CREATE FUNCTION globalisation_is_accepted(given hours_allocation) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    origin bigint;
    its_month date;
    share integer;
    most bigint;
    already bigint;
BEGIN
    SELECT s.commitment_id, w.month INTO origin, its_month
        FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id WHERE w.id = given.work_id;
    share := globalisation_share(given.commitment_id, its_month);
    IF share IS NULL OR globalisation_share(origin, its_month) IS NULL THEN
        RAISE EXCEPTION 'a buyer refuses the globalisation'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'globalisation_has_two_consents';
    END IF;
    IF share = 10000 THEN
        RETURN;
    END IF;
    PERFORM FROM clauses_commitment WHERE id = given.commitment_id FOR NO KEY UPDATE;
    SELECT coalesce(given.owed_minutes, m.due_minutes) INTO most
        FROM clauses_commitment m WHERE m.id = given.commitment_id;
    SELECT coalesce(sum(b.minutes), 0) INTO already
        FROM hours_balance b JOIN hours_work w ON w.id = b.work_id
        JOIN hours_sheet s ON s.id = w.sheet_id
        WHERE b.commitment_id = given.commitment_id AND s.commitment_id <> b.commitment_id;
    IF already + given.minutes > most * share / 10000 THEN
        RAISE EXCEPTION '% minutes from elsewhere, % %% of % are accepted',
            already + given.minutes, share / 100, most
            USING ERRCODE = 'check_violation', CONSTRAINT = 'globalisation_stays_in_its_limit';
    END IF;
END $$;
"""
ASKED = """    IF NEW.minutes > 0 AND NOT at_home THEN
        PERFORM globalisation_is_accepted(NEW);
    END IF;
"""
REPLACE = OLD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
RAISE = ACCORD + REPLACE.replace(REFUSED, ASKED)
LOWER = (
    REPLACE
    + """
DROP FUNCTION globalisation_is_accepted(hours_allocation);
DROP FUNCTION globalisation_share(bigint, date);
"""
)


class Migration(migrations.Migration):
    dependencies = [("hours", "0011_last_lines"), ("clauses", "0011_answers_stay")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
