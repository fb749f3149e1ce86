"""Who acts: organisations, the seats that people hold in them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from perenne.domain.organisations.states import (
    ASKED,
    CLOSED,
    INVITATION_LIFE,
    OPEN,
    ORGANISATION_LIFE,
    REFUSED,
    REQUEST_LIFE,
    SUSPENDED,
    VERIFIED,
    InvitationState,
    OrganisationState,
    PrescriberKind,
    RequestState,
    StructureKind,
    values_of,
)
from perenne.kit.actors import Role
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Kind(models.TextChoices):
    BUYER = Role.BUYER.value, "Acheteur"
    FACILITATOR = Role.FACILITATOR.value, "Facilitateur"
    COMPANY = Role.COMPANY.value, "Entreprise"
    INCLUSION_STRUCTURE = Role.INCLUSION_STRUCTURE.value, "Structure d’insertion"
    PRESCRIBER = Role.PRESCRIBER.value, "Prescripteur"
    COORDINATION = Role.COORDINATION.value, "Coordination"


STRUCTURE = Kind.INCLUSION_STRUCTURE


class Organisation(Owned):
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    siret = models.CharField(max_length=14, null=True, blank=True)  # noqa: DJ001 - many have none
    buyer_kind = models.CharField(max_length=30, blank=True)
    structure_kind = models.CharField(max_length=10, blank=True)
    prescriber_kind = models.CharField(max_length=20, blank=True)
    legal_nature = models.CharField(max_length=4, blank=True)
    """INSEE’s code of its legal category."""
    address = models.CharField(max_length=200, blank=True)
    commune = models.ForeignKey("territories.Commune", models.PROTECT, null=True, related_name="+")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    state = StateField(ORGANISATION_LIFE, max_length=10)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was refused or suspended, as its people read it."""
    declared_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="organisation_kind_is_known", condition=Q(kind__in=Kind.values)
            ),
            models.CheckConstraint(
                name="organisation_state_is_known",
                condition=Q(state__in=values_of(OrganisationState)),
            ),
            models.CheckConstraint(
                name="organisation_kept_out_is_told_why",
                condition=Q(state__in=[REFUSED.value, SUSPENDED.value]) ^ Q(reason=""),
            ),
            models.CheckConstraint(
                name="coordination_needs_nobody_to_verify_it",
                condition=~Q(kind=Kind.COORDINATION) | Q(state=VERIFIED.value),
            ),
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="organisation_siret_has_fourteen_digits",
                condition=Q(siret__isnull=True) | Q(siret__regex=r"^[0-9]{14}$"),
            ),
            models.UniqueConstraint(
                fields=["committee", "siret"],
                condition=~Q(state=CLOSED.value),
                name="organisation_siret_is_one_in_its_committee",
            ),
            models.CheckConstraint(
                name="buyer_alone_has_a_buyer_kind",
                condition=Q(kind=Kind.BUYER) ^ Q(buyer_kind=""),
            ),
            models.CheckConstraint(
                name="inclusion_structure_alone_has_a_structure_kind",
                condition=Q(
                    kind=Kind.INCLUSION_STRUCTURE, structure_kind__in=values_of(StructureKind)
                )
                | (~Q(kind=STRUCTURE) & Q(structure_kind="")),
            ),
            models.CheckConstraint(
                name="prescriber_alone_has_a_prescriber_kind",
                condition=Q(kind=Kind.PRESCRIBER, prescriber_kind__in=values_of(PrescriberKind))
                | (~Q(kind=Kind.PRESCRIBER) & Q(prescriber_kind="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(Owned):
    """A person acting for an organisation.

    A deferred trigger (migration 0005) keeps an administrator in every organisation not closed.
    """

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


class Invitation(Owned):
    """A seat offered by mail. The token of its link is not kept: only its print, and the seed
    from which the secret of the house makes it again for the mail."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    email = models.EmailField()
    is_admin = models.BooleanField(default=False)
    seed = models.CharField(max_length=64)
    token_print = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    state = StateField(INVITATION_LIFE, max_length=10)

    PRIVATE_FIELDS = ("email", "seed", "token_print")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="invitation_state_is_known", condition=Q(state__in=values_of(InvitationState))
            ),
            models.UniqueConstraint(
                fields=["committee", "token_print"], name="invitation_token_is_one"
            ),
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=Q(state=OPEN.value),
                name="one_open_invitation_per_address_and_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.state}"


class JoinRequest(Owned):
    """A person asks for a seat in an organisation that has a space already."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    state = StateField(REQUEST_LIFE, max_length=10)
    asked_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="join_request_state_is_known", condition=Q(state__in=values_of(RequestState))
            ),
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(state=ASKED.value),
                name="one_open_request_per_person_and_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.organisation_id}: {self.state}"
