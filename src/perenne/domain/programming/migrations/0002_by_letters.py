"""Words typed in a search are found by an index (decision 0022)."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

from perenne.kit.postgres.indexes import by_letters


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0005_keeps_an_admin'),
        ('programming', '0001_initial'),
        ('tenancy', '0001_initial'),
        ('territories', '0001_initial'),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name='plannedpurchase',
            index=by_letters('object', 'reference', name='purchases_by_letters'),
        ),
    ]
