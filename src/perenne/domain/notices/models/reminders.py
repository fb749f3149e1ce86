"""What waits for an address, and when it was told: the memory of the reminders, not their queue."""

from django.db import models
from django.db.models import F, Q

from perenne.kit.tenancy.models import Owned


class Reminder(Owned):
    """One thing that waits for one address, from the day it is seen to the day it waits no more.

    What leaves is never read from here: it is derived from what waits when the mail leaves. A
    thing that is done, then waits again, is another row.
    """

    address = models.EmailField(max_length=254)
    """In lower case."""
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, null=True, related_name="+"
    )
    """For whom the holder of the address acts; nobody for who has no account."""
    page = models.CharField(max_length=60)
    verb = models.CharField(max_length=80)
    keys = models.CharField(max_length=80, blank=True)
    """Of the page, where it is done, and what is done there: as the errand says them."""
    contract = models.ForeignKey(
        "procurement.Contract", models.CASCADE, null=True, related_name="+"
    )
    facilitator = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, null=True, related_name="+"
    )
    """Who takes over when it was told often enough."""
    due_on = models.DateField(null=True)
    seen_on = models.DateField()
    told_on = models.DateField(null=True)
    """The last day it was told."""
    times = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["address"], name="reminder_still_open", condition=Q(ended_on=None)
            ),
            models.Index(
                fields=["facilitator"], name="reminder_to_take_over", condition=Q(ended_on=None)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "address", "organisation", "page", "verb", "keys"],
                condition=Q(ended_on=None),
                nulls_distinct=False,
                name="reminder_is_open_once",
            ),
            models.CheckConstraint(
                name="reminder_told_has_its_day",
                condition=Q(times=0, told_on=None) | Q(times__gt=0, told_on__gte=F("seen_on")),
            ),
            models.CheckConstraint(
                name="reminder_ends_after_it_is_seen",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("seen_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.keys}: {self.times}"
