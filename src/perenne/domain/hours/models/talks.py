"""What a company and its facilitator say to each other of a month; nothing of it is changed."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.hours.models.statements import Sheet
from perenne.kit.tenancy.models import Owned


class SheetMessage(Owned):
    """Sealed: said once, read by both. The request for a correction opens the talk."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="messages")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    text = models.CharField(max_length=2_000)
    written_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="sheet_message_says_something", condition=Q(text__regex=r"\S")
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
