"""The structures that spoke last come first without being sorted, and PostgreSQL counts anew.

`directory_count_anew` is called once a file is applied: the role of the application owns no table
and may not ask for it by itself; left alone, the planner would guess for a minute.
"""

from django.db import migrations, models

WRITE = """
CREATE FUNCTION directory_count_anew() RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    ANALYZE directory_structure, directory_structuretrade, directory_structurearea,
        directory_capacity, directory_mention, directory_term;
END $$;
"""
FORGET = "DROP FUNCTION directory_count_anew()"


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_lookup_mentions"), ("tenancy", "0001_initial")]
    operations = [
        migrations.AddIndex(
            "structure",
            models.Index(fields=["committee", "-said_on", "id"], name="structures_said_last"),
        ),
        migrations.RunSQL(WRITE, FORGET),
    ]
