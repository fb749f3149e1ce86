"""Hirings as they are listed and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Window

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import COMMITMENTS, HIRING_GRANTS, HIRINGS
from perenne.domain.hirings.queries.admission import (
    NOTHING_SHOWN,
    easings_for,
    shape_objections,
    way_objections,
)
from perenne.domain.hirings.queries.lights import LightCard, light_of
from perenne.domain.hirings.states import CONFIRMED, PLANNED, HiringState
from perenne.domain.participants.policy import FILES
from perenne.domain.participants.states import WAITING
from perenne.domain.procurement.queries.acts import acts_on
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import Structure
from perenne.rules.hirings import MODALITIES, Easing, Modality, ModalityCode, Shape
from perenne.values import Hours, Siret, fold

SIZE = 25
WITH = ("participant", "party", "commitment__contract")


@dataclass(frozen=True, slots=True)
class HiringRow:
    """`host` performs the contract, `employer` signs the contract of employment."""

    id: int
    code: str
    name: str
    job_title: str
    host: str
    employer: str
    object: str
    starts_on: date
    ends_on: date | None
    state: HiringState
    counts_from: date | None

    @property
    def is_lent(self) -> bool:
        return self.employer != self.host


@dataclass(frozen=True, slots=True)
class HiringCard:
    """`objections`: what the law finds in the contract before anything was shown, by fact.

    `easings`: the exceptions of the law that would settle one of them. `file_id`: the question
    that waits for its answer, for whoever may read it.
    """

    row: HiringRow
    commitment_id: int
    contract_id: int
    participant_id: int
    reference: str
    modality: Modality
    shape: Shape
    structure: Structure | None
    employer_siret: Siret
    rome: str
    tutor: str
    weekly: Hours
    verified_on: date | None
    regularised_because: str
    reason: str
    light: LightCard
    objections: Mapping[str, str]
    easings: tuple[Easing, ...]
    acts: frozenset[str]
    may_plan_again: bool
    file_id: int | None

    @property
    def has_the_light(self) -> bool:
        """Somebody said yes for its first day, and its hours would count from some day."""
        return self.light.counts_from is not None


def hirings_of(
    *,
    seen_by: Actor,
    page: int = 1,
    states: frozenset[HiringState] = frozenset(),
    words: str = "",
    commitment_id: int | None = None,
    total: int | None = None,
) -> Page[HiringRow]:
    """Those to confirm by their first day, the others the latest first. Two queries, or one where
    `total` is known."""
    rows = _sought(HIRINGS.rows("hiring.view", seen_by), words)
    if commitment_id is not None:
        rows = rows.filter(commitment_id=commitment_id)
    if states:
        rows = rows.filter(state__in=states)
    order = ("starts_on", "pk") if states == {PLANNED} else ("-starts_on", "-pk")
    told = rows.select_related(*WITH).order_by(*order)
    return page_of(told, page, size=SIZE, card_of=row_of, total=total)


def team_under(
    commitment_id: int, *, seen_by: Actor, most: int
) -> tuple[tuple[HiringRow, ...], int]:
    """Those planned or at work, the latest first: some, and how many they are. One query."""
    rows = HIRINGS.rows("hiring.view", seen_by).filter(
        commitment_id=commitment_id, state__in=[PLANNED, CONFIRMED]
    )
    told: Any = rows.select_related(*WITH).annotate(total=Window(Count("pk")))
    found = list(told.order_by("-starts_on", "-pk")[:most])
    return tuple(map(row_of, found)), found[0].total if found else 0


def counts_by_state(
    *, seen_by: Actor, words: str = "", commitment_id: int | None = None
) -> Mapping[HiringState, int]:
    """Of what the same search finds; one query."""
    rows = _sought(HIRINGS.rows("hiring.view", seen_by), words)
    if commitment_id is not None:
        rows = rows.filter(commitment_id=commitment_id)
    found = rows.order_by().values("state").annotate(many=Count("pk"))
    return {HiringState(row["state"]): row["many"] for row in found}


def hiring_card(hiring_id: int, *, seen_by: Actor, act: str = "hiring.view") -> HiringCard:
    """Seven queries at most: the hiring, its light, who may do what, the question that waits."""
    rows = HIRINGS.rows(act, seen_by).select_related(*WITH, "verdict", "commitment__clause")
    hiring = rows.filter(pk=hiring_id).first()
    if hiring is None:
        raise NotFound(hiring_id)
    return _card(hiring, seen_by)


def _card(hiring: Hiring, seen_by: Actor) -> HiringCard:
    is_planned = hiring.state == PLANNED
    return HiringCard(
        row=row_of(hiring),
        commitment_id=hiring.commitment_id,
        contract_id=hiring.commitment.contract_id,
        participant_id=hiring.participant_id,
        reference=hiring.commitment.contract.reference,
        modality=MODALITIES[ModalityCode(hiring.modality)],
        shape=Shape(hiring.shape),
        structure=Structure(hiring.structure) if hiring.structure else None,
        employer_siret=Siret(hiring.employer_siret),
        rome=hiring.rome,
        tutor=hiring.tutor,
        weekly=Hours(hiring.weekly_minutes),
        verified_on=hiring.verified_on,
        regularised_because=hiring.regularised_because,
        reason=hiring.reason,
        light=light_of(hiring),
        objections=_objections(hiring) if is_planned else {},
        easings=easings_for(hiring) if is_planned else (),
        acts=acts_on(HIRINGS, HIRING_GRANTS, seen_by, [hiring.pk])[hiring.pk],
        may_plan_again=COMMITMENTS.allows("hiring.plan", seen_by, hiring.commitment_id),
        file_id=_waiting_file(hiring.participant_id, seen_by) if is_planned else None,
    )


def row_of(hiring: Hiring) -> HiringRow:
    person = hiring.participant
    return HiringRow(
        id=hiring.pk,
        code=person.code,
        name=f"{person.first_name} {person.last_name}".strip() or person.code,
        job_title=hiring.job_title,
        host=hiring.party.name,
        employer=hiring.employer_name,
        object=hiring.commitment.contract.object,
        starts_on=hiring.starts_on,
        ends_on=hiring.ends_on,
        state=HiringState(hiring.state),
        counts_from=hiring.counts_from,
    )


def _sought(rows: QuerySet[Hiring, Any], words: str) -> QuerySet[Hiring, Any]:
    """By the person, the contract or the company."""
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(participant__folded_name__contains=fold(word))
            | Q(participant__code__iexact=word)
            | Q(commitment__contract__object__icontains=word)
            | Q(commitment__contract__reference__icontains=word)
            | Q(party__name__icontains=word)
        )
    return rows


def _objections(hiring: Hiring) -> Mapping[str, str]:
    return way_objections(hiring, is_eligible=True) | shape_objections(hiring, NOTHING_SHOWN)


def _waiting_file(participant_id: int, seen_by: Actor) -> int | None:
    rows = FILES.rows("eligibility.read_answer", seen_by)
    waiting = rows.filter(participant_id=participant_id, state__in=WAITING)
    return waiting.order_by("-pk").values_list("pk", flat=True).first()
