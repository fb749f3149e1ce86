"""Who acts: organisations, the seats that people hold in them."""

from django.db import models
from django.db.models import Q

from perenne.kit.actors import Role
from perenne.kit.tenancy.models import Owned


class Kind(models.TextChoices):
    BUYER = Role.BUYER.value, "Acheteur"
    FACILITATOR = Role.FACILITATOR.value, "Facilitateur"
    COMPANY = Role.COMPANY.value, "Entreprise"
    INCLUSION_STRUCTURE = Role.INCLUSION_STRUCTURE.value, "Structure d’insertion"
    PRESCRIBER = Role.PRESCRIBER.value, "Prescripteur"
    COORDINATION = Role.COORDINATION.value, "Coordination"


class Organisation(Owned):
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    siret = models.CharField(max_length=14, null=True, blank=True)  # noqa: DJ001 - many have none
    buyer_kind = models.CharField(max_length=30, blank=True)
    commune = models.ForeignKey("territories.Commune", models.PROTECT, null=True, related_name="+")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="organisation_kind_is_known", condition=Q(kind__in=Kind.values)
            ),
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="organisation_siret_has_fourteen_digits",
                condition=Q(siret__isnull=True) | Q(siret__regex=r"^[0-9]{14}$"),
            ),
            models.UniqueConstraint(
                fields=["committee", "siret"], name="organisation_siret_is_one_in_its_committee"
            ),
            models.CheckConstraint(
                name="buyer_alone_has_a_buyer_kind",
                condition=Q(kind=Kind.BUYER) ^ Q(buyer_kind=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(Owned):
    """A person acting for an organisation."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    is_admin = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"], name="one_seat_per_person_and_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} @ {self.organisation_id}"
