"""Hours that lack on a commitment, the letters that its party receives, what it answers."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.compliance.states import (
    CLOSED,
    SHORTFALL_LIFE,
    LetterKind,
    ShortfallState,
)
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned

LIVE = [ShortfallState.OPEN.value, ShortfallState.PROPOSED.value]


class Shortfall(Owned):
    """`expected_minutes` and `counted_minutes`: on the day of the alert, for memory."""

    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    opened_on = models.DateField()
    expected_minutes = models.PositiveBigIntegerField()
    counted_minutes = models.PositiveBigIntegerField()
    state = StateField(SHORTFALL_LIFE)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was closed without any decision."""

    class Meta:
        indexes = [models.Index(fields=["state", "opened_on"])]
        constraints = [
            models.CheckConstraint(
                name="shortfall_state_is_known",
                condition=Q(state__in=[state.value for state in ShortfallState]),
            ),
            models.CheckConstraint(
                name="compliant_party_has_no_shortfall",
                condition=Q(counted_minutes__lt=F("expected_minutes")),
            ),
            models.CheckConstraint(
                name="shortfall_closed_says_why",
                condition=~Q(state=CLOSED.value) | Q(reason__regex=r"\S.{3,}\S"),
            ),
            models.UniqueConstraint(
                fields=["committee", "commitment"],
                condition=Q(state__in=LIVE),
                name="commitment_has_one_shortfall_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.opened_on}"


class Letter(Owned):
    """Delays run from the day it was received; that day is written once (CCAG 3.2)."""

    shortfall = models.ForeignKey(Shortfall, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20)
    sent_on = models.DateField()
    received_on = models.DateField(null=True)
    sent_by = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["shortfall", "kind"], name="letter_of_a_kind_is_sent_once"
            ),
            models.CheckConstraint(
                name="letter_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in LetterKind]),
            ),
            models.CheckConstraint(
                name="letter_is_received_once_sent",
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("sent_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shortfall_id}: {self.kind}"


class Observation(Owned):
    """What a party answers; it may add to it until the decision, and changes none of it."""

    shortfall = models.ForeignKey(Shortfall, models.PROTECT, related_name="observations")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    text = models.CharField(max_length=5000)
    said_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="observation_says_something", condition=Q(text__regex=r"\S.{3,}\S")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shortfall_id}"
