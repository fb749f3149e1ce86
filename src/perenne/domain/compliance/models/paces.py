"""A commitment that leaves its pace: since when, how far, whether its facilitator has looked."""

from django.db import models
from django.db.models import F, Q

from perenne.kit.tenancy.models import Owned
from perenne.rules.pace import AlertCode, Level


class PaceAlert(Owned):
    """An episode, from the night that saw it to that which sees its level change.

    Hours are those of the first night, for memory: pages compute them again.
    """

    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    opened_on = models.DateField()
    ended_on = models.DateField(null=True)
    expected_minutes = models.PositiveBigIntegerField()
    counted_minutes = models.PositiveBigIntegerField()
    exposed_cents = models.PositiveBigIntegerField(null=True)
    """What the clause would take if it stopped there, when hours alone say it."""
    looked_on = models.DateField(null=True)

    class Meta:
        ordering = ["opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="pace_alert_level_is_known",
                condition=Q(level__in=[Level.WATCH.value, Level.ALARM.value]),
            ),
            models.CheckConstraint(
                name="pace_alert_code_is_known",
                condition=Q(code__in=[code.value for code in AlertCode]),
            ),
            models.CheckConstraint(
                name="pace_alert_ends_after_it_begins",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("opened_on")),
            ),
            models.UniqueConstraint(
                fields=["committee", "commitment"],
                condition=Q(ended_on__isnull=True),
                name="commitment_has_one_pace_alert_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.code} {self.opened_on}"
