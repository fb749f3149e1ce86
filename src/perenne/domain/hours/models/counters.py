"""What triggers keep: the application reads these tables and writes none of them (I2, I8, I9)."""

from django.db import models
from django.db.models import Q

from perenne.domain.hours.models.works import LONGEST_MONTH, Work
from perenne.kit.tenancy.models import Owned


class Balance(Owned):
    """What a line of work gives to a commitment, compensations included: never below nothing.

    `at_home`: it was worked for that commitment; otherwise it came by globalisation. By triggers.
    """

    work = models.ForeignKey(Work, models.PROTECT, related_name="+")
    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    minutes = models.IntegerField()
    at_home = models.BooleanField(default=False, editable=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["committee", "commitment"],
                include=["minutes"],
                condition=Q(at_home=False, minutes__gt=0),
                name="balances_from_elsewhere",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["work", "commitment"], name="balance_is_one"),
            models.CheckConstraint(
                name="nothing_is_taken_back_that_was_not_given", condition=Q(minutes__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id} → {self.commitment_id}: {self.minutes}"


class PersonDay(Owned):
    """All that a person worked on a day, over all employers."""

    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    day = models.DateField()
    minutes = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "day"], name="person_day_is_one"),
            models.CheckConstraint(
                name="person_works_24_hours_a_day_at_most", condition=Q(minutes__range=(0, 1_440))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.day}: {self.minutes}"


class PersonMonth(Owned):
    """All that a person worked in a month, over all employers."""

    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    month = models.DateField()
    minutes = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "month"], name="person_month_is_one"),
            models.CheckConstraint(
                name="person_works_744_hours_a_month_at_most",
                condition=Q(minutes__range=(0, LONGEST_MONTH)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.month:%Y-%m}: {self.minutes}"
