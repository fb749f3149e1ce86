"""A month shared « à due proportion » : what a contract says when it says nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perenne.rules.globalisation.facts import Commitment, Work
from perenne.rules.globalisation.refusals import Refusal, refusals
from perenne.rules.hours.apportioning import apportion
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import AQUAREEL_2025, CCAG_GLOBALISATION
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Sharing:
    """Every clause has a share or a refusal; what is left over stays a surplus of its contract."""

    shares: Mapping[int, Hours]
    refusals: Mapping[int, Refusal]
    left_over: Hours


@cites(
    CCAG_GLOBALISATION,
    AQUAREEL_2025,
    says="Comment partager un mois de travail à due proportion ?",
    confidence=Confidence.LIKELY,
)
def share_out(
    work: Work, commitments: Sequence[Commitment], *, practice: Practice = USUAL
) -> Sharing:
    """In proportion of what each clause may still receive, to the minute (largest remainders).

    Unlike `plan`, it looks at one month only, and leaves the future out.
    """
    refused = refusals(work, commitments, practice=practice)
    rooms = {
        it.clause_id: (it.owed if it.clause_id == work.clause_id else it.from_elsewhere).minutes
        for it in sorted(commitments, key=lambda it: it.clause_id)
        if it.clause_id not in refused
    }
    shared = min(work.hours.minutes, sum(rooms.values()))
    parts = apportion(shared, tuple(rooms.values()))
    shares = {clause: Hours(part) for clause, part in zip(rooms, parts, strict=True)}
    return Sharing(shares, refused, work.hours - Hours(shared))
