"""One shortfall, whole, for whoever may see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch
from django.db.models.functions import JSONObject

from perenne.domain.compliance.models import Letter, Observation, ObservationFile, Proposal
from perenne.domain.compliance.policy import LETTERS, SHORTFALL_GRANTS, SHORTFALLS
from perenne.domain.compliance.queries.cards import (
    LetterCard,
    ProposalCard,
    ShortfallCard,
    answer_card,
    decision_card,
    letter_card,
    proposal_card,
)
from perenne.domain.compliance.queries.computing import asks_hourly_cost
from perenne.domain.compliance.queries.exposures import lead_of
from perenne.domain.compliance.queries.files import delays_of, facts_of_file
from perenne.domain.compliance.queries.standings import (
    Standing,
    nowhere,
    standing_kept,
    standings_of,
)
from perenne.domain.compliance.queries.steps import LETTER_OF, Where, steps_of
from perenne.domain.compliance.states import ShortfallState
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.procurement.queries.acts import acts_in, marks_of
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import NotFound
from perenne.rules.penalties import StepCode

OVER = {ShortfallState.DECIDED, ShortfallState.CLOSED}
ACTS = tuple(act for act in SHORTFALL_GRANTS if act not in {"shortfall.view"})


def shortfall_card(
    shortfall_id: int, *, seen_by: Actor, on: date, act: str = "shortfall.view"
) -> ShortfallCard:
    """Six queries, however much was written. Not found for who may not do this act."""
    marks = marks_of(SHORTFALLS, ACTS, seen_by)
    rows = read_rows(SHORTFALLS.rows(act, seen_by)).annotate(**dict(marks.values()))
    row = rows.filter(pk=shortfall_id).first()
    if row is None:
        raise NotFound(shortfall_id)
    acts = acts_in(vars(row), marks)
    standing = standings_of([row.commitment], on=on).get(row.commitment_id, nowhere(on))
    return _card(row, standing, acts, seen_by=seen_by, on=on)


def read_rows(rows: Any) -> Any:
    """With all that a card or a paper needs."""
    files = ObservationFile.objects.filter(observation=OuterRef("pk")).order_by("position")
    told = JSONObject(id="file_id", name="file__name")
    answers = Observation.objects.select_related("organisation").annotate(
        enclosures=ArraySubquery(files.values(told=told))
    )
    proposals = Proposal.objects.select_related("proposed_by", "decision__decided_by")
    return (
        rows.select_related(
            "commitment__clause", "commitment__contract__buyer",
            "commitment__contract__facilitator",
        )
        .annotate(lead=lead_of("commitment__contract"))
        .prefetch_related(
            Prefetch("letters", Letter.objects.select_related("sent_by")),
            Prefetch("observations", answers),
            Prefetch("proposals", proposals),
        )
    )  # fmt: skip


def _card(
    row: Any, standing: Standing, acts: frozenset[str], *, seen_by: Actor, on: date
) -> ShortfallCard:
    contract, is_party = row.commitment.contract, seen_by.role in CARRYING_OUT
    state = ShortfallState(row.state)
    proposals = list(row.proposals.all())
    proposal = next((one for one in proposals if one.withdrawn_at is None), None)
    decision = getattr(proposal, "decision", None)
    letters = {letter.kind: letter for letter in row.letters.all()}
    facts = facts_of_file(row, standing, proposal, letters)
    done = _done(letters, proposal, decision)
    where = Where(facts, delays_of(row, letters), on, done, state in OVER)
    shown = proposal if not is_party or decision else None
    return ShortfallCard(
        id=row.pk,
        commitment_id=row.commitment_id,
        object=contract.object,
        reference=contract.reference,
        buyer=contract.buyer.name,
        facilitator=contract.facilitator.name,
        lead=row.lead or "",
        state=state,
        reason=row.reason,
        opened_on=row.opened_on,
        at_alert=standing_kept(row),
        standing=standing,
        letters=tuple(map(letter_card, letters.values())),
        answers=tuple(answer_card(one) for one in row.observations.all()),
        proposal=proposal_card(shown) if shown else None,
        withdrawn=() if is_party else _withdrawn(proposals),
        decision=decision_card(decision) if decision else None,
        steps=steps_of(where, acts, seen_by=seen_by),
        acts=acts,
        is_party=is_party,
        may_note_receipts=_is_its_people(contract, seen_by),
        asks_hourly_cost=asks_hourly_cost(row.commitment),
    )


def _withdrawn(proposals: Iterable[Proposal]) -> tuple[ProposalCard, ...]:
    return tuple(proposal_card(one) for one in proposals if one.withdrawn_at)


def _is_its_people(contract: Any, actor: Actor) -> bool:
    """Its buyer, or its facilitator: those who note that a letter was received."""
    its = {Role.BUYER: contract.buyer_id}
    return bool(its.get(actor.role, contract.facilitator_id) == actor.organisation_id)


def _done(letters: Mapping[str, Letter], proposal: Any, decision: Any) -> dict[StepCode, date]:
    done = {code: letters[kind].sent_on for code, kind in LETTER_OF.items() if kind in letters}
    if proposal:
        done[StepCode.PROPOSAL] = proposal.proposed_on
    if decision:
        done[StepCode.DECISION] = decision.decided_on
    return done


def letter_to_receive(letter_id: int, shortfall_id: int, *, seen_by: Actor) -> LetterCard:
    """Whose receipt this actor may note."""
    rows = LETTERS.rows("letter.receive", seen_by).filter(shortfall=shortfall_id, pk=letter_id)
    row = rows.select_related("sent_by").first()
    if row is None:
        raise NotFound(letter_id)
    return letter_card(row)
