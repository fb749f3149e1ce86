"""A text, and its revisions, which are only ever added."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.library.models.kinds import Kind, Section
from perenne.domain.library.states import TEXT_LIFE, TextState
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Text(Owned):
    """A page, a question with its answer, a piece of news: where it stands, and what is shown.

    `shown_number` is the revision that visitors read, 0 for none.
    """

    kind = models.CharField(max_length=20)
    section = models.CharField(max_length=20)
    slug = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=100)
    state = StateField(TEXT_LIFE)
    shown_number = models.PositiveIntegerField(default=0)
    last_number = models.PositiveIntegerField(default=0)
    published_on = models.DateField(null=True)
    """The day of its first publication: that of a piece of news."""

    class Meta:
        ordering = ["section", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "kind", "slug"], name="text_has_an_address_of_its_own"
            ),
            models.CheckConstraint(name="text_kind_is_known", condition=Q(kind__in=[*Kind])),
            models.CheckConstraint(
                name="text_section_is_known", condition=Q(section__in=[*Section])
            ),
            models.CheckConstraint(
                name="text_slug_is_plain", condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$")
            ),
            models.CheckConstraint(
                name="text_published_shows_a_revision",
                condition=Q(
                    state=TextState.PUBLISHED, shown_number__gt=0, published_on__isnull=False
                )
                | Q(state=TextState.DRAFT, shown_number=0),
            ),
            models.CheckConstraint(
                name="text_shows_a_revision_that_exists",
                condition=Q(shown_number__lte=F("last_number")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class Revision(Owned):
    """What a text said at one moment. Never changed: the database refuses it."""

    text = models.ForeignKey(Text, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=500, blank=True)
    body = models.TextField()
    keywords = models.CharField(max_length=500, blank=True)
    """Words that people may use and the text does not; never shown."""
    valid_since = models.DateField()
    checked_on = models.DateField()
    responsible = models.CharField(max_length=200)
    is_original = models.BooleanField(default=False)
    """Shipped with the platform, or put back from what was."""
    author = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(db_default=Now())
    folded_title = models.TextField()
    folded_body = models.TextField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "text", "number"], name="revision_number_is_taken_once"
            ),
            models.CheckConstraint(name="revision_has_a_number", condition=Q(number__gt=0)),
            models.CheckConstraint(
                name="revision_says_something", condition=~Q(title="") & ~Q(body="")
            ),
            models.CheckConstraint(
                name="revision_says_who_answers_for_it", condition=~Q(responsible="")
            ),
            models.CheckConstraint(
                name="revision_has_an_author_or_is_original",
                condition=Q(is_original=True) | Q(author__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
