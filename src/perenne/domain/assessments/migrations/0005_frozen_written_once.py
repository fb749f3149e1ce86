"""A frozen bilan and its signatures are written once; its print is that of its content."""

from django.db import migrations

RAISE = """
ALTER TABLE assessments_frozenbilan
    ADD CONSTRAINT frozen_bilan_is_json CHECK (content IS JSON OBJECT),
    ADD CONSTRAINT frozen_bilan_has_the_print_of_its_content
        CHECK (print = encode(sha256(convert_to(content, 'UTF8')), 'hex'));

CREATE FUNCTION bilan_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% % is written once', TG_TABLE_NAME, OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'bilan_is_written_once';
END $$;
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON assessments_frozenbilan
    FOR EACH ROW EXECUTE FUNCTION bilan_is_written_once();
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON assessments_signature
    FOR EACH ROW EXECUTE FUNCTION bilan_is_written_once();

CREATE FUNCTION bilan_versions_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before bigint;
BEGIN
    SELECT count(*) INTO before FROM assessments_frozenbilan b
        WHERE (b.committee_id, b.scope_kind, b.scope_key, b.starts_on, b.ends_on)
            = (NEW.committee_id, NEW.scope_kind, NEW.scope_key, NEW.starts_on, NEW.ends_on);
    IF NEW.version IS DISTINCT FROM before + 1 THEN
        RAISE EXCEPTION 'version % follows % others', NEW.version, before
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bilan_versions_follow BEFORE INSERT ON assessments_frozenbilan
    FOR EACH ROW EXECUTE FUNCTION bilan_versions_follow();
"""
LOWER = """
DROP TRIGGER bilan_versions_follow ON assessments_frozenbilan;
DROP TRIGGER written_once ON assessments_signature;
DROP TRIGGER written_once ON assessments_frozenbilan;
DROP FUNCTION bilan_versions_follow, bilan_is_written_once;
ALTER TABLE assessments_frozenbilan
    DROP CONSTRAINT frozen_bilan_has_the_print_of_its_content,
    DROP CONSTRAINT frozen_bilan_is_json;
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0003_touched")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
