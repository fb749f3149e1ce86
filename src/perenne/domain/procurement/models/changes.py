"""What changes a contract from a day on: amendments, renewals, suspensions, phases."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now

from perenne.domain.procurement.models.contracts import Contract
from perenne.kit.tenancy.models import Owned

WHOLE = Value("[]")


class Amendment(Owned):
    """`amount_cents` and `months` are those of the whole contract from `effective_on` on."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    signed_on = models.DateField()
    effective_on = models.DateField()
    amount_cents = models.BigIntegerField(null=True)
    months = models.PositiveIntegerField(null=True)
    due_minutes = models.PositiveBigIntegerField(null=True)
    """The volume of hours, when the amendment writes one; else the clause's policy says it."""
    subject = models.CharField(max_length=500)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["effective_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "number"], name="amendment_number_is_one_in_its_contract"
            ),
            models.CheckConstraint(
                name="amendment_says_what_it_changes",
                condition=~Q(subject="") & (Q(amount_cents__isnull=True) | Q(amount_cents__gte=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} n° {self.number}"


class Renewal(Owned):
    """Decided one way or the other: a renewal refused is kept too."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="renewed")
    number = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    starts_on = models.DateField()
    takes_place = models.BooleanField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="renewal_is_decided_once"),
            models.CheckConstraint(name="renewal_is_counted_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} n° {self.number}"


class Suspension(Owned):
    """From `since` to `until`, both included; without an end while it lasts."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="suspensions")
    since = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=500)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["since"]
        constraints = [
            models.CheckConstraint(
                name="suspension_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            models.CheckConstraint(name="suspension_says_why", condition=~Q(reason="")),
            ExclusionConstraint(
                name="suspensions_of_a_contract_do_not_overlap",
                expressions=[
                    (
                        Func(
                            "contract",
                            "contract",
                            WHOLE,
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            "since",
                            "until",
                            WHOLE,
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id}: {self.since}"


class Phase(Owned):
    """One firm phase, and optional ones that the buyer may affirm until a day (R2113-4 to 6)."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="phases")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200)
    amount_cents = models.BigIntegerField()
    is_firm = models.BooleanField(default=False)
    affirmed_on = models.DateField(null=True)
    lapses_on = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "number"], name="phase_number_is_one_in_its_contract"
            ),
            models.UniqueConstraint(
                fields=["contract"],
                condition=Q(is_firm=True),
                name="contract_has_one_firm_phase",
            ),
            models.CheckConstraint(
                name="firm_phase_needs_no_affirmation",
                condition=Q(is_firm=False) | Q(affirmed_on__isnull=True, lapses_on__isnull=True),
            ),
            models.CheckConstraint(
                name="phase_is_affirmed_in_time",
                condition=Q(affirmed_on__isnull=True)
                | Q(lapses_on__isnull=True)
                | Q(affirmed_on__lte=F("lapses_on")),
            ),
            models.CheckConstraint(
                name="phase_has_a_label_and_an_amount",
                condition=~Q(label="") & Q(amount_cents__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return self.label
