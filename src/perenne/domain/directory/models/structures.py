"""Structures of the territory: who they are, what they do, where, and how much of it a month."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from perenne.domain.directory.states import (
    FILES,
    KINDS,
    STRUCTURE_LIFE,
    StructureSource,
    StructureState,
    WorkMode,
)
from perenne.domain.organisations.states import values_of
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Structure(Owned):
    """An inclusion structure or a prescriber, with a space here or not.

    Places are in millionths of degrees (WGS 84). The contact is that of the organisation, never
    that of a person.
    """

    name = models.CharField(max_length=200)
    brand = models.CharField(max_length=200, blank=True)
    """The name under which people know it, when it is another one."""
    siret = models.CharField(max_length=14, null=True, blank=True)  # noqa: DJ001 - many have none
    kind = models.CharField(max_length=20, choices=KINDS)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.SET_NULL, null=True, related_name="+"
    )
    """Its space on the platform."""
    commune = models.ForeignKey("territories.Commune", models.PROTECT, null=True, related_name="+")
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    latitude = models.IntegerField(null=True)
    longitude = models.IntegerField(null=True)
    about = models.CharField(max_length=2000, blank=True)
    website = models.URLField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    networks = ArrayField(models.CharField(max_length=60), default=list)
    modes = ArrayField(models.CharField(max_length=10), default=list)
    """How it works for companies: `WorkMode`."""
    qpv = models.BooleanField(null=True)
    """Whether it stands in a priority neighbourhood; None when nobody said."""
    source = models.CharField(max_length=20)
    """Who spoke last: `StructureSource`."""
    said_on = models.DateField()
    """The last day on which somebody said that its facts are right."""
    told_on = models.DateField(null=True)
    """The day of the newest facts that were not its own: an older file changes nothing."""
    own = ArrayField(models.CharField(max_length=20), default=list)
    """What it said itself, by name of field: no file writes over it."""
    state = StateField(STRUCTURE_LIFE, max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(name="structure_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="structure_siret_has_fourteen_digits",
                condition=Q(siret__isnull=True) | Q(siret__regex=r"^[0-9]{14}$"),
            ),
            models.CheckConstraint(
                name="structure_kind_is_known", condition=Q(kind__in=sorted(KINDS))
            ),
            models.CheckConstraint(
                name="structure_source_is_known",
                condition=Q(source__in=values_of(StructureSource)),
            ),
            models.CheckConstraint(
                name="structure_state_is_known", condition=Q(state__in=values_of(StructureState))
            ),
            models.CheckConstraint(
                name="structure_modes_are_known",
                condition=Q(modes__contained_by=values_of(WorkMode)),
            ),
            models.CheckConstraint(
                name="structure_stands_on_the_globe",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__range=(-90_000_000, 90_000_000),
                    longitude__range=(-180_000_000, 180_000_000),
                ),
            ),
            models.UniqueConstraint(
                fields=["committee", "organisation"], name="organisation_has_one_structure"
            ),
        ]
        indexes = [
            models.Index(fields=["committee", "siret"], name="structure_by_siret"),
            models.Index(fields=["committee", "-said_on", "id"], name="structures_said_last"),
        ]

    def __str__(self) -> str:
        return self.name


class Origin(Owned):
    """A structure as a file knows it: the key under which it comes back in the next one."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="origins")
    source = models.CharField(max_length=20)
    key = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="origin_is_a_file",
                condition=Q(source__in=sorted(one.value for one in FILES)),
            ),
            models.CheckConstraint(name="origin_has_a_key", condition=~Q(key="")),
            models.UniqueConstraint(
                fields=["committee", "source", "key"], name="origin_is_one_in_its_committee"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.key}"


class StructureTrade(Owned):
    """A trade that it works in: a code of `rules.segments.TRADES`."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="trades")
    trade = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.CheckConstraint(name="structure_trade_is_said", condition=~Q(trade="")),
            models.UniqueConstraint(
                fields=["committee", "structure", "trade"], name="structure_has_a_trade_once"
            ),
        ]
        indexes = [models.Index(fields=["committee", "trade"], name="structures_by_trade")]

    def __str__(self) -> str:
        return f"{self.structure_id}: {self.trade}"


class StructureArea(Owned):
    """Where it works: one commune, one EPCI or one département. No area: around its own place."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="areas")
    commune = models.ForeignKey("territories.Commune", models.CASCADE, null=True, related_name="+")
    epci = models.ForeignKey("territories.Epci", models.CASCADE, null=True, related_name="+")
    department_code = models.CharField(max_length=3, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="structure_area_is_one_place",
                condition=Q(commune__isnull=False, epci__isnull=True, department_code="")
                | Q(commune__isnull=True, epci__isnull=False, department_code="")
                | (Q(commune__isnull=True, epci__isnull=True) & ~Q(department_code="")),
            ),
            models.UniqueConstraint(
                fields=["committee", "structure", "commune", "epci", "department_code"],
                name="structure_area_is_said_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure_id}: {self.commune_id or self.epci_id or self.department_code}"


class Capacity(Owned):
    """Minutes a month that it can give in a trade, all its clients together; and when it said so.

    What it has promised to clauses is not taken off: `promises` does that.
    """

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="capacities")
    trade = models.CharField(max_length=30)
    minutes_per_month = models.PositiveIntegerField()
    said_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="capacity_is_of_a_trade", condition=~Q(trade="")),
            models.UniqueConstraint(
                fields=["committee", "structure", "trade"], name="capacity_is_said_once_a_trade"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure_id}: {self.trade}, {self.minutes_per_month} min"
