"""The orders under a framework agreement, and what was invoiced on them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from perenne.domain.procurement.models.contracts import Contract
from perenne.kit.tenancy.models import Owned


class CallOff(Owned):
    """A bon de commande. After `closed_on` nothing more is invoiced on it."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="call_offs")
    reference = models.CharField(max_length=60)
    ordered_cents = models.BigIntegerField()
    issued_on = models.DateField()
    closed_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["issued_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "reference"], name="call_off_is_recorded_once"
            ),
            models.CheckConstraint(
                name="call_off_orders_something",
                condition=~Q(reference="") & Q(ordered_cents__gt=0),
            ),
            models.CheckConstraint(
                name="call_off_is_closed_once_issued",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("issued_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Invoice(Owned):
    """Before tax; a credit note is negative."""

    call_off = models.ForeignKey(CallOff, models.PROTECT, related_name="invoices")
    reference = models.CharField(max_length=60)
    amount_cents = models.BigIntegerField()
    invoiced_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["invoiced_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["call_off", "reference"], name="invoice_is_recorded_once"
            ),
            models.CheckConstraint(
                name="invoice_has_a_reference_and_an_amount",
                condition=~Q(reference="") & ~Q(amount_cents=0),
            ),
        ]

    def __str__(self) -> str:
        return self.reference
