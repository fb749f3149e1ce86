"""Hours that came by globalisation on commitments which owe less today than they did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import not_as_signed, target_facts
from perenne.domain.hours.models import Balance
from perenne.domain.hours.policy import COMMITMENTS
from perenne.domain.hours.queries.plans import counted_on
from perenne.domain.procurement.queries import facts_of_contracts
from perenne.kit.actors import Actor
from perenne.rules.targets import Target, target_on
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Excess:
    commitment_id: int
    object: str
    buyer: str
    expected: Hours
    counted: Hours
    excess: Hours


def excess_cards(*, seen_by: Actor, on: date) -> tuple[Excess, ...]:
    """Of those that count more than they are expected to do now; three queries.

    None counts more than was signed (I10): those that stay as signed are not read.
    """
    foreign = Balance.objects.filter(minutes__gt=0, at_home=False)
    rows = list(
        COMMITMENTS.rows("plan.redo", seen_by)
        .filter(not_as_signed(), pk__in=foreign.values("commitment"))
        .select_related("clause", "contract__buyer")
        .order_by("pk")
    )
    contracts = facts_of_contracts(row.contract_id for row in rows)
    totals = counted_on(row.pk for row in rows)
    found = []
    for row in rows:
        target = target_on(target_facts(row, contracts[row.contract_id]), on)
        counted = totals[row.pk]
        over = min(counted.foreign, counted.everything - target.expected.minutes)
        if over > 0:
            found.append(_card(row, target, counted.everything, over))
    return tuple(found)


def excesses_of(*, seen_by: Actor, on: date) -> Mapping[int, int]:
    """Minutes to take back, by the commitment: never hours that were worked for it."""
    cards = excess_cards(seen_by=seen_by, on=on)
    return {card.commitment_id: card.excess.minutes for card in cards}


def _card(row: Commitment, target: Target, counted: int, over: int) -> Excess:
    return Excess(
        row.pk,
        row.contract.object,
        row.contract.buyer.name,
        target.expected,
        Hours(counted),
        Hours(over),
    )
