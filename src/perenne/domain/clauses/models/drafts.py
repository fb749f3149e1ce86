"""What is said around a clause while it is drafted: requirements, versions, comments."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.domain.clauses.models.clauses import Clause
from perenne.kit.tenancy.models import Owned


class QualityRequirement(Owned):
    """What the clause asks of the insertion besides hours; kinds are those of `rules.quality`.

    `quantity` in the unit of its kind: hours, months, persons, percent.
    """

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="requirements")
    kind = models.CharField(max_length=40)
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["clause", "kind"], name="requirement_is_made_once_in_a_clause"
            ),
            models.CheckConstraint(
                name="requirement_asks_for_something", condition=Q(quantity__gte=1) & ~Q(kind="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.quantity}"


class ClauseVersion(Owned):
    """A clause as it was submitted to its buyer. Never changed: the database refuses it."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    terms = models.JSONField()
    """Each term by its column, as it was kept; requirements by their kind."""
    texts = models.JSONField()
    """Each piece in the order of the file, as `queries.freezing` writes it."""
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    """Who submitted it; the journal says which person."""
    made_on = models.DateField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["clause", "number"], name="clause_version_number_is_taken_once"
            ),
            models.CheckConstraint(
                name="clause_version_is_counted_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clause_id} v{self.number}"


class ClauseComment(Owned):
    """A remark on a piece of the file, or on the whole; answers hang from the first one."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="comments")
    thread = models.ForeignKey("self", models.PROTECT, null=True, related_name="answers")
    piece = models.CharField(max_length=10, blank=True)
    text = models.TextField()
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now())
    resolved_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="clause_comment_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="clause_comment_alone_in_its_thread_is_resolved",
                condition=Q(thread__isnull=True) | Q(resolved_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
