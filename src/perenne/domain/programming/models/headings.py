from django.db import models

from perenne.kit.tenancy.models import Owned


class HeadingMemory(Owned):
    """What a buyer once said that a heading of theirs means; `column` "" means ignore it."""

    buyer = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    heading = models.CharField(max_length=200)
    """Folded."""
    column = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["buyer", "heading"], name="heading_means_one_thing_to_its_buyer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading} = {self.column}"
