"""How often and at what hour somebody is reminded; which organisations have one box for all."""

from django.db import models
from django.db.models import Q

from perenne.domain.notices.states import DAILY, Rhythm
from perenne.kit.tenancy.models import Owned
from perenne.rules.notices import FIRST_HOUR, LAST_HOUR

KNOWN = Q(rhythm__in=[rhythm.value for rhythm in Rhythm])
AT_WORK = Q(hour__gte=FIRST_HOUR.low, hour__lte=LAST_HOUR.high)


class Preference(Owned):
    """Of a person, for all the seats that are theirs."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+")
    rhythm = models.CharField(max_length=10, default=DAILY.value)
    hour = models.PositiveSmallIntegerField(default=8)
    """In Paris."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="preference_rhythm_and_hour_are_known", condition=KNOWN & AT_WORK
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.rhythm}"


class Inbox(Owned):
    """An organisation whose reminders go to its own address, and to those of its people who ask
    for theirs: any colleague answers."""

    organisation = models.OneToOneField(
        "organisations.Organisation", models.CASCADE, related_name="+"
    )
    rhythm = models.CharField(max_length=10, default=DAILY.value)
    hour = models.PositiveSmallIntegerField(default=8)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="inbox_rhythm_and_hour_are_known", condition=KNOWN & AT_WORK
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.rhythm}"
