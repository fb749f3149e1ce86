"""A contract, and who carries it out."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.procurement.models.consultations import Lot
from perenne.domain.procurement.states import (
    CONTRACT_LIFE,
    SIGNED,
    TERMINATED,
    ContractForm,
    ContractState,
    Liability,
    PartyRole,
)
from perenne.kit.postgres.indexes import by_letters
from perenne.kit.states import StateField
from perenne.kit.tenancy.models import Owned


class Contract(Owned):
    """What the buyer signed: one lot, or a contract that was never followed as a lot.

    `amount_cents` before tax, as signed: amendments change it from a day on. `months` is the
    firm duration, `renewals` how many times it may be renewed and `renewal_months` for how long.
    """

    lot = models.ForeignKey(Lot, models.PROTECT, null=True, related_name="+")
    framework = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    buyer = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=16)
    """The identifier that the buyer publishes (DECP): 1 to 16 signs."""
    object = models.TextField()
    cpv = models.CharField(max_length=8, blank=True)
    form = models.CharField(max_length=20, default=ContractForm.ORDINARY.value)
    liability = models.CharField(max_length=10, default=Liability.NONE.value)
    state = StateField(CONTRACT_LIFE)
    amount_cents = models.BigIntegerField()
    """Firm, or the most that is estimated for a framework agreement."""
    months = models.PositiveIntegerField()
    renewals = models.PositiveSmallIntegerField(default=0)
    renewal_months = models.PositiveSmallIntegerField(default=0)
    signed_on = models.DateField(null=True)
    notified_on = models.DateField(null=True)
    starts_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was terminated."""
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["facilitator", "state"]),
            models.Index(fields=["buyer", "state"]),
            by_letters("object", "reference", name="contracts_by_letters"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "buyer", "reference", "lot"],
                name="contract_reference_is_one_of_its_buyer_and_lot",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="contract_state_is_known",
                condition=Q(state__in=[state.value for state in ContractState]),
            ),
            models.CheckConstraint(
                name="contract_form_is_known",
                condition=Q(form__in=[form.value for form in ContractForm])
                & Q(liability__in=[liability.value for liability in Liability]),
            ),
            models.CheckConstraint(
                name="contract_called_from_a_framework_has_one",
                condition=Q(form=ContractForm.CALLED_FROM.value) ^ Q(framework__isnull=True),
            ),
            models.CheckConstraint(
                name="contract_has_a_reference_and_an_object",
                condition=~Q(reference="") & ~Q(object=""),
            ),
            models.CheckConstraint(
                name="contract_amount_and_duration_are_possible",
                condition=Q(amount_cents__gte=0, months__gte=1)
                & (Q(renewals=0, renewal_months=0) | Q(renewals__gte=1, renewal_months__gte=1)),
            ),
            models.CheckConstraint(
                name="contract_past_signature_was_notified",
                condition=Q(state__in=[SIGNED.value, TERMINATED.value])
                | Q(notified_on__isnull=False, starts_on__isnull=False),
            ),
            models.CheckConstraint(
                name="contract_starts_once_notified",
                condition=Q(starts_on__isnull=True) | Q(starts_on__gte=F("notified_on")),
            ),
            models.CheckConstraint(
                name="contract_over_has_its_last_day",
                condition=Q(state__in=[SIGNED.value, ContractState.NOTIFIED.value])
                | Q(ended_on__isnull=False),
            ),
            models.CheckConstraint(
                name="contract_terminated_says_why",
                condition=~Q(state=TERMINATED.value) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Party(Owned):
    """Who carries out a part of a contract; a subcontractor under another party.

    The space of its organisation is known once somebody answered for the link: the number alone
    opens nothing.
    """

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="parties")
    role = models.CharField(max_length=20)
    principal = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    siret = models.CharField(max_length=14)
    email = models.EmailField(blank=True)
    """Where the person in charge of the clause is reached, before their space is opened."""
    amount_cents = models.BigIntegerField(null=True)
    """What it carries out, before tax."""
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    PRIVATE_FIELDS = ("email",)

    class Meta:
        ordering = ["pk"]
        indexes = [by_letters("name", "siret", name="parties_by_letters")]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "siret", "principal"],
                name="party_is_named_once_under_each_principal",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["contract"],
                condition=Q(role=PartyRole.LEAD.value),
                name="contract_has_one_lead",
            ),
            models.CheckConstraint(
                name="party_role_is_known",
                condition=Q(role__in=[role.value for role in PartyRole]),
            ),
            models.CheckConstraint(
                name="subcontractor_alone_has_a_principal",
                condition=Q(role=PartyRole.SUBCONTRACTOR.value) ^ Q(principal__isnull=True),
            ),
            models.CheckConstraint(
                name="party_is_not_its_own_principal",
                condition=Q(principal__isnull=True) | ~Q(principal=F("pk")),
            ),
            models.CheckConstraint(
                name="party_has_a_name_and_a_siret",
                condition=~Q(name="") & Q(siret__regex=r"^[0-9]{14}$"),
            ),
            models.CheckConstraint(
                name="party_amount_is_positive",
                condition=Q(amount_cents__isnull=True) | Q(amount_cents__gte=0),
            ),
            models.CheckConstraint(
                name="party_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
