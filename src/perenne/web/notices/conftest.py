"""A facilitator with a contract under way, and somebody who waits for their answer."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import RUNNING
from perenne.domain.people.models import Person
from perenne.kit.mails.models import Mail

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)


@pytest.fixture
def running(committee):
    """A commitment whose contract ends in about a year, between the usual people."""
    started = localdate() - timedelta(40)
    days = {"signed_on": started, "notified_on": started, "starts_on": started, "months": 12}
    made = new_commitment(
        committee.facilitator, buyer=committee.buyer, company=committee.company, **days
    )
    Commitment.objects.filter(pk=made.pk).update(state=RUNNING.value, kicked_off_on=started)
    return made


@pytest.fixture
def another_running(committee):
    """Makes one more."""
    started = localdate() - timedelta(40)

    def made():
        days = {"signed_on": started, "notified_on": started, "starts_on": started, "months": 12}
        return new_commitment(committee.facilitator, buyer=committee.buyer, **days)

    return made


@pytest.fixture
def gone(committee):
    """One mail to the buyer, one to somebody else."""
    for number, actor in enumerate((committee.buyer, committee.company)):
        Mail.objects.create(
            kind="notices.digest", about=f"digest/{number}", address=address_of(actor),
            subject=f"Ce qui vous attend {number}", day=localdate(), state="sent", sent_at=NOON,
            planned_at=NOON,
        )  # fmt: skip


def address_of(actor):
    return Person.objects.get(pk=actor.person_id).email
