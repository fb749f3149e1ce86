"""Committees, and what a table says to belong to them."""

from typing import Any, Self

from django.db import models
from django.db.models import CharField, Func


class CurrentCommittee(Func):
    """The committee that the connection works for: the database fills it in by itself."""

    function = "current_committee"
    arity = 0
    output_field = CharField(max_length=12)


class Committee(models.Model):
    """A departmental committee, by the code of its département (« 77 »)."""

    code = models.CharField(primary_key=True, max_length=12)
    name = models.CharField(max_length=200)
    carrier = models.CharField(max_length=200, blank=True)
    """The body that carries it."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="committee_code_is_plain", condition=models.Q(code__regex=r"^[0-9a-z-]{1,12}$")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Owned(models.Model):
    """The base of every table of ours but the nomenclatures: its rows belong to one committee.

    Nobody sets the column: the database writes the committee of the connection, refuses any
    other, and shows no row of another one (`kit.tenancy.walls`).
    """

    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        db_default=CurrentCommittee(),
        db_index=False,  # a handful of values: an index of its own would never be chosen
        editable=False,
        related_name="+",
    )
    was_read = False
    """Whether it came from the database, or was made here: the journal tells a new row whole."""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *arguments: Any, **options: Any) -> Self:
        row = super().from_db(*arguments, **options)
        row.was_read = True
        return row


class Shared(models.Model):
    """The base of nomenclatures, which are the same for everybody (communes, EPCI)."""

    class Meta:
        abstract = True
