"""Places, as the official geographical code names them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from perenne.kit.tenancy.models import Shared


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

    def __str__(self) -> str:
        return f"{self.name} ({self.department_code})"
