"""The journal and its chain. The application adds entries; the database alone adds the rest."""

from typing import ClassVar

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from perenne.kit.actors import Role
from perenne.kit.tenancy.models import Owned

WITHOUT_A_PERSON = [role.value for role in (Role.HOUSE, Role.VISITOR, Role.COMMAND)]
UNSAID = "unsaid"
"""The role of those who acted before roles were kept; their person is known."""
ROLES = [*(role.value for role in Role), UNSAID]
SAID = r"\S(?:.|\n){3,}\S"
"""Five characters at least, of which the first and the last are seen."""


class Entry(Owned):
    """What was done. A column added one day must accept NULL: it then changes no older hash."""

    act = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=40)
    person_id = models.BigIntegerField(null=True)
    organisation_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=20)
    reason = models.TextField(db_default="")
    facts = models.JSONField(db_default={})
    """What the act says of itself that no column of its row keeps."""
    changes = models.JSONField(db_default={})
    """Field → [before, after]; an empty list where the values are not to be read here."""
    correlation = models.CharField(max_length=40, db_default="")
    """The request or the job in which it was done."""
    sensitive = models.BooleanField(db_default=False)
    """Written by the database, from the acts that were declared so."""
    at = models.DateTimeField(db_default=Now())
    """Written by the database."""

    COLUMNS_GIVEN: ClassVar = (
        "act", "changes", "correlation", "facts", "organisation_id", "person_id", "reason", "role",
        "subject_id", "subject_type",
    )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "id"]),
            BrinIndex(fields=["at"], name="journal_entry_at"),
        ]
        constraints = [
            models.CheckConstraint(name="entry_names_its_act", condition=~Q(act="")),
            models.CheckConstraint(name="entry_names_its_subject", condition=~Q(subject_id="")),
            models.CheckConstraint(name="entry_role_is_known", condition=Q(role__in=ROLES)),
            models.CheckConstraint(
                name="entry_without_a_person_says_who_acted",
                condition=Q(person_id__isnull=False) | Q(role__in=WITHOUT_A_PERSON),
            ),
            models.CheckConstraint(
                name="entry_of_a_sensitive_act_says_why",
                condition=Q(sensitive=False) | Q(reason__regex=SAID),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} on {self.subject_type} {self.subject_id}"


class Link(Owned):
    """An entry in the chain of its committee: written by a trigger when its act is committed."""

    # Without a constraint: an entry that somebody took away leaves its link, which tells.
    entry = models.OneToOneField(
        Entry, models.PROTECT, primary_key=True, db_constraint=False, related_name="link"
    )
    seq = models.BigIntegerField()
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee", "seq"], name="link_has_its_own_place"),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.seq}"


class Head(Owned):
    """Where the chain of a committee ends; its row is the lock of those who write."""

    seq = models.BigIntegerField()
    hash = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee"], name="head_is_one_in_its_committee"),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.seq}"


class Reading(Owned):
    """Somebody read what is sensitive of a person; kept twelve months."""

    person_id = models.BigIntegerField(null=True)
    organisation_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=20)
    subject_type = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=40)
    correlation = models.CharField(max_length=40, db_default="")
    at = models.DateTimeField(db_default=Now())
    """Written by the database."""

    COLUMNS_GIVEN: ClassVar = (
        "correlation", "organisation_id", "person_id", "role", "subject_id", "subject_type",
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["person_id", "at"])]
        constraints = [
            models.CheckConstraint(name="reading_names_its_subject", condition=~Q(subject_id="")),
            models.CheckConstraint(
                name="reading_without_a_person_says_who_read",
                condition=Q(person_id__isnull=False) | Q(role__in=WITHOUT_A_PERSON),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.subject_type} {self.subject_id}"
