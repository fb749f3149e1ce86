"""Orders under a framework agreement, and what is invoiced on them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Sum

from perenne.domain.procurement.models import CallOff, Contract, Invoice
from perenne.domain.procurement.policy import CONTRACTS
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class InvoiceFacts:
    """Before tax; a credit note (*avoir*) is negative."""

    reference: str
    amount: Euros
    invoiced_on: date


@transaction.atomic
def place_order(
    *, contract_id: int, reference: str, ordered: Euros, issued_on: date, by: Actor
) -> int:
    """A *bon de commande*."""
    contract = CONTRACTS.take("contract.order", by, contract_id)
    name = reference.strip()[:60]
    if not name or ordered.cents <= 0:
        raise Refused("Donnez le numéro du bon de commande et son montant.")
    if contract.notified_on and issued_on < contract.notified_on:
        raise Refused("Un bon de commande s’émet après la notification : corrigez la date.")
    if contract.call_offs.filter(reference=name).exists():
        raise Refused("Ce bon de commande est déjà enregistré : vérifiez son numéro.")
    row = CallOff.objects.create(
        contract=contract, reference=name, ordered_cents=ordered.cents, issued_on=issued_on
    )
    record(
        "contract.order", contract, by=by, order=name, ordered_cents=ordered.cents,
        issued_on=issued_on,
    )  # fmt: skip
    return row.pk


@transaction.atomic
def close_order(*, contract_id: int, call_off_id: int, closed_on: date, by: Actor) -> None:
    """Nothing more will be invoiced on it."""
    contract = CONTRACTS.take("contract.close_order", by, contract_id)
    row = _open_order(contract, call_off_id)
    last = row.invoices.order_by("invoiced_on").last()
    if closed_on < max(row.issued_on, last.invoiced_on if last else row.issued_on):
        raise Refused("Un bon se solde après son émission et sa dernière facture : corrigez.")
    row.closed_on = closed_on
    row.save(update_fields=["closed_on"])
    record("contract.close_order", contract, by=by, order=row.reference, closed_on=closed_on)


@transaction.atomic
def record_invoice(*, contract_id: int, call_off_id: int, said: InvoiceFacts, by: Actor) -> int:
    """Credit notes never take back more than was invoiced."""
    contract = CONTRACTS.take("contract.invoice", by, contract_id)
    row = _open_order(contract, call_off_id)
    name = said.reference.strip()[:60]
    if not name or not said.amount:
        raise Refused("Donnez le numéro de la facture et son montant.")
    if row.invoices.filter(reference=name).exists():
        raise Refused("Cette facture est déjà enregistrée sur ce bon : vérifiez son numéro.")
    if said.invoiced_on < row.issued_on:
        raise Refused("Une facture vient après son bon de commande : corrigez la date.")
    invoiced = row.invoices.aggregate(total=Sum("amount_cents"))["total"] or 0
    if invoiced + said.amount.cents < 0:
        raise Refused(
            f"Cet avoir dépasse ce qui est facturé sur ce bon, {Euros(invoiced)} : corrigez-le."
        )
    invoice = Invoice.objects.create(
        call_off=row,
        reference=name,
        amount_cents=said.amount.cents,
        invoiced_on=said.invoiced_on,
    )
    record(
        "contract.invoice", contract, by=by, order=row.reference, invoice=name,
        amount_cents=said.amount.cents, invoiced_on=said.invoiced_on,
    )  # fmt: skip
    return invoice.pk


def _open_order(contract: Contract, call_off_id: int) -> CallOff:
    row = contract.call_offs.filter(pk=call_off_id, closed_on=None).first()
    if row is None:
        raise Refused("Choisissez un bon de commande qui n’est pas soldé.")
    return row
