"""The rows of `organisations_coverage`, with their numbers: the oldest one answers first.

All committees at once: the owner too sees one only while the wall stands, and the table is
about to go.
"""

from django.db import migrations

TAKE = """
ALTER TABLE organisations_coverage DISABLE ROW LEVEL SECURITY;
INSERT INTO coverage_coverage (
    id, committee_id, facilitator_id, commune_id, epci_id, department_code, segments
)
SELECT id, committee_id, facilitator_id, commune_id, epci_id, department_code, '{}'
FROM organisations_coverage;
SELECT setval(pg_get_serial_sequence('coverage_coverage', 'id'), max(id))
FROM coverage_coverage HAVING max(id) IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("coverage", "0001_initial"),
        ("organisations", "0002_of_a_committee"),
    ]

    operations = [migrations.RunSQL(TAKE, migrations.RunSQL.noop)]
