from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("compliance", "0009_settled")]
    operations = [
        migrations.AddField("letter", "settled_minutes", models.PositiveBigIntegerField(default=0)),
        migrations.AddConstraint(
            "letter",
            models.CheckConstraint(
                condition=Q(settled_minutes=0)
                | Q(expected_minutes__gte=F("counted_minutes") + F("settled_minutes")),
                name="letter_settles_no_more_than_lacks",
            ),
        ),
    ]
