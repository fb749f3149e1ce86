"""The contracts of a buyer: what they owe, what was done, and what they would cost today."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures
from perenne.domain.procurement.queries import ContractFacts, facts_of_contracts
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, place_of
from perenne.rules.targets import Target
from perenne.values import Euros, Hours

SIZE = 30


@dataclass(frozen=True, slots=True)
class ContractLine:
    """`due`: in all, `expected`: by `measured_on`, the last day whose hours are known; `exposure`:
    None where hours alone do not measure it."""

    commitment_id: int
    object: str
    reference: str
    holder: str
    due: Hours
    expected: Hours
    measured_on: date
    done: Hours
    lacking: Hours
    exposure: Euros | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ContractBoard:
    """`page`: the dearest first; the sums are of all of them."""

    page: Page[ContractLine]
    expected: Hours
    done: Hours
    lacking: Hours
    exposure: Euros


def contract_lines(*, seen_by: Actor, on: date, page: int = 1) -> ContractBoard:
    """Of commitments under way that have a calendar; seven queries for any number of them."""
    found = exposures(seen_by=seen_by, on=on)
    number, size = place_of(page, size=SIZE, total=len(found))
    shown = found[(number - 1) * size : number * size]
    return ContractBoard(
        page=Page(_lines(shown, on), number, size, len(found)),
        expected=sum((one.standing.expected for one in found), Hours(0)),
        done=sum((one.standing.counted for one in found), Hours(0)),
        lacking=sum((one.standing.lacking for one in found), Hours(0)),
        exposure=sum((one.amount for one in found if one.amount), Euros(0)),
    )


def _lines(shown: tuple[ExposedCommitment, ...], on: date) -> list[ContractLine]:
    """For those whose right to see them is checked already."""
    ids = [one.commitment_id for one in shown]
    targets = targets_of(ids, on=on)
    contracts = dict(Commitment.objects.filter(pk__in=ids).values_list("pk", "contract_id"))
    facts = facts_of_contracts(contracts.values())
    return [
        _line(one, targets[one.commitment_id], facts[contracts[one.commitment_id]]) for one in shown
    ]


def _line(one: ExposedCommitment, target: Target, contract: ContractFacts) -> ContractLine:
    return ContractLine(
        commitment_id=one.commitment_id,
        object=one.object,
        reference=contract.reference,
        holder=contract.lead.name if contract.lead else "",
        due=target.expected,
        expected=one.standing.expected,
        measured_on=one.standing.on,
        done=one.standing.counted,
        lacking=one.standing.lacking,
        exposure=one.amount,
        ends_on=target.period.ends_on if target.period else None,
    )
