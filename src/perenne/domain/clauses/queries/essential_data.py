"""Our contracts in the national format, with what their clauses ask to say in it."""

from datetime import date

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.queries.comparing import social_due
from perenne.domain.clauses.states import CLOSED, IN_EXECUTION, PUBLISHED
from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.queries.decp_publishing import (
    Publishable,
    Social,
    publishable_contract,
    publishable_contracts,
)
from perenne.kit.actors import Actor


def contracts_to_publish(*, seen_by: Actor, on: date) -> tuple[Publishable, ...]:
    """Six queries, whatever the number of contracts."""
    return publishable_contracts(seen_by=seen_by, social=social_of(seen_by), on=on)


def contract_to_publish(
    contract_id: int, *, seen_by: Actor, on: date, act: str = "contract.publish"
) -> Publishable:
    social = social_of(seen_by, contract_id)
    return publishable_contract(contract_id, seen_by=seen_by, social=social, on=on, act=act)


def social_of(seen_by: Actor, contract_id: int | None = None) -> Social:
    """By contract: the values of the clause of its lot, once it is published."""
    rows = CONTRACTS.rows("contract.publish", seen_by).filter(lot__isnull=False)
    if contract_id is not None:
        rows = rows.filter(pk=contract_id)
    contracts: list[Contract] = list(rows.select_related("buyer"))
    clauses = Clause.objects.filter(
        lot__in={one.lot_id for one in contracts},
        state__in=[PUBLISHED, IN_EXECUTION, CLOSED],
    ).select_related("purchase")
    by_lot = {clause.lot_id: clause for clause in clauses}
    return {
        one.pk: social_due(by_lot[one.lot_id], one.buyer)
        for one in contracts
        if one.lot_id in by_lot
    }
