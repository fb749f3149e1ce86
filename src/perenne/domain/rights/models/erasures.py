from django.db import models

from perenne.domain.rights.models.requests import DataRequest
from perenne.kit.tenancy.models import Owned


class Erasure(Owned):
    """A person was erased: their number, the day, and what was done, table by table."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+")
    erased_on = models.DateField()
    report = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.person_id} on {self.erased_on}"


class Limitation(Owned):
    """An account frozen for the time of a disagreement: signed out, shown to the desk alone."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    request = models.ForeignKey(DataRequest, models.CASCADE, related_name="+")
    since = models.DateField()
    lifted_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(lifted_on__isnull=True),
                name="person_is_frozen_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} since {self.since}"


class ClosureNotice(Owned):
    """The holder of an unused account was warned of the day on which it closes."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    last_day = models.DateField()
    sent_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "last_day"], name="closure_is_announced_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} until {self.last_day}"
