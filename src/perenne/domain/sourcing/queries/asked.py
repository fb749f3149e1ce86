"""Needs as those who may answer read them: what they were asked, what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q

from perenne.domain.sourcing.models import Solicitation
from perenne.domain.sourcing.policy import CANDIDATES, OPENINGS, SOLICITATIONS, proposed_by
from perenne.domain.sourcing.queries.links import ReplyCard, reply_card
from perenne.domain.sourcing.queries.needs import RELATED, Need, need_of
from perenne.domain.sourcing.queries.openings import (
    CandidateCard,
    OfferCard,
    candidate_card,
    offer_card,
    with_answers,
)
from perenne.domain.sourcing.states import OPEN, UNANSWERED, DeclineReason, SolicitationState
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound

SIZE = 25
OF_THE_NEED = tuple(f"opening__{name}" for name in RELATED)


@dataclass(frozen=True, slots=True)
class AskedRow:
    """What a structure was asked, and its own answer: never that of another."""

    id: int
    need: Need
    asked_on: date
    answer_by: date
    state: SolicitationState
    declined: str
    offer: OfferCard | None
    may_answer: bool


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """`name`: they know the person."""

    need: Need
    candidate: CandidateCard
    name: str


@dataclass(frozen=True, slots=True)
class Turn:
    """How often a structure was asked since a day, how often it answered, when last."""

    asked: int = 0
    answered: int = 0
    last_on: date | None = None


def solicitations_of(actor: Actor, *, page: int = 1, waiting_only: bool = False) -> Page[AskedRow]:
    """Those that wait first, the latest first. Two queries."""
    rows = SOLICITATIONS.rows("solicitation.view", actor)
    waiting = Q(state__in=UNANSWERED, opening__state=OPEN)
    if waiting_only:
        rows = rows.filter(waiting)
    told = rows.select_related("offer", *OF_THE_NEED).annotate(waits=waiting)
    return page_of(told.order_by("-waits", "-asked_on", "-pk"), page, size=SIZE, card_of=_asked)


def quiet_until(actor: Actor, *, on: date) -> date | None:
    """Until when they asked to be left in peace; None when they may be asked. One query."""
    rows = SOLICITATIONS.rows("solicitation.resume", actor).filter(quiet_until__gt=on)
    last: date | None = rows.aggregate(last=Max("quiet_until"))["last"]
    return last


def solicitation_card(solicitation_id: int, *, seen_by: Actor) -> ReplyCard:
    """To answer in one’s space; what the link says when there is nothing to answer any more."""
    rows = SOLICITATIONS.rows("solicitation.view", seen_by)
    row = rows.select_related("structure", "offer", *OF_THE_NEED).filter(pk=solicitation_id).first()
    if row is None:
        raise NotFound(solicitation_id)
    return reply_card(row)


def open_needs(actor: Actor, *, page: int = 1, trade: str = "") -> Page[Need]:
    """For which they may propose a person, the nearest first day first."""
    rows = OPENINGS.rows("opening.propose", actor)
    if trade:
        rows = rows.filter(trade=trade)
    told = rows.select_related(*RELATED).order_by("starts_on", "pk")
    return page_of(told, page, size=SIZE, card_of=need_of)


def need_to_propose_for(opening_id: int, *, seen_by: Actor) -> Need:
    rows = OPENINGS.rows("opening.propose", seen_by).select_related(*RELATED)
    row = rows.filter(pk=opening_id).first()
    if row is None:
        raise NotFound(opening_id)
    return need_of(row)


def proposals_of(actor: Actor, *, page: int = 1) -> Page[ProposalRow]:
    """The persons that they proposed, and what became of them."""
    rows = with_answers(CANDIDATES.rows("candidate.view", actor).filter(proposed_by(actor)))
    told = rows.select_related(
        "file__participant", "file__verdict", "proposed_by", *OF_THE_NEED
    ).order_by("-proposed_on", "-pk")
    return page_of(told, page, size=SIZE, card_of=_proposal)


def asked(structures: Collection[int], *, since: date) -> Mapping[int, Turn]:
    """By structure; one that was not asked is not there. One query."""
    rows = Solicitation.objects.filter(structure__in=structures, asked_on__gte=since)
    told = (
        rows.order_by()
        .values("structure_id")
        .annotate(times=Count("pk"), answers=Count("answered_on"), last=Max("asked_on"))
    )
    return {it["structure_id"]: Turn(it["times"], it["answers"], it["last"]) for it in told}


def _asked(row: Any) -> AskedRow:
    need = need_of(row.opening)
    return AskedRow(
        row.pk,
        need,
        row.asked_on,
        row.answer_by,
        SolicitationState(row.state),
        DeclineReason(row.reason).label if row.reason else "",
        offer_card(row, need.wanted),
        bool(row.waits),
    )


def _proposal(row: Any) -> ProposalRow:
    person = row.file.participant
    name = f"{person.first_name} {person.last_name}".strip() or person.code
    return ProposalRow(need_of(row.opening), candidate_card(row), name)
