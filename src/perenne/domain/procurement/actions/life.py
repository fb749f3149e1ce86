"""The life of a contract: notified, ended, terminated. The first two are called by `clauses`."""

from datetime import date

from django.db import transaction

from perenne.domain.procurement.models import Contract
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.states import CONTRACT_LIFE, ContractState, Liability, PartyRole
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def notify_contract(
    *, contract_id: int, notified_on: date, by: Actor, starts_on: date | None = None
) -> None:
    """From this day its parties see it; it starts that day unless another is said.

    For `clauses`, which starts its clause in the same transaction.
    """
    contract = CONTRACTS.take("contract.notify", by, contract_id)
    starts = starts_on or notified_on
    if contract.signed_on and notified_on < contract.signed_on:
        raise Refused("Un marché se notifie après sa signature : corrigez la date.")
    if starts < notified_on:
        raise Refused("L’exécution commence au plus tôt le jour de la notification : corrigez.")
    _refuse_parties_missing(contract)
    contract.notified_on, contract.starts_on = notified_on, starts
    contract.signed_on = contract.signed_on or notified_on
    contract.parties.filter(since=None).update(since=starts)
    _move("contract.notify", contract, by)


@transaction.atomic
def end_contract(*, contract_id: int, ended_on: date, by: Actor) -> None:
    """Its last day. For `clauses`, which closes its clause in the same transaction."""
    contract = CONTRACTS.take("contract.end", by, contract_id)
    _end(contract, ended_on)
    _move("contract.end", contract, by)


@transaction.atomic
def terminate_contract(*, contract_id: int, ended_on: date, reason: str, by: Actor) -> None:
    """Before its end, by the buyer or by right; the reason is kept."""
    contract = CONTRACTS.take("contract.terminate", by, contract_id)
    _end(contract, ended_on)
    contract.reason = reason.strip()[:500]
    _move("contract.terminate", contract, by, reason=contract.reason)


def _end(contract: Contract, ended_on: date) -> None:
    if contract.starts_on and ended_on < contract.starts_on:
        raise Refused("Un marché se termine après avoir commencé : corrigez la date.")
    contract.ended_on = ended_on


def _move(act: str, contract: Contract, by: Actor, reason: str = "") -> None:
    contract.state = CONTRACT_LIFE.after(act, ContractState(contract.state))
    if contract.state == ContractState.TERMINATED and not reason:
        raise Refused("Dites pourquoi : le motif reste dans le dossier du marché.")
    contract.save()
    record(act, contract, by=by, reason=reason)


def _refuse_parties_missing(contract: Contract) -> None:
    roles = set(contract.parties.filter(until=None).values_list("role", flat=True))
    if PartyRole.LEAD not in roles:
        raise Refused("Indiquez d’abord le titulaire du marché.")
    if contract.liability != Liability.NONE and PartyRole.CO_CONTRACTOR not in roles:
        raise Refused("Ce groupement n’a pas de cotraitant : ajoutez-le avant de notifier.")
