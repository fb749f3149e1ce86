"""A file of hours on its way to the sheets, and what people said once of such files."""

from django.db import models
from django.db.models import F, Q

from perenne.domain.hours.states import IMPORT_LIFE, ImportState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class HoursImport(Owned):
    """Of one company, whoever sends it: itself, or a facilitator for it. It goes with its file."""

    siret = models.CharField(max_length=14)
    company = models.CharField(max_length=200)
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    """Who sends it."""
    is_own = models.BooleanField()
    """Whether the company sends it; else a facilitator does, for contracts of hers."""
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    state = StateField(IMPORT_LIFE)
    received_on = models.DateField()
    said = models.JSONField(default=dict)
    """What was said of the columns: tab → index → meaning, « unit », « month »."""
    found = models.JSONField(default=dict)
    """Fate → rows and minutes; months of sheets; notes: no name of anybody."""
    sheets_done = models.PositiveIntegerField(default=0)
    """How many sheets are written: where a run that died is taken up again."""
    sheets_total = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["organisation", "received_on"])]
        constraints = [
            models.CheckConstraint(
                name="import_state_is_known",
                condition=Q(state__in=[state.value for state in ImportState]),
            ),
            models.CheckConstraint(
                name="import_is_of_a_company", condition=Q(siret__regex=r"^[0-9]{14}$")
            ),
            models.CheckConstraint(
                name="import_writes_no_more_than_its_sheets",
                condition=Q(sheets_done__lte=F("sheets_total")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.siret} {self.received_on}"


class ImportLine(Owned):
    """A row of the file that cannot be taken as it stands, and why."""

    hours_import = models.ForeignKey(HoursImport, models.CASCADE, related_name="lines")
    tab = models.CharField(max_length=100)
    number = models.PositiveIntegerField()
    reason = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hours_import", "tab", "number"], name="import_line_is_refused_once"
            ),
            models.CheckConstraint(name="import_line_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.tab} {self.number}"


class RememberedLayout(Owned):
    """What an organisation once said of files that have these headings."""

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    said = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "signature"], name="layout_is_remembered_once"
            ),
        ]

    def __str__(self) -> str:
        return self.signature


class RememberedPerson(Owned):
    """Whom an organisation calls so; `mark` is a print, from which no name is read.

    Without a participant: somebody who is not of the crew, whose rows are left out.
    """

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)
    participant = models.ForeignKey(
        "participants.Participant", models.CASCADE, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "mark"], name="person_is_remembered_once"
            ),
        ]

    def __str__(self) -> str:
        return self.mark
