from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned


class Consent(Owned):
    """Somebody agreed to one version of one text; the proof is kept when they change their mind."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    text = models.CharField(max_length=40)
    """The code of the text; its versions are in `queries.texts`."""
    version = models.PositiveSmallIntegerField()
    means = models.CharField(max_length=200)
    """Where and how it was given, in French."""
    given_at = models.DateTimeField(db_default=Now())
    withdrawn_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)
    """Withdrawn, or its person erased: from then on it is kept as a proof only."""

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="consent_names_its_text", condition=~Q(text="")),
            models.CheckConstraint(name="consent_says_its_means", condition=~Q(means="")),
            models.CheckConstraint(
                name="consent_withdrawn_is_ended",
                condition=Q(withdrawn_at__isnull=True) | Q(ended_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.version}"
