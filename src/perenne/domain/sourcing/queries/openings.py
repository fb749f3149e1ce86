"""Needs as those who opened them read them: who was asked, what was answered, who was proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from perenne.domain.directory.states import SHORT_LABELS
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.participants.queries.answers import Answer, answer_in
from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.policy import CANDIDATES, OPENINGS
from perenne.domain.sourcing.queries.links import is_prescriber
from perenne.domain.sourcing.queries.needs import (
    RELATED,
    Need,
    covered_by,
    found_for,
    need_of,
    with_what_is_found,
)
from perenne.domain.sourcing.states import (
    OPEN,
    PRESENTED,
    PROPOSED,
    CandidateState,
    DeclineReason,
    OfferState,
    OpeningState,
    SolicitationState,
)
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.waves import Halt, Wanted, next_wave_on
from perenne.values import Hours

SIZE = 25


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """`asked`, `answered`, `waiting`: structures asked, of them those who answered, and offers and
    persons that wait for a yes or a no."""

    need: Need
    found: Hours
    asked: int
    answered: int
    waiting: int


@dataclass(frozen=True, slots=True)
class OfferCard:
    """`covers`: what it would bring to the need, alone; `promised`: what was kept of it."""

    id: int
    persons: int
    monthly: Hours | None
    starts_on: date
    note: str
    state: OfferState
    covers: Hours
    promised: Hours
    reason: str


@dataclass(frozen=True, slots=True)
class AskedCard:
    """One that was asked; `because`: why then, `declined`: why not."""

    id: int
    structure_id: int
    structure: str
    kind: str
    is_prescriber: bool
    phone: str
    email: str
    wave: int
    asked_on: date
    answer_by: date
    because: str
    state: SolicitationState
    declined: str
    note: str
    offer: OfferCard | None


@dataclass(frozen=True, slots=True)
class CandidateCard:
    """Under the pseudonym: the company reads an answer and its days, nothing more."""

    id: int
    code: str
    participant_id: int
    file_id: int
    proposed_by: str
    proposed_on: date
    state: CandidateState
    answer: Answer
    reason: str
    offer_id: int | None

    @property
    def may_be_hired(self) -> bool:
        return self.state is PRESENTED and self.answer.ends_on is not None


@dataclass(frozen=True, slots=True)
class OpeningCard:
    """`left`: the hours still to find. `next_on`: the day of the next wave; `halt`: why there is
    none for now, in French, else empty."""

    need: Need
    found: Hours
    left: Hours
    asked: tuple[AskedCard, ...]
    candidates: tuple[CandidateCard, ...]
    facilitator: Contact
    next_on: date | None
    halt: str
    may_settle: bool

    @property
    def offers(self) -> tuple[AskedCard, ...]:
        return tuple(one for one in self.asked if one.offer is not None)

    @property
    def waiting_offers(self) -> int:
        return sum(one.offer.state is PROPOSED for one in self.offers if one.offer)


def openings_for(
    actor: Actor,
    *,
    page: int = 1,
    state: OpeningState | None = None,
    commitment_id: int | None = None,
) -> Page[OpeningRow]:
    """Those of their contracts, the latest first. Two queries."""
    rows = OPENINGS.rows("opening.view", actor)
    if state is not None:
        rows = rows.filter(state=state)
    if commitment_id is not None:
        rows = rows.filter(commitment_id=commitment_id)
    told = with_what_is_found(rows).select_related(*RELATED).annotate(**COUNTS)
    return page_of(told.order_by("-opened_at", "-pk"), page, size=SIZE, card_of=_row)


def opening_card(opening_id: int, *, seen_by: Actor) -> OpeningCard:
    """Five queries, however many were asked."""
    rows = with_what_is_found(OPENINGS.rows("opening.view", seen_by)).select_related(*RELATED)
    row: Any = rows.filter(pk=opening_id).first()
    if row is None:
        raise NotFound(opening_id)
    need = need_of(row)
    found = found_for(need.wanted, kept=row.kept, hired=row.hired)
    asked = _asked(row, need.wanted)
    next_on, halt = _next_wave(row, need, found, asked)
    return OpeningCard(
        need=need,
        found=found,
        left=need.hours - found,
        asked=asked,
        candidates=candidates_of(row.pk, seen_by=seen_by),
        facilitator=contact_at(row.facilitator_id),
        next_on=next_on,
        halt=halt,
        may_settle=OPENINGS.allows("opening.close", seen_by, row.pk),
    )


def candidates_of(opening_id: int, *, seen_by: Actor) -> tuple[CandidateCard, ...]:
    rows = CANDIDATES.rows("candidate.view", seen_by).filter(opening_id=opening_id)
    return tuple(map(candidate_card, with_answers(rows)))


def with_answers(rows: QuerySet[Candidate]) -> QuerySet[Candidate]:
    return rows.select_related("file__participant", "file__verdict", "proposed_by")


def candidate_card(row: Candidate) -> CandidateCard:
    """`row` with what `with_answers` reads."""
    return CandidateCard(
        id=row.pk,
        code=row.file.participant.code,
        participant_id=row.file.participant_id,
        file_id=row.file_id,
        proposed_by=row.proposed_by.name,
        proposed_on=row.proposed_on,
        state=CandidateState(row.state),
        answer=answer_in(row.file),
        reason=row.reason,
        offer_id=row.offer_id,
    )


def _asked(row: Opening, need: Wanted) -> tuple[AskedCard, ...]:
    found = row.solicitations.select_related("structure", "offer").order_by("wave", "pk")
    return tuple(_asked_card(one, need) for one in found)


def _asked_card(row: Solicitation, need: Wanted) -> AskedCard:
    structure = row.structure
    return AskedCard(
        id=row.pk,
        structure_id=structure.pk,
        structure=structure.name,
        kind=SHORT_LABELS[structure.kind],
        is_prescriber=is_prescriber(structure.kind),
        phone=structure.phone,
        email=structure.email,
        wave=row.wave,
        asked_on=row.asked_on,
        answer_by=row.answer_by,
        because=row.because,
        state=SolicitationState(row.state),
        declined=DeclineReason(row.reason).label if row.reason else "",
        note=row.note,
        offer=offer_card(row, need),
    )


def offer_card(row: Solicitation, need: Wanted) -> OfferCard | None:
    """`row` with its offer."""
    offer: Offer | None = getattr(row, "offer", None)
    if offer is None:
        return None
    return OfferCard(
        id=offer.pk,
        persons=offer.persons,
        monthly=Hours(offer.minutes_per_month) if offer.minutes_per_month else None,
        starts_on=offer.starts_on,
        note=offer.note,
        state=OfferState(offer.state),
        covers=covered_by(need, offer),
        promised=Hours(offer.kept_minutes),
        reason=offer.reason,
    )


def _next_wave(
    row: Opening, need: Need, found: Hours, asked: tuple[AskedCard, ...]
) -> tuple[date | None, str]:
    """When the next one may leave, or why none will for now."""
    if row.state != OPEN:
        return None, ""
    coming = [one.offer.covers for one in asked if one.offer and one.offer.state is PROPOSED]
    if sum(coming, found) >= need.hours:
        return None, Halt.ENOUGH.sentence
    if row.exhausted_on is not None:
        return None, Halt.NOBODY.sentence
    return (next_wave_on(max(one.asked_on for one in asked)) if asked else row.opened_on), ""


COUNTS: Mapping[str, Any] = {
    "asked": Count("solicitations", distinct=True),
    "answered": Count(
        "solicitations", filter=Q(solicitations__answered_on__isnull=False), distinct=True
    ),
    "offers_waiting": Count(
        "solicitations", filter=Q(solicitations__offer__state=PROPOSED), distinct=True
    ),
    "persons_waiting": Count("candidates", filter=Q(candidates__state=PRESENTED), distinct=True),
}


def _row(row: Any) -> OpeningRow:
    need = need_of(row)
    found = found_for(need.wanted, kept=row.kept, hired=row.hired)
    return OpeningRow(
        need, found, row.asked, row.answered, row.offers_waiting + row.persons_waiting
    )
