"""The facilitator proposes an amount: its inputs are kept whole, to be computed again years later.

The hours are those that the ledger counts at that moment, under the lock of the commitment; a
trigger asks PostgreSQL for the same sum.
"""

from datetime import date

from django.db import transaction
from django.db.models.functions import Now

from perenne.domain.clauses.queries.terms import tariff_in
from perenne.domain.compliance.actions.steps import taken
from perenne.domain.compliance.models import Proposal
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.queries.exposures import inputs_for
from perenne.domain.compliance.states import SHORTFALL_LIFE, ShortfallState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.penalties import StepCode, compute, to_plain
from perenne.rules.practice import USUAL, Practice
from perenne.values import Euros

NO_PENALTY = (
    "La clause n’écrit pas de pénalité pour les heures non réalisées : rien ne peut être proposé."
)


@transaction.atomic
def propose_penalty(*, shortfall_id: int, by: Actor, on: date, practice: Practice = USUAL) -> Euros:
    """The amount, before tax. Refused until the party was given notice and heard."""
    row = SHORTFALLS.take("shortfall.propose", by, shortfall_id)
    standing = taken(StepCode.PROPOSAL, row, by=by, on=on, practice=practice)
    tariff = tariff_in(row.commitment.clause)
    if tariff is None or not tariff.row.in_hours:
        raise Refused(NO_PENALTY)
    try:
        inputs = inputs_for(row.commitment, standing, tariff, on)
    except ValueError as lacking:
        raise Refused(str(lacking)) from lacking
    found = compute(inputs)
    Proposal.objects.create(
        shortfall=row,
        inputs=to_plain(inputs),
        version=found.version,
        gross_cents=found.gross.cents,
        amount_cents=found.amount.cents,
        missing_minutes=found.missing.minutes,
        reasons=[*found.reasons, *found.cautions],
        proposed_by_id=by.person_id or 0,
        proposed_on=on,
    )
    row.state = SHORTFALL_LIFE.after("shortfall.propose", ShortfallState(row.state))
    row.save()
    record("shortfall.propose", row, by=by, amount=found.amount.cents)
    return found.amount


@transaction.atomic
def withdraw_proposal(*, shortfall_id: int, reason: str, by: Actor) -> None:
    """Another one may be made, on what is known then."""
    row = SHORTFALLS.take("shortfall.withdraw", by, shortfall_id)
    Proposal.objects.filter(shortfall=row, withdrawn_at=None).update(withdrawn_at=Now())
    row.state = SHORTFALL_LIFE.after("shortfall.withdraw", ShortfallState(row.state))
    record("shortfall.withdraw", row, by=by, reason=reason)
    row.save()
