"""Structures that an organisation keeps at hand, under a name of its own."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from perenne.domain.directory.models.structures import Structure
from perenne.kit.tenancy.models import Owned


class SavedList(Owned):
    """Shared by the people of the organisation, seen by nobody else."""

    owner = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(name="saved_list_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                "committee", "owner", Lower("name"), name="saved_list_has_a_name_of_its_own"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SavedStructure(Owned):
    list = models.ForeignKey(SavedList, models.CASCADE, related_name="saved")
    structure = models.ForeignKey(Structure, models.CASCADE, related_name="+")
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "list", "structure"], name="structure_is_saved_once_in_a_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list_id}: {self.structure_id}"
