"""On which commitment a minute counts: lines are added and compensated, never changed (I2)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.hours.models.works import Work
from perenne.domain.hours.states import PLAN_LIFE, PlanState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Plan(Owned):
    """A proposal of globalisation, made at a moment on what was known then."""

    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    siret = models.CharField(max_length=14, blank=True)
    """Of the one company that it is about, or of all of them."""
    made_on = models.DateField()
    state = StateField(PLAN_LIFE)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was undone."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plan_state_is_known",
                condition=Q(state__in=[state.value for state in PlanState]),
            ),
            models.CheckConstraint(
                name="plan_undone_says_why",
                condition=~Q(state=PlanState.UNDONE.value) | Q(reason__regex=r"\S.{3,}\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_on}"


class PlanLine(Owned):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="lines")
    work = models.ForeignKey(Work, models.PROTECT, related_name="+")
    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    minutes = models.PositiveIntegerField()
    sentence = models.CharField(max_length=1000)
    """Why these hours go there, as people read it."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "work", "commitment"], name="plan_line_is_said_once"
            ),
            models.CheckConstraint(
                name="plan_line_gives_minutes", condition=Q(minutes__gt=0) & ~Q(sentence="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id} → {self.commitment_id}"


class Outlook(Owned):
    """What was found last night: nothing here but what a new proposal would find again.

    `placeable`: validated hours that other commitments of this facilitator could count;
    `excess`: hours that came by globalisation on commitments which owe less than is counted.
    """

    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    placeable_minutes = models.PositiveBigIntegerField(default=0)
    excess_minutes = models.PositiveBigIntegerField(default=0)
    seen_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "facilitator"], name="outlook_is_one_for_a_facilitator"
            )
        ]

    def __str__(self) -> str:
        return f"{self.facilitator_id}: {self.seen_on}"


class Allocation(Owned):
    """Sealed: the application adds lines and does nothing else to them."""

    work = models.ForeignKey(Work, models.PROTECT, related_name="allocations")
    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="+")
    """None: the hours of a sheet on its own commitment, counted when it was validated."""
    minutes = models.IntegerField()
    owed_minutes = models.PositiveBigIntegerField(null=True)
    """What the commitment owed in all when they were counted; None: the volume as signed.

    The last line of I10 (migration 0008): with this one, no more than that is counted on it.
    """
    reason = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(
                fields=["committee", "commitment"],
                include=["minutes"],
                name="minutes_of_a_commitment",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="allocation_moves_minutes_and_compensation_says_why",
                condition=Q(minutes__gt=0) | (Q(minutes__lt=0) & Q(reason__regex=r"\S.{3,}\S")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id} → {self.commitment_id}: {self.minutes}"
