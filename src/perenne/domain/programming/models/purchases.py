from django.db import models
from django.db.models import F, Q

from perenne.domain.programming.models.lines import SourceLine
from perenne.domain.programming.models.programmes import Programme
from perenne.domain.programming.states import PURCHASE_LIFE, PurchaseState
from perenne.kit.postgres.indexes import by_letters
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class PlannedPurchase(Owned):
    """A contract or lot to come: its facts, the verdict of the rules on them, who answers for it.

    Amounts are cents before tax, durations months, shares basis points, hours minutes.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="purchases")
    line = models.OneToOneField(SourceLine, models.CASCADE, related_name="purchase")
    state = StateField(PURCHASE_LIFE)

    object = models.TextField()
    operation = models.TextField(blank=True)
    """The object of the contract that this lot is part of, when the file says it."""
    lot = models.CharField(max_length=100, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    """The buyer’s own number, as the file writes it."""
    department = models.CharField(max_length=200, blank=True)
    amount_cents = models.BigIntegerField(null=True)
    amount_high_cents = models.BigIntegerField(null=True)
    whole_cents = models.BigIntegerField(null=True)
    cpv = models.CharField(max_length=8, blank=True)
    months = models.PositiveIntegerField(null=True)
    launch_on = models.DateField(null=True)
    launch_text = models.CharField(max_length=100, blank=True)
    place = models.CharField(max_length=200, blank=True)
    contract_kind = models.CharField(max_length=20, blank=True)
    questions = models.JSONField(default=list)
    """What must be asked: [{"field": …, "sentence": …}]; empty when nothing is doubtful."""
    hypotheses = models.JSONField(default=list)

    commune = models.ForeignKey("territories.Commune", models.PROTECT, null=True, related_name="+")
    facilitator = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    routing_reason = models.CharField(max_length=500, blank=True)
    stands_in_for = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    """The facilitator who is away, and to whom it goes back."""
    is_discreet = models.BooleanField(default=False)
    """Its buyer asked that no public figure count it."""

    segment = models.CharField(max_length=30, blank=True)
    advice = models.CharField(max_length=20)
    minutes = models.PositiveBigIntegerField(null=True)
    duty = models.CharField(max_length=30)
    basis = models.CharField(max_length=40, blank=True)
    next_on = models.DateField(null=True)
    verdict = models.JSONField(default=dict)
    """Every sentence of the verdict, by subject, as the rules said it that day."""
    aside_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["facilitator", "state"]),
            by_letters("object", "reference", name="purchases_by_letters"),
        ]
        constraints = [
            models.CheckConstraint(
                name="purchase_state_is_known",
                condition=Q(state__in=[state.value for state in PurchaseState]),
            ),
            models.CheckConstraint(
                name="purchase_amounts_are_positive",
                condition=(Q(amount_cents__isnull=True) | Q(amount_cents__gte=0))
                & (Q(amount_high_cents__isnull=True) | Q(amount_high_cents__gte=0))
                & (Q(whole_cents__isnull=True) | Q(whole_cents__gte=0)),
            ),
            models.CheckConstraint(
                name="purchase_left_aside_says_why",
                condition=~Q(state=PurchaseState.LEFT_ASIDE) | ~Q(aside_reason=""),
            ),
            models.CheckConstraint(
                name="purchase_stands_in_for_another_facilitator",
                condition=Q(stands_in_for__isnull=True) | ~Q(stands_in_for=F("facilitator")),
            ),
            models.CheckConstraint(
                name="purchase_cpv_has_eight_digits",
                condition=Q(cpv="") | Q(cpv__regex=r"^[0-9]{8}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.object[:80]
