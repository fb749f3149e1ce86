"""An append-only table: a trigger of its first migration forbids update, delete and truncate."""

from django.db import models
from django.db.models.functions import Now

from perenne.kit.tenancy.models import Owned


class Entry(Owned):
    act = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=40)
    person_id = models.BigIntegerField(null=True)
    organisation_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id", "id"])]
        constraints = [
            models.CheckConstraint(name="entry_names_its_act", condition=~models.Q(act="")),
            models.CheckConstraint(
                name="entry_names_its_subject", condition=~models.Q(subject_id="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} on {self.subject_type} {self.subject_id}"
