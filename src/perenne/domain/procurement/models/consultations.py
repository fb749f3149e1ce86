"""What is put out to tender: an operation, its consultations, their lots."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.procurement.states import LOT_LIFE, PUBLISHED, LotState
from perenne.kit.postgres.indexes import by_letters
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Operation(Owned):
    """What groups the consultations of one building or one need."""

    buyer = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    opened_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(name="operation_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title


class Consultation(Owned):
    """A call for competition; its days are set by the buyer, and told as they are known."""

    operation = models.ForeignKey(Operation, models.PROTECT, null=True, related_name="+")
    buyer = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    object = models.TextField()
    reference = models.CharField(max_length=60, blank=True)
    """The buyer's own."""
    publish_on = models.DateField(null=True)
    """Expected, then real once its lots are published."""
    bids_due_on = models.DateField(null=True)
    award_on = models.DateField(null=True)
    """Expected: the facilitator asks the buyer for news when it has gone by."""
    opened_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [by_letters("object", "reference", name="consultations_by_letters")]
        constraints = [
            models.CheckConstraint(name="consultation_has_an_object", condition=~Q(object="")),
            models.CheckConstraint(
                name="consultation_days_follow_one_another",
                condition=(
                    Q(publish_on__isnull=True)
                    | Q(bids_due_on__isnull=True)
                    | Q(bids_due_on__gte=F("publish_on"))
                )
                & (
                    Q(bids_due_on__isnull=True)
                    | Q(award_on__isnull=True)
                    | Q(award_on__gte=F("bids_due_on"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.object[:80]


class Lot(Owned):
    """One lot; a consultation that is not divided has one, without a number.

    It comes from a purchase of a programme, or was never programmed.
    """

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="lots")
    purchase = models.OneToOneField(
        "programming.PlannedPurchase", models.PROTECT, null=True, related_name="+"
    )
    number = models.CharField(max_length=20, blank=True)
    object = models.TextField()
    cpv = models.CharField(max_length=8, blank=True)
    segment = models.CharField(max_length=30, blank=True)
    amount_cents = models.BigIntegerField(null=True)
    """Estimated, before tax."""
    state = StateField(LOT_LIFE)
    published_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was dropped or found unsuccessful."""

    class Meta:
        ordering = ["pk"]
        indexes = [by_letters("object", name="lots_by_letters")]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "number"], name="lot_number_is_one_in_its_consultation"
            ),
            models.CheckConstraint(
                name="lot_state_is_known",
                condition=Q(state__in=[state.value for state in LotState]),
            ),
            models.CheckConstraint(name="lot_has_an_object", condition=~Q(object="")),
            models.CheckConstraint(
                name="lot_amount_is_positive",
                condition=Q(amount_cents__isnull=True) | Q(amount_cents__gte=0),
            ),
            models.CheckConstraint(
                name="lot_cpv_has_eight_digits", condition=Q(cpv="") | Q(cpv__regex=r"^[0-9]{8}$")
            ),
            models.CheckConstraint(
                name="lot_published_has_its_day",
                condition=~Q(state__in=[PUBLISHED.value, LotState.AWARDED.value])
                | Q(published_on__isnull=False),
            ),
            models.CheckConstraint(
                name="lot_without_an_award_says_why",
                condition=~Q(state__in=[LotState.UNSUCCESSFUL.value, LotState.DROPPED.value])
                | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.object[:80]
