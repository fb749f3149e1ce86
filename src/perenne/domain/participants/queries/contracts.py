"""Who may ask, for which contracts, and what they may say."""

from dataclasses import dataclass

from perenne.domain.participants.policy import FILES, KNOWING
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.states import NOTIFIED
from perenne.kit.actors import Actor
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound

MOST = 200


@dataclass(frozen=True, slots=True)
class ContractChoice:
    id: int
    label: str


def may_ask(actor: Actor) -> bool:
    return not is_void(FILES.grants["eligibility.ask"](actor))


def accompanies(actor: Actor) -> bool:
    """Whether they may say by which criterion: never a company."""
    return actor.role in KNOWING


def contracts_to_ask_for(*, seen_by: Actor) -> tuple[ContractChoice, ...]:
    """Those in execution that they may see; NotFound for who may not ask at all."""
    if not may_ask(seen_by):
        raise NotFound
    rows = CONTRACTS.rows("contract.view", seen_by).filter(state=NOTIFIED).order_by("object", "pk")
    return tuple(
        ContractChoice(pk, f"{what[:80]} ({reference})")
        for pk, what, reference in rows.values_list("pk", "object", "reference")[:MOST]
    )
