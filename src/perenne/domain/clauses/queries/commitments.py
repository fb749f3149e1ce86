"""Commitments as they are listed and shown, each with its target."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from perenne.domain.clauses.models import Clause, Commitment, CommitmentShare
from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.clauses.queries.shares import ShareNode, parts_of, tree_of
from perenne.domain.clauses.queries.targets import target_facts
from perenne.domain.clauses.states import OPEN_SHARES, CommitmentState, ShareState
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.procurement.queries import ContractFacts, contract_facts, facts_of_contracts
from perenne.domain.procurement.states import ContractForm, Liability, PartyRole
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.deadlines import Monitoring, Rhythm
from perenne.rules.targets import Facts, Target, target_on
from perenne.rules.wording import Globalisation, Publics
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class OwnShare:
    """The part of whoever looks at the list."""

    hours: Hours
    state: ShareState


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    id: int
    object: str
    reference: str
    buyer: str
    lead: str
    state: CommitmentState
    target: Target
    own: OwnShare | None


@dataclass(frozen=True, slots=True)
class CommitmentCard:
    """`whole` is the tree of all that is entrusted; `parts` what whoever looks may see of it."""

    id: int
    clause_id: int
    contract_id: int
    object: str
    reference: str
    form: ContractForm
    liability: Liability
    buyer: str
    buyer_id: int
    facilitator_id: int
    facilitator: Contact
    state: CommitmentState
    signed: Hours
    opened_on: date
    kicked_off_on: date | None
    closed_on: date | None
    facts: Facts
    monitoring: Monitoring
    publics: Publics
    globalisation: Globalisation
    penalty_per_hour: Euros | None
    whole: ShareNode
    parts: tuple[ShareNode, ...]
    is_whole: bool

    @property
    def kick_off_by(self) -> date:
        """The last day for the parties to meet."""
        return self.opened_on + timedelta(self.monitoring.kick_off_days)

    def node(self, share_id: int) -> ShareNode | None:
        """A share among those that one may see."""
        found = (it for part in self.parts for it in part.walk() if it.id == share_id)
        return next(found, None)

    def target(self, on: date, *, known_on: date | None = None) -> Target:
        return target_on(self.facts, on, known_on=known_on)


def commitments_of(
    *,
    seen_by: Actor,
    on: date,
    page: int = 1,
    state: CommitmentState | None = None,
    words: str = "",
) -> Page[CommitmentRow]:
    """Those that one may see, the latest first, with their target that day."""
    rows = COMMITMENTS.rows("commitment.view", seen_by)
    if state is not None:
        rows = rows.filter(state=state)
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(contract__object__icontains=word)
            | Q(contract__reference__icontains=word)
            | Q(contract__buyer__name__icontains=word)
        )
    told = _told(rows, seen_by).order_by("-opened_on", "-pk")
    found = page_of(told, page, size=30, card_of=lambda row: row)
    contracts = facts_of_contracts(row.contract_id for row in found.items)
    cards = [_row(row, contracts[row.contract_id], on) for row in found.items]
    return Page(cards, found.number, found.size, found.total)


def commitment_card(
    commitment_id: int, *, seen_by: Actor, act: str = "commitment.view"
) -> CommitmentCard:
    """Four queries: the commitment, its contract, its shares, whom to call."""
    row = (
        COMMITMENTS.rows(act, seen_by)
        .select_related("clause", "contract__buyer")
        .filter(pk=commitment_id)
        .first()
    )
    if row is None:
        raise NotFound(commitment_id)
    whole = tree_of(row.pk)
    of_a_party = seen_by.role in CARRYING_OUT
    parts = parts_of(whole, seen_by.organisation_id) if of_a_party else (whole,)
    return _card(row, contract_facts(row.contract_id), whole, parts)


def _card(
    row: Commitment, contract: ContractFacts, whole: ShareNode, parts: tuple[ShareNode, ...]
) -> CommitmentCard:
    return CommitmentCard(
        id=row.pk,
        clause_id=row.clause_id,
        contract_id=row.contract_id,
        object=contract.object,
        reference=contract.reference,
        form=contract.form,
        liability=contract.liability,
        buyer=row.contract.buyer.name,
        buyer_id=contract.buyer_id,
        facilitator_id=contract.facilitator_id,
        facilitator=contact_at(contract.facilitator_id),
        state=CommitmentState(row.state),
        signed=Hours(row.due_minutes),
        opened_on=row.opened_on,
        kicked_off_on=row.kicked_off_on,
        closed_on=row.closed_on,
        facts=target_facts(row, contract),
        monitoring=monitoring_of(row.clause),
        publics=Publics(row.clause.publics),
        globalisation=Globalisation(row.clause.globalisation),
        penalty_per_hour=Euros.known(row.clause.penalty_cents),
        whole=whole,
        parts=parts,
        is_whole=any(part.role is not PartyRole.SUBCONTRACTOR for part in parts),
    )


def may_schedule(commitment_id: int, *, seen_by: Actor) -> bool:
    return COMMITMENTS.allows("commitment.schedule", seen_by, commitment_id)


def commitment_season(commitment_id: int, *, seen_by: Actor) -> tuple[str, tuple[int, ...]]:
    """The object of its contract and the months worked, for who may change them."""
    rows = COMMITMENTS.rows("commitment.schedule", seen_by).filter(pk=commitment_id)
    found = rows.values_list("contract__object", "worked_months").first()
    if found is None:
        raise NotFound(commitment_id)
    return found[0], tuple(found[1])


def commitment_under(contract_id: int, *, seen_by: Actor) -> int | None:
    """The commitment of a contract, for whoever may see it."""
    rows = COMMITMENTS.rows("commitment.view", seen_by).filter(contract_id=contract_id)
    return rows.values_list("pk", flat=True).first()


def _told(rows: "QuerySet[Commitment, Any]", seen_by: Actor) -> "QuerySet[Commitment, Any]":
    own = CommitmentShare.objects.filter(
        commitment=OuterRef("pk"),
        party__organisation_id=seen_by.organisation_id or 0,
        state__in=OPEN_SHARES,
    ).order_by("pk")
    return rows.select_related("clause", "contract__buyer").annotate(
        own_minutes=Subquery(own.values("minutes")[:1]),
        own_state=Subquery(own.values("state")[:1]),
    )


def _row(row: Any, contract: ContractFacts, on: date) -> CommitmentRow:
    own = None
    if row.own_state is not None:
        own = OwnShare(Hours(row.own_minutes), ShareState(row.own_state))
    return CommitmentRow(
        id=row.pk,
        object=contract.object,
        reference=contract.reference,
        buyer=row.contract.buyer.name,
        lead=contract.lead.name if contract.lead else "",
        state=CommitmentState(row.state),
        target=target_on(target_facts(row, contract), on),
        own=own,
    )


def monitoring_of(clause: Clause) -> Monitoring:
    """What the clause writes of its follow-up."""
    return Monitoring(
        statement_day=clause.statement_day,
        rhythm=Rhythm(clause.statement_rhythm),
        first_contact_days=clause.first_contact_days,
        kick_off_days=clause.kick_off_days,
        review_months=clause.review_months,
        assessment_months=clause.assessment_months,
        final_assessment_months=clause.final_assessment_months,
        formal_notice_days=clause.formal_notice_days,
        entitlement_months=clause.entitlement_months,
    )
