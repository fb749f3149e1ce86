"""What the person says of her own month: it is right, or she does not agree."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.hours.models.statements import Sheet
from perenne.kit.tenancy.models import Owned


class Voice(Owned):
    """Of one person on one sheet. `minutes`: what it said of her when she spoke.

    It moves no hour: the facilitator answers, and corrects by the acts that exist.
    """

    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="+")
    minutes = models.PositiveIntegerField()
    agrees = models.BooleanField()
    message = models.CharField(max_length=1000, blank=True)
    said_at = models.DateTimeField(db_default=Now())
    answer = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True)

    PRIVATE_FIELDS = ("message", "answer")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "sheet"],
                condition=Q(agrees=False, answered_at__isnull=True),
                name="month_is_disputed_once_until_answered",
            ),
            models.UniqueConstraint(
                fields=["participant", "sheet", "minutes"],
                condition=Q(agrees=True),
                name="month_is_agreed_on_once",
            ),
            models.CheckConstraint(
                name="dispute_says_what_is_wrong",
                condition=Q(agrees=True, message="", answered_at__isnull=True)
                | Q(agrees=False, message__regex=r"\S"),
            ),
            models.CheckConstraint(
                name="dispute_is_answered_in_words",
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False, answer__regex=r"\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.sheet_id}"
