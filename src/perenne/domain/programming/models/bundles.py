from uuid import uuid4

from django.db import models
from django.db.models import Q

from perenne.kit.tenancy.models import Owned


class Bundle(Owned):
    """Files that were sent together: programmes, and the documents that go with them."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    buyer = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    visitor_key = models.CharField(max_length=64, blank=True)
    buyer_kind = models.CharField(max_length=30)
    received_on = models.DateField()

    PRIVATE_FIELDS = frozenset({"visitor_key"})

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="bundle_belongs_to_somebody",
                condition=Q(buyer__isnull=False) | ~Q(visitor_key=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.received_on}: {self.pk}"


class Enclosure(Owned):
    """A document that is no table: kept for the facilitator, and read by nobody before."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="enclosures")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.bundle_id}: {self.file_id}"
