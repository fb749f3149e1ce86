from uuid import uuid4

from django.db import models
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned


class StoredFile(Owned):
    """What is known of a file; its bytes are in the storage under `id`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="stored_file_sha256_is_whole",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name
