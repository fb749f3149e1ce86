"""What waits for somebody, over all the apps: desks show it, reminders tell it."""

from perenne.domain.clauses.queries.errands import errands_in_clauses
from perenne.domain.compliance.queries.errands import errands_in_compliance
from perenne.domain.compliance.queries.following_errands import errands_in_reviews
from perenne.domain.compliance.queries.pace_errands import errands_in_paces
from perenne.domain.directory.queries.errands import errands_in_directory
from perenne.domain.enquiries.queries.errands import errands_in_enquiries
from perenne.domain.hirings.queries.errands import errands_in_hirings
from perenne.domain.hours.queries.correction_errands import errands_of_corrections
from perenne.domain.hours.queries.disputes import errands_of_voices
from perenne.domain.hours.queries.month_errands import errands_in_months
from perenne.domain.hours.queries.plan_errands import errands_in_plans
from perenne.domain.hours.queries.sheet_errands import errands_in_sheets
from perenne.domain.notices.queries.silences import errands_of_silences
from perenne.domain.organisations.queries.errands import errands_in_organisations
from perenne.domain.participants.queries.errands import errands_in_persons
from perenne.domain.programming.queries.errands import errands_in_programmes
from perenne.domain.promises.queries.warnings import errands_of_promises
from perenne.domain.sourcing.queries.errands import errands_in_needs

ERRANDS = (
    errands_in_programmes,
    errands_in_clauses,
    errands_in_months,
    errands_in_hirings,
    errands_in_sheets,
    errands_of_corrections,
    errands_in_plans,
    errands_in_reviews,
    errands_in_compliance,
    errands_in_enquiries,
    errands_in_organisations,
    errands_in_persons,
    errands_in_needs,
    errands_of_voices,
    errands_in_paces,
    errands_of_promises,
    errands_of_silences,
    errands_in_directory,
)
"""One more app, one more line."""
ASK_FIRST = frozenset({errands_of_promises})
"""Those whose sources depend on what the tables hold, and not only on the person and the day."""
