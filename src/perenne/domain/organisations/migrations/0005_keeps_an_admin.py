"""No organisation without an administrator, whatever the application does.

Deferred, so that a hand-over may be written in any order; the row of the organisation is locked,
so that two who leave at the same time are looked at one after the other, each in the light of
what the other committed (READ COMMITTED takes a new snapshot for each statement).
"""

from django.db import migrations

KEEP = """
CREATE FUNCTION organisation_keeps_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    looked_at bigint;
    its_state text;
BEGIN
    IF TG_TABLE_NAME = 'organisations_seat' THEN
        looked_at := OLD.organisation_id;
    ELSE
        looked_at := NEW.id;
    END IF;
    SELECT state INTO its_state FROM organisations_organisation
        WHERE id = looked_at FOR NO KEY UPDATE;
    IF NOT FOUND OR its_state = 'closed' THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT FROM organisations_seat WHERE organisation_id = looked_at AND is_admin
    ) THEN
        RAISE EXCEPTION 'organisation % would have no administrator', looked_at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_keeps_an_admin';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organisation_keeps_an_admin_of_its_seats
    AFTER DELETE OR UPDATE OF is_admin, organisation_id ON organisations_seat
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.is_admin)
    EXECUTE FUNCTION organisation_keeps_an_admin();
CREATE CONSTRAINT TRIGGER organisation_begins_with_an_admin
    AFTER INSERT OR UPDATE OF state ON organisations_organisation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION organisation_keeps_an_admin();
"""
LET_GO = """
DROP TRIGGER organisation_begins_with_an_admin ON organisations_organisation;
DROP TRIGGER organisation_keeps_an_admin_of_its_seats ON organisations_seat;
DROP FUNCTION organisation_keeps_an_admin();
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
