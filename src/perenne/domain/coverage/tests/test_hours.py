"""The hours of a body: one line each, the last said."""

import pytest

from perenne.domain.coverage.actions import say_hours
from perenne.domain.coverage.models import OpeningHours
from perenne.domain.coverage.queries import hours_of
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once


def test_the_last_said_is_kept_and_the_journal_knows(north):
    body = north.organisation_id
    assert hours_of(body) == ""
    for hours in ("9 h – 12 h", "  14 h –\n17 h "):
        say_hours(facilitator_id=body, hours=hours, by=north)
    assert hours_of(body) == "14 h – 17 h"
    assert Entry.objects.filter(act="hours.say").count() == 2


def test_a_colleague_who_does_not_administer_says_none(north, colleague):
    with pytest.raises(Refused):
        say_hours(facilitator_id=north.organisation_id, hours="9 h", by=colleague)


@pytest.mark.usefixtures("real_commits")
def test_two_who_say_them_at_once_leave_one_line():
    north = new_actor(Role.FACILITATOR)
    body = north.organisation_id
    at_once(*[lambda: say_hours(facilitator_id=body, hours="9 h", by=north)] * 2)
    assert OpeningHours.objects.count() == 1
