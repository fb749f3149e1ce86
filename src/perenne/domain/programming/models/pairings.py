"""What became of each purchase from one programme of a buyer to the next."""

from django.db import models
from django.db.models import Q

from perenne.domain.programming.models.programmes import Programme
from perenne.domain.programming.models.purchases import PlannedPurchase
from perenne.domain.programming.states import Fate
from perenne.kit.tenancy.models import Owned
from perenne.rules.comparison import Sureness


class Pairing(Owned):
    """`before` alone was removed, `after` alone was added; both are the same purchase.

    `changes`: [[label, before, after]]. What somebody settled is never computed again.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    before = models.ForeignKey(PlannedPurchase, models.CASCADE, null=True, related_name="+")
    after = models.ForeignKey(PlannedPurchase, models.CASCADE, null=True, related_name="+")
    fate = models.CharField(max_length=10)
    points = models.PositiveSmallIntegerField(default=0)
    sureness = models.CharField(max_length=10, blank=True)
    reasons = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    is_settled = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "before"],
                condition=Q(before__isnull=False),
                name="pairing_tells_of_a_purchase_before_once",
            ),
            models.UniqueConstraint(
                fields=["programme", "after"],
                condition=Q(after__isnull=False),
                name="pairing_tells_of_a_purchase_after_once",
            ),
            models.CheckConstraint(
                name="pairing_fate_follows_from_its_sides",
                condition=Q(fate=Fate.ADDED.value, before__isnull=True, after__isnull=False)
                | Q(fate=Fate.REMOVED.value, before__isnull=False, after__isnull=True)
                | Q(
                    fate__in=[Fate.KEPT.value, Fate.CHANGED.value],
                    before__isnull=False,
                    after__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="pairing_sureness_is_known",
                condition=Q(sureness__in=["", *(one.value for one in Sureness)]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}: {self.fate}"
