"""What a hiring begins with when it comes from a proposal: nothing is typed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from perenne.domain.directory.models import Structure as Listed
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CANCELLED
from perenne.domain.sourcing.models import Candidate
from perenne.domain.sourcing.policy import CANDIDATES
from perenne.domain.sourcing.states import HIRED, PRESENTED
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.eligibility import Structure
from perenne.rules.hirings import MODALITIES, Family, Modality
from perenne.values import Hours

EMPLOYING = frozenset({Family.STAFF_PROVISION, Family.ENTRUSTED})


@dataclass(frozen=True, slots=True)
class Placement:
    """`begun`: the fields of a new hiring, under the names that `last_contract` gives them."""

    candidate_id: int
    participant_id: int
    commitment_id: int
    party_id: int
    begun: Mapping[str, Any]


def placement_of(candidate_id: int, *, seen_by: Actor) -> Placement:
    """For those whose need it is. One query. NotFound once the proposal is taken back."""
    row = _proposals(seen_by).filter(pk=candidate_id, state__in=[PRESENTED, HIRED]).first()
    if row is None:
        raise NotFound(candidate_id)
    return _placement(row)


def placement_for(participant_id: int, commitment_id: int, *, seen_by: Actor) -> Placement | None:
    """The proposal of that person that waits under the commitment, the oldest; one query."""
    waiting = _proposals(seen_by).filter(
        file__participant=participant_id, opening__commitment=commitment_id, state=PRESENTED
    )
    row = waiting.order_by("pk").first()
    return None if row is None else _placement(row)


def _proposals(seen_by: Actor) -> QuerySet[Candidate, Any]:
    rows = CANDIDATES.rows("candidate.view", seen_by)
    return rows.select_related("opening", "file", "offer__solicitation__structure")


def _placement(row: Candidate) -> Placement:
    opening = row.opening
    return Placement(
        row.pk,
        row.file.participant_id,
        opening.commitment_id,
        opening.party_id,
        {
            "party_id": opening.party_id,
            "job_title": opening.job_title,
            "rome": opening.rome,
            "weekly": Hours(opening.minutes_per_week),
            "starts_on": _first_day(row),
            "ends_on": opening.ends_on,
            **_employer(row),
        },
    )


def stands_on(hiring: Hiring, by: Actor) -> bool:
    """Whether that person is the one proposed, for a need of that commitment, and hired by no other
    contract that stands."""
    proposed = CANDIDATES.rows("candidate.view", by).filter(
        pk=hiring.candidate_id or 0,
        opening__commitment_id=hiring.commitment_id,
        file__participant_id=hiring.participant_id,
        state=HIRED,
    )
    same = Hiring.objects.filter(candidate_id=hiring.candidate_id or 0).exclude(state=CANCELLED)
    return proposed.exists() and not same.exists()


def _first_day(row: Candidate) -> Any:
    """As asked for the person, once the need has begun."""
    return max(row.file.hire_on, row.opening.starts_on)


def _employer(row: Candidate) -> dict[str, Any]:
    """The structure that offered the person, where it is one that employs."""
    if row.offer is None:
        return {}
    structure = row.offer.solicitation.structure
    found = way_of(structure)
    if found is None or not structure.siret:
        return {}
    return {
        "modality": found[0].code.value,
        "structure": found[1].value,
        "employer_name": structure.name,
        "employer_siret": structure.siret,
    }


def way_of(structure: Listed) -> tuple[Modality, Structure] | None:
    """How people of a structure of that kind count; None for who employs nobody."""
    kinds = {one.value.lower(): one for one in Structure}
    kind = kinds.get(structure.kind)
    ways = (row for row in MODALITIES if row.family in EMPLOYING and kind in row.structures)
    row = next(ways, None)
    return None if row is None or kind is None else (row, kind)
