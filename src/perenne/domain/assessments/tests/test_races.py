"""Figures that come out while hours are being validated, and by several hands at once."""

from datetime import date
from functools import partial
from threading import Event

from django.db import transaction
from django.db.models.functions import Now
from django.utils.timezone import now

from perenne.domain.assessments import actions
from perenne.domain.assessments.models import Statistics
from perenne.domain.assessments.tests.test_statistics import NEXT, TODAY, crew, worked
from perenne.kit.actors import HOUSE
from perenne.kit.testing.commits import at_once


def test_at_once_an_edition_comes_out_once_and_hours_under_way_are_of_the_next_one(real_commits):
    hirings = crew("works", 2)
    worked(hirings, date(2026, 10, 1), at=Now())
    begun, published = Event(), Event()

    def validates():
        """A transaction that begins before the edition, and ends after it."""
        with transaction.atomic():
            worked(hirings, date(2026, 11, 1), minutes=600, at=Now())
            begun.set()
            assert published.wait(30)

    def publishes():
        assert begun.wait(30)
        publish = partial(actions.publish_statistics, by=HOUSE, today=TODAY)
        editions = at_once(*[lambda: publish(now=now())] * 4)
        published.set()
        return editions

    _, editions = at_once(validates, publishes)
    assert sorted(editions) == [(), (), (), ("2026-T4",)]
    actions.publish_statistics(by=HOUSE, now=now(), today=NEXT[1])
    counted = [minutes_behind(code) for code in ("2026-T4", "2027-T1")]
    assert counted == [2 * 6_000, 2 * 600], "each line in one edition"


def minutes_behind(code):
    """Of a quarter, hidden or not."""
    crowds = Statistics.objects.get(quarter=code).behind["crowds"]
    ((minutes, _heads, _contributors),) = [
        its for key, its in crowds.items() if key.split("|")[:2] == [code, "total"]
    ]
    return sum(minutes.values())
