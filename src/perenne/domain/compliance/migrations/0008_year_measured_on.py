"""The day by which hours lacked is kept: the last one whose hours were known (decision 0020).

Rows written before were measured on their own day: it is copied by the change of type, which asks
neither the walls nor the triggers of what is written once.
"""

from django.db import migrations, models
from django.db.models import F, Q

DAYS = {"shortfall": "opened_on", "letter": "sent_on", "proposal": "proposed_on"}


def _nullable(model: str) -> migrations.AddField:
    return migrations.AddField(model, "measured_on", models.DateField(null=True))


def _copied(model: str, day: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER TABLE compliance_{model} ALTER measured_on TYPE date"
        f" USING coalesce(measured_on, {day})",
        migrations.RunSQL.noop,
    )


def _kept(model: str, day: str) -> list[migrations.operations.base.Operation]:
    return [
        migrations.AlterField(model, "measured_on", models.DateField()),
        migrations.AddConstraint(
            model,
            models.CheckConstraint(
                name=f"{model}_is_of_days_that_are_over", condition=Q(measured_on__lte=F(day))
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("compliance", "0007_ledger_line")]
    operations = [
        *[_nullable(model) for model in DAYS],
        *[_copied(model, day) for model, day in DAYS.items()],
        *[one for model, day in DAYS.items() for one in _kept(model, day)],
    ]
