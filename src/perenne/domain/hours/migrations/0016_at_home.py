"""Lists of a whole country: each balance says whether its hours were worked for its commitment.

What came by globalisation is then found without reading every line of work; months and states of
sheets are counted by an index.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F, Q

accords = import_module("perenne.domain.hours.migrations.0014_accords")
OLD = accords.REPLACE.replace(accords.REFUSED, accords.ASKED)
WITHOUT = """(work_id, commitment_id, minutes)
            VALUES (NEW.work_id, NEW.commitment_id, NEW.minutes)"""
WITH = """(work_id, commitment_id, minutes, at_home)
            VALUES (NEW.work_id, NEW.commitment_id, NEW.minutes, at_home)"""
KNOWN = """
UPDATE hours_balance b SET at_home = true
FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id
WHERE w.id = b.work_id AND s.commitment_id = b.commitment_id;
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0015_declared_minutes")]
    operations = [
        migrations.AddField(
            "balance", "at_home", models.BooleanField(default=False, editable=False)
        ),
        migrations.RunSQL(OLD.replace(WITHOUT, WITH) + KNOWN, OLD),
        migrations.AddIndex(
            "balance",
            models.Index(
                fields=["committee", "commitment"],
                include=["minutes"],
                condition=Q(at_home=False, minutes__gt=0),
                name="balances_from_elsewhere",
            ),
        ),
        migrations.RemoveIndex("work", "work_not_all_allocated"),
        migrations.AddIndex(
            "work",
            models.Index(
                fields=["committee", "sheet"],
                include=["hiring", "net_minutes", "allocated_minutes"],
                condition=Q(corrects__isnull=True, net_minutes__gt=F("allocated_minutes")),
                name="work_not_all_allocated",
            ),
        ),
        migrations.AddIndex(
            "sheet", models.Index(fields=["committee", "state", "month"], name="sheets_by_state")
        ),
        migrations.AddIndex(
            "statement", models.Index(fields=["committee", "month"], name="statements_by_month")
        ),
    ]
