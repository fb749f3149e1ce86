"""What is needed to plan a hiring: for what, whom one may name, in which ways, from which start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery

from perenne.domain.clauses.models import Commitment
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import COMMITMENTS, HIRINGS
from perenne.domain.hirings.queries.persons import (
    hirings_of_person,
    may_be_named,
    named,
    parties_for,
)
from perenne.domain.hirings.states import CANCELLED
from perenne.domain.participants.models import Verdict
from perenne.domain.participants.policy import FILES
from perenne.domain.participants.states import WAITING
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import Structure
from perenne.rules.hirings import MODALITIES, HiringFacts, Modality, admissible
from perenne.values import Hours, fold

SIZE = 15
NO_STRUCTURE: list[Structure | None] = [None]


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """`eligible_until`: the last day of a yes that stands; never why. `hire_on`: as asked. `name`:
    the code alone of somebody proposed, until they are hired."""

    id: int
    code: str
    name: str
    eligible_until: date | None
    is_waiting: bool
    is_there: bool
    hire_on: date | None


@dataclass(frozen=True, slots=True)
class WayChoice:
    """A modality, and the structure that employs where the modality admits several."""

    value: str
    label: str
    modality: Modality
    structure: Structure | None


@dataclass(frozen=True, slots=True)
class PlanCard:
    commitment_id: int
    contract_id: int
    object: str
    reference: str
    parties: tuple[tuple[int, str], ...]
    ways: tuple[WayChoice, ...]


def may_plan(actor: Actor, commitment_id: int | None = None) -> bool:
    """Under this commitment; under some, without one."""
    if commitment_id is not None:
        return COMMITMENTS.allows("hiring.plan", actor, commitment_id)
    return not is_void(COMMITMENTS.grants["hiring.plan"](actor))


def commitment_to_hire_under(contract_id: int | None, *, seen_by: Actor) -> int | None:
    """Of that contract, where they may plan a hiring."""
    rows = COMMITMENTS.rows("hiring.plan", seen_by).filter(contract_id=contract_id or 0)
    return rows.values_list("pk", flat=True).first()


def plan_card(commitment_id: int, *, seen_by: Actor) -> PlanCard:
    """For whoever may plan a hiring under it. Two queries."""
    rows = COMMITMENTS.rows("hiring.plan", seen_by).select_related("contract", "clause")
    row = rows.filter(pk=commitment_id).first()
    if row is None:
        raise NotFound(commitment_id)
    parties = parties_for(row.contract_id, seen_by).filter(until=None)
    return PlanCard(
        row.pk,
        row.contract_id,
        row.contract.object,
        row.contract.reference,
        tuple(parties.values_list("pk", "name")),
        _ways(row),
    )


def persons_to_hire(
    card: PlanCard, *, seen_by: Actor, on: date, words: str = "", page: int = 1
) -> Page[PersonChoice]:
    """Those of this contract first, then the latest known. Two queries. Nobody is found by a name
    that is not known."""
    rows = _told(card, seen_by, on)
    for word in fold(words).split():
        rows = rows.filter(known=True, folded_name__contains=word)
    return page_of(rows.order_by("-asked", "-pk"), page, size=SIZE, card_of=_choice)


def person_to_hire(
    participant_id: int, card: PlanCard, *, seen_by: Actor, on: date
) -> PersonChoice:
    row = _told(card, seen_by, on).filter(pk=participant_id).first()
    if row is None:
        raise NotFound(participant_id)
    return _choice(row)


def last_contract(participant_id: int, *, seen_by: Actor) -> Mapping[str, Any]:
    """What a new hiring of that person begins with: their last one, as far as it is seen."""
    row = hirings_of_person(participant_id, seen_by=seen_by).select_related("party").first()
    return {} if row is None else _copied(row)


def _copied(row: Hiring) -> Mapping[str, Any]:
    is_lent = row.employer_siret != row.party.siret
    return {
        "modality": row.modality,
        "structure": row.structure,
        "shape": row.shape,
        "employer_name": row.employer_name if is_lent else "",
        "employer_siret": row.employer_siret if is_lent else "",
        "job_title": row.job_title,
        "rome": row.rome,
        "tutor": row.tutor,
        "weekly": Hours(row.weekly_minutes),
    }


def _ways(commitment: Commitment) -> tuple[WayChoice, ...]:
    """Those that the law admits for this clause, whoever the person is."""
    is_reserved = bool(commitment.clause.reserved_to)
    found = []
    for row in MODALITIES:
        for structure in sorted(row.structures) or NO_STRUCTURE:
            facts = HiringFacts(structure=structure, is_eligible=True, is_reserved=is_reserved)
            if admissible(row.code, facts).is_admitted:
                found.append(_way(row, structure))
    return tuple(found)


def _way(row: Modality, structure: Structure | None) -> WayChoice:
    if structure is None or len(row.structures) == 1:
        return WayChoice(row.code.value, row.label, row, structure)
    return WayChoice(f"{row.code}:{structure}", f"{row.label} ({structure})", row, structure)


def _told(card: PlanCard, seen_by: Actor, on: date) -> QuerySet[Any, Any]:
    """Those whom they may name, with no more of their files and hirings than they may see."""
    its = {"participant": OuterRef("pk")}
    yes = Verdict.objects.filter(**its, is_eligible=True, withdrawn_at=None, ends_on__gte=on)
    files = FILES.rows("eligibility.read_answer", seen_by).filter(**its)
    there = HIRINGS.rows("hiring.view", seen_by).filter(**its, commitment_id=card.commitment_id)
    there = there.filter(Q(ends_on=None) | Q(ends_on__gte=on)).exclude(state=CANCELLED)
    return may_be_named(seen_by).annotate(
        until=Subquery(yes.order_by("-ends_on").values("ends_on")[:1], output_field=DateField()),
        waits=Exists(files.filter(state__in=WAITING)),
        there=Exists(there),
        asked=Exists(files.filter(contract_id=card.contract_id)),
        hire_on=Subquery(files.order_by("-pk").values("hire_on")[:1], output_field=DateField()),
        known=named(seen_by),
    )


def _choice(row: Any) -> PersonChoice:
    return PersonChoice(
        row.pk,
        row.code,
        (f"{row.first_name} {row.last_name}".strip() if row.known else "") or row.code,
        row.until,
        row.waits,
        row.there,
        row.hire_on,
    )
