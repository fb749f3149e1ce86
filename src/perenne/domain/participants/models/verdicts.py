"""The answer: eligible or not, since when, until when. Written once (I5, I6, I7)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, Now

from perenne.domain.participants.models.files import EligibilityFile
from perenne.domain.participants.models.participants import Participant
from perenne.kit.tenancy.models import Owned


class DayInParis(Func):
    """The legal day of a moment: the one of the clock on the wall in France."""

    template = "(timezone('Europe/Paris', %(expressions)s))::date"
    arity = 1
    output_field = models.DateField()


class Verdict(Owned):
    """`verified_at` is the server’s; `verified_on` is that moment’s day in Paris, computed there.

    A verdict is never changed: it is withdrawn, and another takes its place. `certified` says
    that a proof was seen, not only declared. Days are included.
    """

    file = models.OneToOneField(EligibilityFile, models.PROTECT, related_name="verdict")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    is_eligible = models.BooleanField()
    ground = models.CharField(max_length=20, blank=True)
    """The code of the ground retained; never told to a company."""
    certified = models.BooleanField(default=False)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    decided_by = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    verified_at = models.DateTimeField(db_default=Now(), editable=False)
    verified_on = models.GeneratedField(
        expression=DayInParis("verified_at"),
        output_field=models.DateField(),
        db_persist=True,
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)
    PRIVATE_FIELDS = ("ground", "withdrawn_because")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["id", "participant", "verified_on", "committee"],
                name="verdict_with_its_person_and_day",
            ),
            models.CheckConstraint(
                name="eligible_verdict_has_a_ground_and_days",
                condition=Q(is_eligible=False, ground="", starts_on__isnull=True)
                | (
                    Q(is_eligible=True, starts_on__isnull=False, ends_on__gte=F("starts_on"))
                    & ~Q(ground="")
                ),
            ),
            models.CheckConstraint(
                name="verdict_withdrawn_says_why",
                condition=Q(withdrawn_at__isnull=True) ^ Q(withdrawn_because__regex=r"\S.{3,}\S"),
            ),
            ExclusionConstraint(
                name="person_is_eligible_once_at_a_time",
                condition=Q(is_eligible=True, withdrawn_at__isnull=True),
                expressions=[
                    (
                        Func(
                            Cast("participant", models.BigIntegerField()),
                            Cast("participant", models.BigIntegerField()),
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {'oui' if self.is_eligible else 'non'}"
