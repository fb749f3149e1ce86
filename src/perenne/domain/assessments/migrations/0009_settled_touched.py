"""The footing of a commitment moves with its statements, and with its final certificate.

A month is known once all its statements are validated; the certificate settles what lacked.
"""

from django.db import migrations

RAISE = """
CREATE FUNCTION footing_of_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(ARRAY[NEW.commitment_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_new_sheet AFTER INSERT ON hours_sheet
    FOR EACH ROW EXECUTE FUNCTION footing_of_sheet();
CREATE TRIGGER footing_of_sheet AFTER UPDATE OF state ON hours_sheet
    FOR EACH ROW WHEN (NEW.state = 'validated' AND OLD.state <> 'validated')
    EXECUTE FUNCTION footing_of_sheet();

CREATE FUNCTION footing_of_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(ARRAY[NEW.commitment_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_certificate AFTER INSERT OR UPDATE OF state ON compliance_certificate
    FOR EACH ROW WHEN (NEW.kind = 'final') EXECUTE FUNCTION footing_of_certificate();

CREATE FUNCTION footing_of_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM footing_moves(ARRAY[NEW.commitment_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER footing_of_share AFTER INSERT OR UPDATE OF state ON clauses_commitmentshare
    FOR EACH ROW EXECUTE FUNCTION footing_of_share();
"""
LOWER = """
DROP TRIGGER footing_of_share ON clauses_commitmentshare;
DROP TRIGGER footing_of_certificate ON compliance_certificate;
DROP TRIGGER footing_of_sheet ON hours_sheet;
DROP TRIGGER footing_of_new_sheet ON hours_sheet;
DROP FUNCTION footing_of_share, footing_of_certificate, footing_of_sheet;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0008_fast_bilans_facts"),
        ("hours", "0014_accords"),
        ("clauses", "0011_answers_stay"),
        ("compliance", "0009_settled"),
    ]
    operations = [migrations.RunSQL(RAISE, LOWER)]
