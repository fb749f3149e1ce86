"""What a facilitator has read of the promises of a structure. The promises themselves are offers
that were kept and people who were hired: nothing of them is written twice."""

from django.db import models
from django.db.models import Q

from perenne.kit.tenancy.models import Owned


class PromiseSeen(Owned):
    """`minutes_per_month`: the most that was promised at once when it was read. One promise more
    and the facilitator is told again."""

    structure = models.ForeignKey("directory.Structure", models.CASCADE, related_name="+")
    facilitator = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    minutes_per_month = models.PositiveBigIntegerField()
    seen_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "structure", "facilitator"],
                name="promises_are_seen_once_by_a_facilitator",
            ),
            models.CheckConstraint(
                name="promises_seen_are_some", condition=Q(minutes_per_month__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure_id}: {self.minutes_per_month} min"
