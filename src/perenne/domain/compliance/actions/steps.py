"""Whether the rules let a step of a penalty be taken, asked under the lock of the shortfall."""

from datetime import date

from perenne.domain.compliance.models import Proposal, Shortfall
from perenne.domain.compliance.queries.files import delays_of, facts_of_file, letters_of
from perenne.domain.compliance.queries.parts import person
from perenne.domain.compliance.queries.standings import Standing, standings
from perenne.domain.hours.actions.counting import lock_commitments
from perenne.kit.actors import Actor
from perenne.kit.refusals import Refused
from perenne.rules.penalties import StepCode, may_take
from perenne.rules.practice import USUAL, Practice

NO_CALENDAR = (
    "Ce marché n’a pas encore de calendrier : indiquez ses dates avant de constater un manque."
)


def standing_now(commitment_id: int, on: date) -> Standing:
    """Under the lock of the commitment: no hour is counted on it meanwhile."""
    lock_commitments([commitment_id])
    found = standings([commitment_id], on=on).get(commitment_id)
    if found is None:
        raise Refused(NO_CALENDAR)
    return found


def taken(
    code: StepCode, row: Shortfall, *, by: Actor, on: date, practice: Practice = USUAL
) -> Standing:
    """Where the commitment stands; Refused with the reasons that the rules give."""
    standing = standing_now(row.commitment_id, on)
    proposal = Proposal.objects.filter(shortfall=row, withdrawn_at=None).first()
    letters = letters_of(row)
    file = facts_of_file(row, standing, proposal, letters)
    practice = delays_of(row, letters, practice)
    opening = may_take(code, on, file, by=person(by), practice=practice)
    if not opening.allowed:
        raise Refused(" ".join(opening.reasons))
    return standing
