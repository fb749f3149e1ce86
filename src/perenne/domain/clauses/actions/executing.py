"""A contract is notified, kicked off, over: what that does to its clause and its commitment.

The contract is locked first, then the clause, then the commitment: always in this order.
"""

from datetime import date

from django.db import transaction

from perenne.domain.clauses.models import Clause, Commitment, CommitmentShare
from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.states import (
    ACCEPTED,
    COMMITMENT_LIFE,
    DROPPED,
    FINISHED,
    IN_EXECUTION,
    LIFE,
    PUBLISHED,
    ClauseState,
    CommitmentState,
    VolumeKind,
)
from perenne.domain.procurement.actions import (
    end_contract,
    notify_contract,
    terminate_contract,
)
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.hours import apportion
from perenne.values import Hours

NOT_PUBLISHED = (
    "La clause de ce lot en est à « {} » : elle doit être publiée avec la consultation avant que "
    "le marché soit notifié."
)


@transaction.atomic
def start_execution(
    *, contract_id: int, notified_on: date, starts_on: date, by: Actor, due: Hours | None = None
) -> int | None:
    """Notify the contract, start its clause, open the commitment, tell the parties.

    The id of the commitment, None where the lot has no clause. `due`: the hours of this
    contract when its lot has several awardees; else their part by amounts.
    """
    notify_contract(contract_id=contract_id, notified_on=notified_on, starts_on=starts_on, by=by)
    contract = Contract.objects.get(pk=contract_id)
    clause = _clause_of(contract)
    if clause is None:
        return None
    if clause.state != IN_EXECUTION:
        _start(clause, by)
    lead = Party.objects.get(contract=contract, role=PartyRole.LEAD)
    commitment = _open(clause, contract, lead, _due(clause, contract, due), by)
    enqueue("clauses.tell_started", commitment_id=commitment.pk)
    return commitment.pk


@transaction.atomic
def kick_off_commitment(*, commitment_id: int, held_on: date, by: Actor) -> None:
    """Buyer, company and facilitator met and agreed how the hours will be done."""
    commitment = COMMITMENTS.take("commitment.kick_off", by, commitment_id)
    if held_on < commitment.opened_on:
        raise Refused("La mise au point suit la notification du marché : corrigez la date.")
    _move("commitment.kick_off", commitment)
    commitment.kicked_off_on = held_on
    commitment.save()
    record("commitment.kick_off", commitment, by=by)


@transaction.atomic
def close_execution(
    *, contract_id: int, ended_on: date, by: Actor, terminated_because: str = ""
) -> None:
    """End the contract, or terminate it when a reason is given; close what it owed.

    The clause is closed with the last of its commitments.
    """
    if terminated_because.strip():
        terminate_contract(
            contract_id=contract_id, ended_on=ended_on, reason=terminated_because, by=by
        )
    else:
        end_contract(contract_id=contract_id, ended_on=ended_on, by=by)
    found = Commitment.objects.filter(contract_id=contract_id).exclude(state=FINISHED).first()
    if found is None:
        return
    clause = Clause.objects.select_for_update(no_key=True).get(pk=found.clause_id)
    commitment = COMMITMENTS.take("commitment.close", by, found.pk)
    _move("commitment.close", commitment)
    commitment.closed_on = ended_on
    commitment.save()
    record("commitment.close", commitment, by=by)
    if not Commitment.objects.filter(clause=clause).exclude(state=FINISHED).exists():
        taken = CLAUSES.take("clause.close", by, clause.pk)
        taken.state = LIFE.after("clause.close", ClauseState(taken.state))
        taken.save()
        record("clause.close", taken, by=by)
    enqueue("clauses.tell_ended", commitment_id=commitment.pk)


def _clause_of(contract: Contract) -> Clause | None:
    """That of its lot, locked; a clause that was dropped asks for nothing any more."""
    if contract.lot_id is None:
        return None
    clauses = Clause.objects.select_for_update(of=("self",), no_key=True)
    return clauses.filter(lot_id=contract.lot_id).exclude(state=DROPPED).first()


def _start(clause: Clause, by: Actor) -> None:
    if clause.state != PUBLISHED:
        raise Refused(NOT_PUBLISHED.format(ClauseState(clause.state).label))
    taken = CLAUSES.take("clause.start", by, clause.pk)
    taken.state = LIFE.after("clause.start", ClauseState(taken.state))
    taken.save()
    record("clause.start", taken, by=by)


def _due(clause: Clause, contract: Contract, asked: Hours | None) -> Hours:
    if clause.volume_kind == VolumeKind.PER_INVOICE:
        return Hours(0)
    if asked is not None:
        return asked
    amounts = dict(
        Contract.objects.filter(lot_id=clause.lot_id or 0)
        .order_by("pk")
        .values_list("pk", "amount_cents")
    )
    weights = list(amounts.values())
    parts = apportion(clause.due_minutes, weights if any(weights) else [1] * len(weights))
    return Hours(dict(zip(amounts, parts, strict=True))[contract.pk])


def _open(clause: Clause, contract: Contract, lead: Party, due: Hours, by: Actor) -> Commitment:
    """With one share, which is the whole: the lead signed for all of it."""
    opened_on = contract.notified_on
    assert opened_on is not None
    commitment = Commitment(
        clause=clause, contract=contract, due_minutes=due.minutes, opened_on=opened_on
    )
    commitment.save()
    CommitmentShare(
        commitment=commitment,
        party=lead,
        minutes=due.minutes,
        state=ACCEPTED,
        proposed_on=opened_on,
        answered_on=opened_on,
    ).save()
    record("commitment.open", commitment, by=by, party=lead.siret)
    return commitment


def _move(act: str, commitment: Commitment) -> None:
    commitment.state = COMMITMENT_LIFE.after(act, CommitmentState(commitment.state))
