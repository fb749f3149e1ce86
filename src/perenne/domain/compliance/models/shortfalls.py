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

MOST_FILES = 5
LIVE = [ShortfallState.OPEN.value, ShortfallState.PROPOSED.value]


class Shortfall(Owned):
    """`expected_minutes`: by `measured_on`, the last day whose hours were known on the day of the
    alert; `counted_minutes`: in all, that day. For memory."""

    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    opened_on = models.DateField()
    expected_minutes = models.PositiveBigIntegerField()
    counted_minutes = models.PositiveBigIntegerField()
    measured_on = models.DateField()
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
                name="shortfall_is_of_days_that_are_over",
                condition=Q(measured_on__lte=F("opened_on")),
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
    """Delays run from the day it was received; that day is written once (CCAG 3.2).

    What it says is kept with it: its hours (`settled_minutes`: of those that lack, what a decision
    had settled), the day by which they were due, the days it leaves (0: none), and, where an amount
    is told, the inputs that it was computed from.
    """

    shortfall = models.ForeignKey(Shortfall, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20)
    sent_on = models.DateField()
    received_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    """The last day that it leaves, written with its receipt."""
    sent_by = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    expected_minutes = models.PositiveBigIntegerField(default=0)
    counted_minutes = models.PositiveBigIntegerField(default=0)
    settled_minutes = models.PositiveBigIntegerField(default=0)
    measured_on = models.DateField()
    days = models.PositiveSmallIntegerField(default=0)
    inputs = models.JSONField(null=True)

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
                name="letter_is_of_days_that_are_over",
                condition=Q(measured_on__lte=F("sent_on")),
            ),
            models.CheckConstraint(
                name="letter_settles_no_more_than_lacks",
                condition=Q(settled_minutes=0)
                | Q(expected_minutes__gte=F("counted_minutes") + F("settled_minutes")),
            ),
            models.CheckConstraint(
                name="letter_is_received_once_sent",
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("sent_on")),
            ),
            models.CheckConstraint(
                name="delay_of_a_letter_runs_from_its_receipt",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("received_on")),
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


class ObservationFile(Owned):
    """What came with an answer: never shown inline, given back by `kit/files` alone."""

    observation = models.ForeignKey(Observation, models.PROTECT, related_name="files")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "position"], name="observation_file_has_its_place"
            ),
            models.CheckConstraint(
                name="observation_has_five_files_at_most",
                condition=Q(position__gte=1, position__lte=MOST_FILES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.observation_id}: {self.position}"
