"""Places, as the official geographical code names them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from perenne.kit.tenancy.models import Shared


class Department(Shared):
    """`liaison` is the class of its article in the official code (TNCC): de, du, de la, de l’…"""

    code = models.CharField(primary_key=True, max_length=3)
    name = models.CharField(max_length=100)
    liaison = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class Epci(Shared):
    """An établissement public de coopération intercommunale, by its SIREN."""

    code = models.CharField(primary_key=True, max_length=9)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class Commune(Shared):
    insee_code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=100)
    folded = models.CharField(max_length=100, db_index=True)
    department_code = models.CharField(max_length=3, db_index=True)
    postcodes = ArrayField(models.CharField(max_length=5), default=list)
    epci = models.ForeignKey(Epci, models.PROTECT, null=True, related_name="+")
    population = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.department_code})"


class OldName(Shared):
    """A code and a name that lead to a commune: merged into it, a part of it, its former self."""

    code = models.CharField(max_length=5)
    name = models.CharField(max_length=100)
    folded = models.CharField(max_length=100)
    commune = models.ForeignKey(Commune, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "folded"], name="old_name_is_known_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name} → {self.commune_id}"


class Qpv(Shared):
    """A quartier prioritaire de la politique de la ville, in the list of one generation.

    Its communes are INSEE codes: nothing is ever deleted from a nomenclature, and a quartier may
    leave a commune from one list to the next.
    """

    code = models.CharField(primary_key=True, max_length=8)
    name = models.CharField(max_length=200)
    generation = models.PositiveSmallIntegerField()
    communes = ArrayField(models.CharField(max_length=5), default=list)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Outline(Shared):
    """The outline of a commune: closed rings of x, y, x, y… in ten-thousandths of degrees (WGS 84)

    Communes side by side have their common points in common: outlines add up without a seam.
    """

    commune = models.OneToOneField(Commune, models.CASCADE, primary_key=True, related_name="+")
    rings = models.JSONField()
    source = models.CharField(max_length=200)
    """Who drew it and under which licence, as the map must say."""

    def __str__(self) -> str:
        return f"{self.commune_id}, {self.source}"
