"""A shortfall as the rules of penalties read it."""

from perenne.domain.compliance.models import Proposal, Shortfall
from perenne.domain.compliance.queries.exposures import Standing
from perenne.domain.compliance.states import LetterKind
from perenne.rules.penalties import PenaltyFile


def facts_of_file(row: Shortfall, standing: Standing, proposal: Proposal | None) -> PenaltyFile:
    """`standing`: of the commitment on the day of the question; two queries at most."""
    received = dict(row.letters.values_list("kind", "received_on"))
    clause = row.commitment.clause
    return PenaltyFile(
        expected=standing.expected,
        done=standing.counted,
        private=not clause.ccag,
        formal_notice_on=received.get(LetterKind.FORMAL_NOTICE.value),
        observations_asked_on=received.get(LetterKind.HEARING.value),
        proposed_on=proposal.proposed_on if proposal else None,
        proposed_by=str(proposal.proposed_by_id) if proposal else "",
    )
