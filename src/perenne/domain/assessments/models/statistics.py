"""What was published of the hours and of the persons, quarter after quarter; written once."""

from django.db import models
from django.db.models import Q

from perenne.kit.tenancy.models import Owned


class Statistics(Owned):
    """An edition: the figures of a quarter, and of its year when it is the last one.

    `quarter` as « 2026-T3 ». `until`: the lines of the ledger written by then are counted; each
    is counted in one edition. `content` is public. `behind` is not: who stands behind each place
    that may still serve, by company, so that a year is protected together with its quarters; and
    why each hidden place is hidden.
    """

    quarter = models.CharField(max_length=7)
    made_on = models.DateField()
    until = models.DateTimeField()
    content = models.JSONField(default=dict)
    behind = models.JSONField(default=dict)

    PRIVATE_FIELDS = ("behind",)

    class Meta:
        ordering = ["-quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "quarter"], name="statistics_come_out_once_a_quarter"
            ),
            models.CheckConstraint(
                name="statistics_are_of_a_quarter",
                condition=Q(quarter__regex=r"^[0-9]{4}-T[1-4]$"),
            ),
        ]

    def __str__(self) -> str:
        return self.quarter
