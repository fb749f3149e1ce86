"""The buyer decides: the whole amount, a part of it, a plan to catch up, or nothing.

Never the system, never who proposed, and never on hours that came meanwhile: a proposal that
claims more hours than lack today is sent back.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from perenne.domain.compliance.actions.settling import end_alert_of
from perenne.domain.compliance.actions.steps import taken
from perenne.domain.compliance.models import Decision, Proposal, Shortfall
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.states import SHORTFALL_LIFE, Outcome, ShortfallState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.penalties import StepCode
from perenne.rules.practice import USUAL, Practice
from perenne.values import Euros, Hours

CAUGHT_UP = (
    "Des heures ont été comptées depuis la proposition : il n’en manque plus que {} sur les {} "
    "réclamées. Demandez au facilitateur une nouvelle proposition."
)
SHORTEST = 5  # signs, as the journal asks of any reason
NO_EUROS = Euros(0)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`amount`: of a reduced penalty alone. `catch_up_by`: the last day of a plan to catch up."""

    outcome: Outcome
    motive: str
    amount: Euros = NO_EUROS
    catch_up_by: date | None = None


@transaction.atomic
def decide_shortfall(
    *, shortfall_id: int, verdict: Verdict, by: Actor, on: date, practice: Practice = USUAL
) -> Euros:
    """What is to be paid, before tax."""
    row = SHORTFALLS.take("shortfall.decide", by, shortfall_id)
    standing = taken(StepCode.DECISION, row, by=by, on=on, practice=practice)
    proposal = Proposal.objects.get(shortfall=row, withdrawn_at=None)
    claimed = proposal.inputs["facts"]
    if standing.counted.minutes > claimed["validated_minutes"]:
        raise Refused(CAUGHT_UP.format(standing.lacking, Hours(proposal.missing_minutes)))
    amount = _amount(verdict, proposal, on)
    decision = Decision.objects.create(
        proposal=proposal,
        proposer_id=proposal.proposed_by_id,
        proposed_cents=proposal.amount_cents,
        outcome=verdict.outcome,
        amount_cents=amount.cents,
        motive=verdict.motive.strip()[:2000],
        catch_up_by=verdict.catch_up_by if verdict.outcome is Outcome.CATCH_UP else None,
        decided_by_id=by.person_id or 0,
        decided_on=on,
    )
    enqueue("compliance.tell_decided", decision_id=decision.pk)
    _close(row, verdict, amount, by)
    end_alert_of(row.commitment_id, on=on)
    return amount


def _close(row: Shortfall, verdict: Verdict, amount: Euros, by: Actor) -> None:
    row.state = SHORTFALL_LIFE.after("shortfall.decide", ShortfallState(row.state))
    row.save()
    facts = {"outcome": verdict.outcome.label, "amount": amount.cents}
    record("shortfall.decide", row, by=by, reason=verdict.motive, **facts)


def _amount(verdict: Verdict, proposal: Proposal, on: date) -> Euros:
    proposed = Euros(proposal.amount_cents)
    if len(verdict.motive.strip()) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    match verdict.outcome:
        case Outcome.APPLIED:
            return proposed
        case Outcome.REDUCED if not NO_EUROS < verdict.amount < proposed:
            raise Refused(f"Indiquez un montant réduit, entre 0 et {proposed}.")
        case Outcome.REDUCED:
            return verdict.amount
        case Outcome.CATCH_UP if verdict.catch_up_by is None or verdict.catch_up_by <= on:
            raise Refused("Indiquez le dernier jour du plan de rattrapage, à venir.")
    return NO_EUROS
