"""How grave a committee finds each doubt about declared hours: one version after another."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned
from perenne.rules.hours import PLAUSIBILITY, Severity

TUNABLE = [doubt.code.value for doubt in PLAUSIBILITY if doubt.held is not None]


class CheckSetting(Owned):
    """Sealed: the next version replaces it from its own day on, the last written wins a day."""

    code = models.CharField(max_length=30)
    severity = models.CharField(max_length=5)
    since = models.DateField()
    reason = models.CharField(max_length=500)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="check_is_one_that_a_committee_tunes",
                condition=Q(code__in=TUNABLE) & Q(severity__in=[one.value for one in Severity]),
            ),
            models.CheckConstraint(
                name="check_tuned_says_why", condition=Q(reason__regex=r"\S.{3,}\S")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.severity}"
