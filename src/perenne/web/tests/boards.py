"""Something of each kind that waits, at one facilitator’s."""

from datetime import date, timedelta

from django.utils.timezone import now

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work
from perenne.domain.hours.states import DECLARED
from perenne.domain.participants.factories import new_file
from perenne.values import add_months
from perenne.web.tests.scenes import CLEANING, LINES, MASONRY, new_sent_programme

BEGAN = {"signed_on": date(2026, 1, 2), "notified_on": date(2026, 1, 5),
         "starts_on": date(2026, 1, 5), "months": 48}  # fmt: skip


def new_board(committee, *, today):
    """Two purchases since today, hours declared 12 days ago, a person since 40 days; a month that
    the company has kept silent about for four months. The commitment of them all."""
    facilitator = committee.facilitator
    new_sent_programme(committee.buyer, LINES[CLEANING], LINES[MASONRY])
    commitment = new_commitment(
        facilitator, company=committee.company, buyer=committee.buyer, hours=4_000, **BEGAN
    )
    hiring = new_hiring(commitment=commitment, facilitator=facilitator)
    first = today.replace(day=1)
    sheet = new_sheet(hiring, month=add_months(first, -1))
    new_work(hiring, sheet=sheet, month=sheet.month, minutes=6_000)
    type(sheet).objects.filter(pk=sheet.pk).update(
        state=DECLARED, declared_at=now() - timedelta(12)
    )
    new_sheet(hiring, month=add_months(first, -4))
    new_file(facilitator=facilitator, asked_at=now() - timedelta(40))
    return commitment, whole_of(commitment).party
