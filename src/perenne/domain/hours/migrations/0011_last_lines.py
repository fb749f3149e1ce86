"""No commitment gets more than it owes, no month without hours keeps any, whoever writes (I10).

What a commitment owes is computed above, from its contract: each line says what it was that day,
and the one that says nothing is held to the volume as signed. The commitment is locked, by number,
before its lines are added up: of two writers who each leave some room, the second one waits, then
sees the other. A writer who took the lock before waits for nobody.
"""

from django.db import migrations

RAISE = """
CREATE FUNCTION commitments_get_what_they_owe() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    given record;
    most bigint;
    counted bigint;
BEGIN
    FOR given IN SELECT commitment_id AS id, min(owed_minutes) AS owed FROM added
                 WHERE minutes > 0 GROUP BY commitment_id ORDER BY commitment_id LOOP
        IF current_setting('transaction_isolation') = 'repeatable read' THEN
            RAISE EXCEPTION 'the hours of others are not seen in this transaction'
                USING ERRCODE = 'serialization_failure';
        END IF;
        SELECT coalesce(given.owed, CASE WHEN c.reserved_to = '' THEN m.due_minutes END) INTO most
            FROM clauses_commitment m JOIN clauses_clause c ON c.id = m.clause_id
            WHERE m.id = given.id FOR NO KEY UPDATE OF m;
        SELECT sum(minutes) INTO counted FROM hours_allocation WHERE commitment_id = given.id;
        IF counted > most THEN
            RAISE EXCEPTION '% minutes are counted on commitment %, which owes %',
                counted, given.id, most
                USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER no_commitment_gets_more_than_it_owes AFTER INSERT ON hours_allocation
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION commitments_get_what_they_owe();

CREATE FUNCTION sheet_without_hours_has_none() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM hours_work WHERE sheet_id = NEW.id AND net_minutes > 0
               AND moved_from_id IS NULL) THEN
        RAISE EXCEPTION 'sheet % holds hours', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sheet_without_hours_has_none BEFORE UPDATE ON hours_sheet
    FOR EACH ROW WHEN (NEW.is_nil AND NEW.state IN ('declared', 'validated'))
    EXECUTE FUNCTION sheet_without_hours_has_none();
"""
LOWER = """
DROP TRIGGER sheet_without_hours_has_none ON hours_sheet;
DROP TRIGGER no_commitment_gets_more_than_it_owes ON hours_allocation;
DROP FUNCTION sheet_without_hours_has_none, commitments_get_what_they_owe;
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0009_merged_persons")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
