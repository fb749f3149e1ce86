"""A bilan as it was on the day it was signed, and the words that people put beside its figures."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.assessments.states import Block
from perenne.kit.tenancy.models import Owned

LONGEST_TEXT = 10_000
LONGEST_KEY = 20


class OfScope(Owned):
    """Of what, and from which first day of a month to which other (excluded)."""

    scope_kind = models.CharField(max_length=20)
    scope_key = models.CharField(max_length=LONGEST_KEY)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        abstract = True


class Narrative(OfScope):
    """A text of a bilan still alive; `number` grows by one each time it is written."""

    block = models.CharField(max_length=20)
    text = models.TextField(max_length=LONGEST_TEXT)
    number = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    PRIVATE_FIELDS = ("text",)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "scope_kind", "scope_key", "starts_on", "ends_on", "block"],
                name="bilan_has_one_text_of_a_block",
            ),
            models.CheckConstraint(
                name="narrative_block_is_known",
                condition=Q(block__in=[block.value for block in Block]),
            ),
            models.CheckConstraint(
                name="narrative_ends_after_it_starts", condition=Q(ends_on__gt=F("starts_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope_kind} {self.scope_key}, {self.starts_on}: {self.block}"


class FrozenBilan(OfScope):
    """Every figure and every text, written once: a new version replaces it, none is changed.

    `content` is JSON (see `queries.keeping`), `print` its SHA-256, which a check computes again.
    """

    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    content = models.TextField()
    print = models.CharField(max_length=64)
    known_on = models.DateField()
    """The figures are those that the platform knew that day."""
    frozen_at = models.DateTimeField(db_default=Now())

    PRIVATE_FIELDS = ("content",)

    class Meta:
        ordering = ["-frozen_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "scope_kind", "scope_key", "starts_on", "ends_on", "version"],
                name="frozen_bilan_has_one_version_of_a_number",
            ),
            models.CheckConstraint(
                name="frozen_bilan_ends_after_it_starts", condition=Q(ends_on__gt=F("starts_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class Signature(Owned):
    """Whoever froze it signs first; each organisation that reads it may sign once after that."""

    bilan = models.ForeignKey(FrozenBilan, models.PROTECT, related_name="signatures")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    quality = models.CharField(max_length=120)
    """« Directrice », « Responsable des marchés »: what they sign as."""
    signed_at = models.DateTimeField(db_default=Now())

    PRIVATE_FIELDS = ("name",)

    class Meta:
        ordering = ["signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bilan", "organisation"], name="organisation_signs_a_bilan_once"
            ),
            models.CheckConstraint(
                name="signature_says_who_and_as_what",
                condition=~Q(name="") & Q(quality__regex=r"\S.*\S"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bilan_id}: {self.organisation_id}"
