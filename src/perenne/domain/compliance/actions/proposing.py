"""The facilitator proposes an amount: its inputs are kept whole, to be computed again years later.

The hours are those that the ledger counts at that moment, under the lock of the commitment; a
trigger asks PostgreSQL for the same sum, and keeps the last line that was counted.
"""

from datetime import date

from django.db import transaction
from django.db.models.functions import Now

from perenne.domain.compliance.actions.steps import taken
from perenne.domain.compliance.models import Proposal
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.queries.computing import NOTHING_ASKED, Asked, draft_of
from perenne.domain.compliance.states import SHORTFALL_LIFE, ShortfallState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.penalties import StepCode, to_plain
from perenne.values import Euros

CHANGED = (
    "Le montant n’est plus celui que vous avez lu : {}, au lieu de {}. Des heures ou des termes "
    "ont changé entre-temps : relisez le calcul, puis proposez."
)


@transaction.atomic
def propose_penalty(
    *,
    shortfall_id: int,
    by: Actor,
    on: date,
    asked: Asked = NOTHING_ASKED,
    read: Euros | None = None,
) -> Euros:
    """The amount, before tax. Refused until the party was given notice and heard.

    `read`: what the page showed; another amount is refused, and told.
    """
    row = SHORTFALLS.take("shortfall.propose", by, shortfall_id)
    standing = taken(StepCode.PROPOSAL, row, by=by, on=on)
    draft = draft_of(row, standing, on, asked)
    found = draft.penalty
    if read is not None and read != found.amount:
        raise Refused(CHANGED.format(found.amount, read))
    proposal = Proposal.objects.create(
        shortfall=row,
        inputs=to_plain(draft.inputs),
        version=found.version,
        gross_cents=found.gross.cents,
        amount_cents=found.amount.cents,
        missing_minutes=found.missing.minutes,
        measured_on=standing.on,
        reasons=[*draft.lines, *found.cautions],
        proposed_by_id=by.person_id or 0,
        proposed_on=on,
    )
    row.state = SHORTFALL_LIFE.after("shortfall.propose", ShortfallState(row.state))
    row.save()
    record("shortfall.propose", row, by=by, amount=found.amount.cents)
    enqueue("compliance.tell_proposed", proposal_id=proposal.pk)
    return found.amount


@transaction.atomic
def withdraw_proposal(*, shortfall_id: int, reason: str, by: Actor) -> None:
    """Another one may be made, on what is known then."""
    row = SHORTFALLS.take("shortfall.withdraw", by, shortfall_id)
    Proposal.objects.filter(shortfall=row, withdrawn_at=None).update(withdrawn_at=Now())
    row.state = SHORTFALL_LIFE.after("shortfall.withdraw", ShortfallState(row.state))
    record("shortfall.withdraw", row, by=by, reason=reason)
    row.save()
