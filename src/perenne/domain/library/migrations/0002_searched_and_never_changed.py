from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

FORBID = """
CREATE FUNCTION library_revision_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a revision is never changed: % is refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER library_revision_stays BEFORE UPDATE OR DELETE ON library_revision
    FOR EACH ROW EXECUTE FUNCTION library_revision_is_append_only();
"""
ALLOW = """
DROP TRIGGER library_revision_stays ON library_revision;
DROP FUNCTION library_revision_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [TrigramExtension(), migrations.RunSQL(FORBID, ALLOW)]
