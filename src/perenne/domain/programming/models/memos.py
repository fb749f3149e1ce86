"""Why a purchase does without the condition that the law asks for, as its buyer wrote it."""

from django.db import models
from django.db.models import Q

from perenne.domain.programming.models.purchases import PlannedPurchase
from perenne.kit.tenancy.models import Owned
from perenne.rules.thresholds import ExceptionGround


class ExceptionMemo(Owned):
    """`content` keeps what the rule asked and said that day: basis, questions, articles.

    One is in force at a time; the others are kept, with the day on which they ended.
    """

    purchase = models.ForeignKey(PlannedPurchase, models.CASCADE, related_name="+")
    ground = models.CharField(max_length=40)
    answers = models.JSONField(default=list)
    """[[question, answer]]."""
    reason = models.TextField()
    content = models.JSONField(default=dict)
    written_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["purchase"],
                condition=Q(ended_on__isnull=True),
                name="one_memo_in_force_for_a_purchase",
            ),
            models.CheckConstraint(
                name="memo_ground_is_known",
                condition=Q(ground__in=[ground.value for ground in ExceptionGround]),
            ),
            models.CheckConstraint(name="memo_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.purchase_id}: {self.ground}"
