from django.db import models
from django.db.models import Q

from perenne.domain.programming.models.programmes import Programme
from perenne.kit.french import Fate, LineKind
from perenne.kit.tenancy.models import Owned


class SourceLine(Owned):
    """One row of the file, and what became of it: nothing of a file is dropped in silence."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="lines")
    sheet = models.CharField(max_length=100)
    number = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    fate = models.CharField(max_length=12)
    kind = models.CharField(max_length=12)
    reason = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "sheet", "number"], name="source_line_is_accounted_for_once"
            ),
            models.CheckConstraint(name="source_line_fate_is_known", condition=Q(fate__in=Fate)),
            models.CheckConstraint(
                name="source_line_kind_is_known", condition=Q(kind__in=LineKind)
            ),
            models.CheckConstraint(
                name="source_line_set_aside_says_why",
                condition=Q(fate=Fate.KEPT) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.number}"
