"""Words typed in a search are found by an index (decision 0022)."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

from perenne.kit.postgres.indexes import by_letters


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0005_keeps_an_admin'),
        ('procurement', '0002_what_can_never_be_true'),
        ('programming', '0001_initial'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name='consultation',
            index=by_letters('object', 'reference', name='consultations_by_letters'),
        ),
        migrations.AddIndex(
            model_name='contract',
            index=by_letters('object', 'reference', name='contracts_by_letters'),
        ),
        migrations.AddIndex(
            model_name='lot',
            index=by_letters('object', name='lots_by_letters'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=by_letters('name', 'siret', name='parties_by_letters'),
        ),
    ]
