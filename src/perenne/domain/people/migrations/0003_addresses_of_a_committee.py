"""What allauth keeps for one site is kept for one committee; every account has its address.

The column is added here, before the walls: a uniqueness inside the committee needs it.
"""

from django.conf import settings
from django.db import connection, migrations

from perenne.kit.tenancy import within

COLUMN = """
ALTER TABLE {table} ADD COLUMN IF NOT EXISTS committee_id varchar(12)
    NOT NULL DEFAULT current_committee() REFERENCES tenancy_committee
"""
BY_COMMITTEE = """
DROP INDEX unique_verified_email;
CREATE UNIQUE INDEX unique_verified_email ON account_emailaddress (committee_id, email)
    WHERE verified;
DO $$
DECLARE old text;
BEGIN
    FOR old IN SELECT conname FROM pg_constraint
        WHERE conrelid = 'socialaccount_socialaccount'::regclass AND contype = 'u'
        AND conname NOT LIKE '%_in_committee'
    LOOP EXECUTE format('ALTER TABLE socialaccount_socialaccount DROP CONSTRAINT %I', old);
    END LOOP;
END $$;
ALTER TABLE socialaccount_socialaccount
    ADD CONSTRAINT one_account_for_an_identity_in_a_committee UNIQUE (committee_id, provider, uid);
"""
MISSING = """
INSERT INTO account_emailaddress (email, verified, "primary", user_id)
SELECT lower(email), false, true, id FROM people_person p
WHERE committee_id = current_committee()
  AND NOT EXISTS (SELECT FROM account_emailaddress a WHERE a.user_id = p.id)
"""


def give_each_account_its_address(_apps, _schema):
    for code in settings.COMMITTEES:
        with within(code), connection.cursor() as cursor:
            cursor.execute(MISSING)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("tenancy", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(COLUMN.format(table="account_emailaddress"), migrations.RunSQL.noop),
        migrations.RunSQL(
            COLUMN.format(table="socialaccount_socialaccount"), migrations.RunSQL.noop
        ),
        migrations.RunSQL(BY_COMMITTEE, migrations.RunSQL.noop),
        migrations.RunPython(give_each_account_its_address, migrations.RunPython.noop),
    ]
