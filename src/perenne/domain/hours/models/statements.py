"""What a company declares once a month, for all its contracts."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.hours.states import SHEET_LIFE, SheetState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned

FIRST_DAY = Q(month__day=1)


class Statement(Owned):
    """One company, one month; it has no state: those of its sheets say where it stands."""

    siret = models.CharField(max_length=14)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    """Its space, once it has one."""
    month = models.DateField()
    opened_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["committee", "month"], name="statements_by_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "siret", "month"], name="company_declares_once_a_month"
            ),
            models.CheckConstraint(
                name="statement_is_of_a_month_and_a_company",
                condition=FIRST_DAY & Q(siret__regex=r"^[0-9]{14}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.siret} {self.month:%Y-%m}"


class Sheet(Owned):
    """The part of a statement that is about one commitment, validated by its facilitator.

    `is_nil`: declared without any hour. A sheet validated never opens again (I4).
    `declared_minutes`: of its lines, counted by triggers while it is to validate.
    """

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="sheets")
    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    month = models.DateField()
    state = StateField(SHEET_LIFE)
    is_nil = models.BooleanField(default=False)
    declared_at = models.DateTimeField(null=True)
    declared_minutes = models.PositiveIntegerField(null=True, editable=False)
    validated_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=1000, blank=True)
    """What is disputed."""

    class Meta:
        indexes = [
            models.Index(fields=["facilitator", "state", "month"]),
            models.Index(fields=["committee", "state", "month"], name="sheets_by_state"),
            models.Index(
                fields=["committee", "declared_at", "id"],
                include=["facilitator", "declared_minutes"],
                condition=Q(state=SheetState.DECLARED.value),
                name="sheets_to_validate",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "commitment"], name="sheet_is_one_in_its_statement"
            ),
            models.CheckConstraint(
                name="sheet_state_is_known",
                condition=Q(state__in=[state.value for state in SheetState]) & FIRST_DAY,
            ),
            models.CheckConstraint(
                name="sheet_declared_or_validated_has_its_moment",
                condition=(Q(state=SheetState.OPEN.value) | Q(declared_at__isnull=False))
                & (Q(state=SheetState.VALIDATED.value) ^ Q(validated_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="sheet_declared_says_its_minutes",
                condition=~Q(state=SheetState.DECLARED.value) | Q(declared_minutes__isnull=False),
            ),
            models.CheckConstraint(
                name="sheet_disputed_says_why",
                condition=~Q(state=SheetState.DISPUTED.value) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.month:%Y-%m}"
