from typing import Any

from perenne.domain.clauses.actions import (
    Terms,
    Volume,
    approve_clause,
    calibrate_clause,
    drop_clause,
    open_clause,
    open_clause_on_lot,
    submit_clause,
    word_clause,
)
from perenne.domain.clauses.actions.drafting import AS_COMPUTED
from perenne.domain.clauses.models import Clause, Commitment, CommitmentShare
from perenne.domain.clauses.queries.links import token_of
from perenne.domain.clauses.states import ClauseState, ShareState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import (
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.states import LotState
from perenne.domain.programming.factories import PURCHASE, TODAY, new_programme, new_purchase
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.queries import PurchaseFacts
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.rules.calibration import Hypotheses
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Euros, Share

MILLION = Hypotheses(Euros.of(1_000_000), Share.percent(50), Share.percent(5), Euros.of(30))
"""The published example of Seine-et-Marne: 833 h in the contract."""
TERMS = Terms(
    basis=LegalBasis.PERFORMANCE_CONDITION,
    ccag=Ccag.FCS,
    publics=Publics.OPEN_LIST,
    globalisation=Globalisation.ACCEPTED,
    penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
)


def purchase_for(
    facilitator: Actor, *, buyer: Actor | None = None, facts: PurchaseFacts = PURCHASE
) -> PlannedPurchase:
    """A purchase that a buyer has sent and that this facilitator has to study."""
    programme = new_programme(buyer or new_actor(Role.BUYER), state=ProgrammeState.SENT)
    return new_purchase(
        programme, facts=facts, facilitator=facilitator, state=PurchaseState.RECEIVED
    )


def new_clause(
    facilitator: Actor,
    *,
    buyer: Actor | None = None,
    facts: PurchaseFacts = PURCHASE,
    state: ClauseState = ClauseState.DRAFT,
) -> Clause:
    """A clause that went through the acts which lead to this state.

    From its publication on, it is moved along by itself: without a consultation nor a contract.
    """
    buyer = buyer or new_actor(Role.BUYER)
    purchase = purchase_for(facilitator, buyer=buyer, facts=facts)
    clause_id = open_clause(purchase_id=purchase.pk, by=facilitator)
    for step in _way_to(state):
        _go(clause_id, step, facilitator, buyer)
    return Clause.objects.get(pk=clause_id)


def _way_to(state: ClauseState) -> list[ClauseState]:
    *way, dropped = ClauseState
    if state is dropped:
        return [ClauseState.CALIBRATED, ClauseState.WORDED, dropped]
    return way[1 : way.index(state) + 1]


def _go(clause_id: int, step: ClauseState, facilitator: Actor, buyer: Actor) -> None:
    match step:
        case ClauseState.CALIBRATED:
            calibrate_clause(clause_id=clause_id, hypotheses=MILLION, by=facilitator, on=TODAY)
        case ClauseState.WORDED:
            word_clause(clause_id=clause_id, terms=TERMS, by=facilitator)
        case ClauseState.SUBMITTED:
            submit_clause(clause_id=clause_id, by=facilitator, on=TODAY)
        case ClauseState.APPROVED:
            approve_clause(clause_id=clause_id, number=1, by=buyer, on=TODAY)
        case ClauseState.DROPPED:
            drop_clause(clause_id=clause_id, reason="Besoin abandonné.", by=facilitator)
        case _:
            Clause.objects.filter(pk=clause_id).update(state=step)


def new_commitment(
    facilitator: Actor | None = None,
    *,
    company: Actor | None = None,
    buyer: Actor | None = None,
    hours: int = 1_000,
    **contract: Any,
) -> Commitment:
    """Under way since its notification, with its lead and the whole as the only share."""
    facilitator = facilitator or new_actor(Role.FACILITATOR)
    buyer = buyer or new_actor(Role.BUYER)
    signed = new_contract(buyer=buyer, facilitator=facilitator, **contract)
    lead = new_party(signed, company=company)
    clause = new_clause(facilitator, buyer=buyer, state=ClauseState.IN_EXECUTION)
    opened_on = signed.notified_on or TODAY
    commitment = Commitment.objects.create(
        clause=clause, contract=signed, due_minutes=hours * 60, opened_on=opened_on
    )
    CommitmentShare.objects.create(
        commitment=commitment,
        party=lead,
        minutes=hours * 60,
        state=ShareState.ACCEPTED,
        proposed_on=opened_on,
        answered_on=opened_on,
    )
    return commitment


def whole_of(commitment: Commitment) -> CommitmentShare:
    return CommitmentShare.objects.select_related("party").get(commitment=commitment, parent=None)


def new_published_clause(
    facilitator: Actor, buyer: Actor, volume: Volume = AS_COMPUTED, **lot: Any
) -> Clause:
    """On a lot that was awarded: its contract is yet to be notified."""
    consultation = new_consultation(buyer=buyer, facilitator=facilitator)
    put_out = new_lot(consultation, **{"amount_cents": 100_000_000, **lot})
    clause_id = open_clause_on_lot(lot_id=put_out.pk, months=12, by=facilitator)
    calibrate_clause(
        clause_id=clause_id, hypotheses=MILLION, volume=volume, by=facilitator, on=TODAY
    )
    for step in _way_to(ClauseState.PUBLISHED)[1:]:
        _go(clause_id, step, facilitator, buyer)
    for state in (LotState.PUBLISHED, LotState.AWARDED):
        put_out.state, put_out.published_on = state, TODAY
        put_out.save()
    return Clause.objects.get(pk=clause_id)


def share_numbered(share_id: int) -> CommitmentShare:
    return CommitmentShare.objects.get(pk=share_id)


def token_for(share_id: int) -> str:
    """That of the link which was last sent for it."""
    return token_of(share_numbered(share_id).seed)
