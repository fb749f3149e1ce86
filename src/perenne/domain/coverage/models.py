"""Which facilitator body answers where, for what, for whom; and when it is away."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    BigIntegerRangeField,
    DateRangeField,
    RangeOperators,
)
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce

from perenne.kit.tenancy.models import Owned
from perenne.rules.segments import Segment

TO_THE_END = Value("[]")


class Coverage(Owned):
    """A body answers for one commune, one EPCI or one département: exactly one of them.

    No segment means all of them, no buyer any of them; from the first day to the last, both said
    or not.
    """

    facilitator = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    commune = models.ForeignKey("territories.Commune", models.CASCADE, null=True, related_name="+")
    epci = models.ForeignKey("territories.Epci", models.CASCADE, null=True, related_name="+")
    department_code = models.CharField(max_length=3, blank=True)
    segments = ArrayField(models.CharField(max_length=30), default=list)
    buyer = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, null=True, related_name="+"
    )
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="coverage_is_of_one_place",
                condition=Q(commune__isnull=False, epci__isnull=True, department_code="")
                | Q(commune__isnull=True, epci__isnull=False, department_code="")
                | (Q(commune__isnull=True, epci__isnull=True) & ~Q(department_code="")),
            ),
            models.UniqueConstraint(
                fields=[
                    "facilitator", "commune", "epci", "department_code", "segments", "buyer",
                    "since",
                ],
                name="coverage_is_said_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="coverage_segments_are_known",
                condition=Q(segments__contained_by=[segment.value for segment in Segment]),
            ),
            models.CheckConstraint(
                name="coverage_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.facilitator_id}: {self.commune_id or self.epci_id or self.department_code}"


class Absence(Owned):
    """A body, or one of its people, is away; `backup` answers meanwhile. Why is never kept."""

    facilitator = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.CASCADE, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    backup = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="absence_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            models.CheckConstraint(
                name="absence_has_another_backup",
                condition=Q(backup__isnull=True) | ~Q(backup=F("facilitator")),
            ),
            ExclusionConstraint(
                name="absence_is_announced_once",
                expressions=[
                    (
                        Func(
                            F("facilitator"),
                            F("facilitator"),
                            TO_THE_END,
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            Coalesce(F("person"), Value(0)),
                            Coalesce(F("person"), Value(0)),
                            TO_THE_END,
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            F("since"),
                            F("until"),
                            TO_THE_END,
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facilitator_id} away since {self.since}"


class OpeningHours(Owned):
    """When a body answers, in its own words; "" when it does not say."""

    facilitator = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    said = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "facilitator"], name="opening_hours_are_said_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facilitator_id}: {self.said}"
