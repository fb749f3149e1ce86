"""Meetings that follow a commitment: when, who sat there, what was said, who does what by when."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from perenne.domain.compliance.states import (
    CANCELLED,
    HELD,
    REVIEW_LIFE,
    SHARED,
    Attendee,
    ReviewState,
)
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned

MOST_FILES = 5
LONGEST_MINUTES = 20_000  # signs


class Review(Owned):
    """`due_on`: its day in the calendar that the clause writes; None when it comes in addition.

    `minutes` are Markdown. `version` counts what was written: a form filled in upon an older one
    is refused. Once shared, a trigger (migration of this table) keeps it as it was sent.
    """

    commitment = models.ForeignKey("clauses.Commitment", models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    state = StateField(REVIEW_LIFE)
    meets_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=300, blank=True)
    held_on = models.DateField(null=True)
    attendees = ArrayField(models.CharField(max_length=20), default=list)
    minutes = models.TextField(blank=True, max_length=LONGEST_MINUTES)
    version = models.PositiveIntegerField(default=0)
    shared_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was cancelled."""

    PRIVATE_FIELDS = ("minutes",)

    class Meta:
        indexes = [
            models.Index(fields=["committee", "state", "meets_at"], name="review_by_its_day")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "commitment", "due_on"],
                name="review_of_the_calendar_is_there_once",
            ),
            models.CheckConstraint(
                name="review_state_is_known",
                condition=Q(state__in=[state.value for state in ReviewState]),
            ),
            models.CheckConstraint(
                name="review_out_of_the_calendar_has_its_day",
                condition=Q(due_on__isnull=False) | Q(meets_at__isnull=False),
            ),
            models.CheckConstraint(
                name="review_planned_has_its_day_and_place",
                condition=~Q(state__in=[ReviewState.PLANNED.value, HELD.value, SHARED.value])
                | (Q(meets_at__isnull=False) & ~Q(place="")),
            ),
            models.CheckConstraint(
                name="review_held_says_when_and_with_whom",
                condition=~Q(state__in=[HELD.value, SHARED.value])
                | (Q(held_on__isnull=False) & ~Q(attendees=[])),
            ),
            models.CheckConstraint(
                name="review_attendees_are_known",
                condition=Q(attendees__contained_by=[one.value for one in Attendee]),
            ),
            models.CheckConstraint(
                name="review_shared_has_its_minutes",
                condition=Q(state=SHARED.value, shared_on__isnull=False, minutes__regex=r"\S")
                | (~Q(state=SHARED.value) & Q(shared_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="review_cancelled_says_why",
                condition=~Q(state=CANCELLED.value) | Q(reason__regex=r"\S.{3,}\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.due_on or self.meets_at}"


class ReviewDecision(Owned):
    """Who does what by when. Once the minutes are shared, only the day it was done changes."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="decisions")
    position = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=20)
    what = models.CharField(max_length=300)
    until = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "review", "position"], name="review_decision_has_its_place"
            ),
            models.CheckConstraint(
                name="review_decision_says_who_and_what",
                condition=Q(who__in=[one.value for one in Attendee]) & Q(what__regex=r"\S.{1,}\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}: {self.position}"


class ReviewFile(Owned):
    """A file that goes with the minutes; the database counts to five."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="files")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "review", "position"], name="review_file_has_its_place"
            ),
            models.CheckConstraint(
                name="review_has_five_files_at_most",
                condition=Q(position__gte=1, position__lte=MOST_FILES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}: {self.position}"
