"""The clauses that an employer has worked for: contracts, never the persons."""

from dataclasses import dataclass

from django.db.models import Count, Q

from perenne.domain.clauses.states import CommitmentState
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED, ENDED


@dataclass(frozen=True, slots=True)
class ClausesDone:
    """`running` are among `number`. Public: how many contracts, nothing of whom or how much."""

    number: int
    running: int


def clauses_done(siret: str) -> ClausesDone:
    """Commitments under which somebody was hired by it and counted. One query; none for no SIRET.

    Everybody may know it: it is the work of an organisation, and names neither buyer nor person.
    """
    if not siret:
        return ClausesDone(0, 0)
    rows = Hiring.objects.filter(employer_siret=siret, state__in=[CONFIRMED, ENDED])
    ended = Q(commitment__state=CommitmentState.CLOSED)
    found = rows.aggregate(
        number=Count("commitment", distinct=True),
        running=Count("commitment", filter=~ended, distinct=True),
    )
    return ClausesDone(found["number"], found["running"])
