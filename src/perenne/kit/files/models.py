from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.kit.files.states import SERVED, FileState
from perenne.kit.tenancy import current_committee
from perenne.kit.tenancy.models import Owned


def new_place() -> str:
    """Where bytes will lie: a random name, in the folder of the committee."""
    return f"{current_committee()}/{uuid4()}"


class StoredFile(Owned):
    """What is known of a file; its bytes lie at `place` in the storage, unless it was infected."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=255)
    use = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, blank=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(db_default=Now())
    place = models.CharField(max_length=60, default=new_place, blank=True)
    sealed_with = models.CharField(max_length=40, blank=True)
    """The key of the environment that closes it; empty: its bytes lie open."""
    state = models.CharField(max_length=20, default=FileState.RECEIVED.value)
    engine = models.CharField(max_length=200, blank=True)
    verdict = models.CharField(max_length=200, blank=True)
    """The threat found, or what the scanner says of a file that it cannot look at."""
    scanned_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    served_at = models.DateTimeField(null=True)
    """When its bytes were last given out, in the state that it is in."""

    class Meta:
        indexes = [
            models.Index(
                fields=["kept_at"],
                name="file_still_to_scan",
                condition=Q(state__in=[FileState.RECEIVED.value, FileState.UNSCANNED.value]),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="stored_file_sha256_is_whole", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="stored_file_state_is_known",
                condition=Q(state__in=[state.value for state in FileState]),
            ),
            models.CheckConstraint(
                name="stored_file_served_is_clean",
                condition=Q(served_at=None) | Q(state__in=sorted(state.value for state in SERVED)),
            ),
            models.CheckConstraint(
                name="stored_file_clean_was_scanned",
                condition=~Q(state=FileState.CLEAN.value)
                | (Q(scanned_at__isnull=False) & ~Q(engine="")),
            ),
            models.CheckConstraint(
                name="stored_file_infected_keeps_no_bytes",
                condition=(Q(state=FileState.INFECTED.value) & Q(place="") & ~Q(verdict=""))
                | (~Q(state=FileState.INFECTED.value) & ~Q(place="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
