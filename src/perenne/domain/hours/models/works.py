"""Hours worked: one line a person, a month, a kind; corrected by lines that compensate (I1, I3)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.hours.models.statements import Sheet
from perenne.kit.tenancy.models import Owned
from perenne.rules.hours.facts import HourKind

LONGEST_MONTH = 31 * 24 * 60


class Work(Owned):
    """`net_minutes` and `allocated_minutes` are counted by triggers alone (I19).

    A correction is negative or positive, names the line that it corrects and says why. A line
    moved from another month or contract names the correction that took its minutes away: it is
    added to a sheet whether that one is validated or not, and nobody takes it off.
    """

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="works")
    hiring = models.ForeignKey("hirings.Hiring", models.PROTECT, related_name="+")
    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    month = models.DateField()
    kind = models.CharField(max_length=30, default=HourKind.WORK.value)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    moved_from = models.OneToOneField("self", models.PROTECT, null=True, related_name="moved_to")
    minutes = models.IntegerField()
    reason = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=20, default="screen")
    external_id = models.CharField(max_length=80, blank=True)
    """What makes a line of a file the same line when the file comes again."""
    net_minutes = models.IntegerField(default=0, editable=False)
    allocated_minutes = models.IntegerField(default=0, editable=False)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["participant", "month"]),
            models.Index(
                fields=["committee", "sheet"],
                include=["hiring", "net_minutes", "allocated_minutes"],
                condition=Q(corrects__isnull=True, net_minutes__gt=F("allocated_minutes")),
                name="work_not_all_allocated",
            ),
            models.Index(
                fields=["committee", "recorded_at"],
                condition=Q(corrects__isnull=False) | Q(moved_from__isnull=False),
                name="work_corrected_or_moved",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "hiring", "kind"],
                condition=Q(corrects__isnull=True, moved_from__isnull=True),
                name="work_is_declared_once",
            ),
            models.UniqueConstraint(
                fields=["committee", "source", "external_id"],
                condition=~Q(external_id=""),
                name="work_is_imported_once",
            ),
            models.CheckConstraint(
                name="work_is_possible",
                condition=~Q(minutes=0)
                & Q(minutes__range=(-LONGEST_MONTH, LONGEST_MONTH))
                & (Q(corrects__isnull=False) | Q(minutes__gt=0))
                & Q(month__day=1)
                & Q(kind__in=[kind.value for kind in HourKind]),
            ),
            models.CheckConstraint(
                name="correction_says_why",
                condition=Q(corrects__isnull=True) | Q(reason__regex=r"\S.{3,}\S"),
            ),
            models.CheckConstraint(
                name="work_moved_says_why_and_corrects_nothing",
                condition=Q(moved_from__isnull=True)
                | (Q(corrects__isnull=True) & Q(reason__regex=r"\S.{3,}\S")),
            ),
            models.CheckConstraint(
                name="no_minute_is_counted_twice",
                condition=Q(allocated_minutes__gte=0) & Q(allocated_minutes__lte=F("net_minutes")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.month:%Y-%m} {self.minutes}"


class WorkDay(Owned):
    """The days of a line, where they are known."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="days")
    participant = models.ForeignKey("participants.Participant", models.PROTECT, related_name="+")
    day = models.DateField()
    minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["work", "day"], name="day_is_declared_once"),
            models.CheckConstraint(
                name="day_has_some_minutes", condition=Q(minutes__range=(1, 1_440))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.minutes}"
