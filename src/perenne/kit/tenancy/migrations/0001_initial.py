from django.conf import settings
from django.db import migrations, models

FUNCTION = """
CREATE FUNCTION current_committee() RETURNS varchar LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NULLIF(current_setting('perenne.committee', true), '') $$;
"""


def open_those_of_the_environment(apps, _schema):
    for code in settings.COMMITTEES:
        apps.get_model("tenancy", "Committee").objects.get_or_create(
            code=code, defaults={"name": settings.COMMITTEE, "carrier": settings.CARRIER}
        )


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION current_committee()"),
        migrations.CreateModel(
            name="Committee",
            fields=[
                ("code", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("carrier", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9a-z-]{1,12}$")),
                        name="committee_code_is_plain",
                    )
                ]
            },
        ),
        migrations.RunPython(open_those_of_the_environment, migrations.RunPython.noop),
    ]
