"""A penalty as it was computed, and what the buyer decided (reliability, I13, I14, D2)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.compliance.models.shortfalls import Shortfall
from perenne.domain.compliance.states import Outcome
from perenne.kit.tenancy.models import Owned


class Proposal(Owned):
    """Inputs, rule version and result, written once: years later the same inputs give the same
    cents. A trigger asks that the hours of the inputs are those that the ledger counts, and
    writes the last line of the ledger that was counted: what comes later changes nothing."""

    shortfall = models.ForeignKey(Shortfall, models.PROTECT, related_name="proposals")
    inputs = models.JSONField()
    version = models.PositiveSmallIntegerField()
    gross_cents = models.PositiveBigIntegerField()
    amount_cents = models.PositiveBigIntegerField()
    missing_minutes = models.PositiveBigIntegerField()
    measured_on = models.DateField()
    """The last day whose hours were known: the hours of the inputs are due by then."""
    reasons = models.JSONField()
    """Each step of the computation, in French, as it was told that day."""
    proposed_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    ledger_line = models.PositiveBigIntegerField(default=0, editable=False)
    """The last `hours.Allocation` of the commitment that day; 0: none."""
    made_at = models.DateTimeField(db_default=Now())
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["id", "proposed_by", "amount_cents", "committee"],
                name="proposal_with_its_person_and_amount",
            ),
            models.UniqueConstraint(
                fields=["shortfall"],
                condition=Q(withdrawn_at__isnull=True),
                name="shortfall_has_one_standing_proposal",
            ),
            models.CheckConstraint(
                name="proposal_is_of_days_that_are_over",
                condition=Q(measured_on__lte=F("proposed_on")),
            ),
            models.CheckConstraint(
                name="nothing_lacks_nothing_is_due",
                condition=Q(missing_minutes__gt=0) & Q(amount_cents__lte=F("gross_cents")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shortfall_id}: {self.amount_cents}"


class Decision(Owned):
    """The composite key (migration 0002) carries who proposed and how much: a check compares."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="decision")
    proposer = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    proposed_cents = models.PositiveBigIntegerField()
    outcome = models.CharField(max_length=20)
    amount_cents = models.PositiveBigIntegerField()
    motive = models.CharField(max_length=2000)
    catch_up_by = models.DateField(null=True)
    decided_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    decided_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="who_proposes_does_not_decide", condition=~Q(decided_by=F("proposer"))
            ),
            models.CheckConstraint(
                name="decision_says_why", condition=Q(motive__regex=r"\S.{3,}\S")
            ),
            models.CheckConstraint(
                name="decision_is_of_its_outcome",
                condition=Q(outcome=Outcome.APPLIED.value, amount_cents=F("proposed_cents"))
                | Q(
                    outcome=Outcome.REDUCED.value,
                    amount_cents__gt=0,
                    amount_cents__lt=F("proposed_cents"),
                )
                | Q(outcome__in=[Outcome.CATCH_UP.value, Outcome.WAIVED.value], amount_cents=0),
            ),
            models.CheckConstraint(
                name="catch_up_has_its_day",
                condition=Q(outcome=Outcome.CATCH_UP.value, catch_up_by__gt=F("decided_on"))
                | (~Q(outcome=Outcome.CATCH_UP.value) & Q(catch_up_by__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.outcome}"
