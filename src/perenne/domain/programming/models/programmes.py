from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.programming.states import PROGRAMME_LIFE, ProgrammeState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Programme(Owned):
    """A file of planned purchases: a visitor's until it has a buyer, by the key of a session."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)
    buyer = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    visitor_key = models.CharField(max_length=64, blank=True)
    buyer_kind = models.CharField(max_length=30)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    bundle = models.ForeignKey(
        "programming.Bundle", models.SET_NULL, null=True, blank=True, related_name="programmes"
    )
    """The files that came with it, if it did not come alone."""
    received_on = models.DateField()
    received_at = models.DateTimeField(db_default=Now())
    sent_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    version = models.PositiveSmallIntegerField(default=0)
    """Of this buyer and this year, from 1 on; 0 until it is sent."""
    previous = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    """What it is compared with: the version before, else the year before, unless said."""
    compared_on = models.DateField(null=True)
    state = StateField(PROGRAMME_LIFE, default=models.NOT_PROVIDED)
    answers = models.JSONField(default=dict)
    """What the user said of the columns: sheet name → column index → Column or ""."""
    notes = models.JSONField(default=list)
    """French sentences about the file as a whole."""
    lines_total = models.PositiveIntegerField(default=0)
    lines_read = models.PositiveIntegerField(default=0)

    PRIVATE_FIELDS = frozenset({"visitor_key"})
    """It opens the draft to whoever holds it: the journal never keeps it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["buyer", "year", "version"],
                condition=Q(version__gt=0),
                name="programme_version_is_one_for_its_buyer_and_year",
            ),
            models.CheckConstraint(
                name="programme_version_has_a_year_and_a_day",
                condition=Q(version=0) | Q(year__isnull=False, sent_on__isnull=False),
            ),
            models.CheckConstraint(
                name="programme_is_compared_with_another",
                condition=Q(previous__isnull=True) | ~Q(previous=F("id")),
            ),
            models.CheckConstraint(
                name="programme_state_is_known",
                condition=Q(state__in=[state.value for state in ProgrammeState]),
            ),
            models.CheckConstraint(
                name="programme_belongs_to_somebody",
                condition=Q(buyer__isnull=False) | ~Q(visitor_key=""),
            ),
            models.CheckConstraint(
                name="programme_sent_has_a_buyer",
                condition=~Q(state=ProgrammeState.SENT) | Q(buyer__isnull=False),
            ),
            models.CheckConstraint(
                name="programme_reads_no_more_than_its_lines",
                condition=Q(lines_read__lte=F("lines_total")),
            ),
        ]

    def __str__(self) -> str:
        return self.title
