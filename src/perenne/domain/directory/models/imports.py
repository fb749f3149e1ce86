"""Files of structures, each row with what became of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.directory.models.structures import Structure
from perenne.domain.directory.states import FILES, IMPORT_LIFE, ImportState, Outcome
from perenne.domain.organisations.states import values_of
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Import(Owned):
    """A file that was read: tried first, then applied or dropped. The file itself is not kept."""

    source = models.CharField(max_length=20)
    filename = models.CharField(max_length=200)
    dated_on = models.DateField()
    """The day of the file: that of the rows which say none."""
    departments = ArrayField(models.CharField(max_length=3))
    """Where structures are taken from: the rows of other départements are set aside."""
    notes = ArrayField(models.CharField(max_length=300), default=list)
    """What the reading of the file had to say of it as a whole."""
    tried_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)
    state = StateField(IMPORT_LIFE, max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="directory_import_is_of_a_known_format",
                condition=Q(source__in=sorted(one.value for one in FILES)),
            ),
            models.CheckConstraint(
                name="directory_import_state_is_known",
                condition=Q(state__in=values_of(ImportState)),
            ),
            models.CheckConstraint(
                name="directory_import_applied_says_when",
                condition=Q(state=ImportState.APPLIED.value) ^ Q(applied_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.filename


class ImportedRow(Owned):
    """A row of a file: what it said, what became of it and why. `line` is what the reader of the
    file sees: the header of a sheet is line 1, the first object of a JSON array is 1.

    `facts`, `email` and `phone` wait for the file to be applied, and are emptied then.
    """

    batch = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    key = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=10)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was set aside, or which facts were new; in French."""
    structure = models.ForeignKey(Structure, models.SET_NULL, null=True, related_name="+")
    facts = models.JSONField(default=dict)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="imported_row_outcome_is_known", condition=Q(outcome__in=values_of(Outcome))
            ),
            models.CheckConstraint(
                name="imported_row_set_aside_says_why",
                condition=~Q(outcome=Outcome.SET_ASIDE.value) | ~Q(reason=""),
            ),
            models.UniqueConstraint(
                fields=["committee", "batch", "line"], name="imported_row_is_accounted_for_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}, {self.line}: {self.outcome}"
