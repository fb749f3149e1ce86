"""The count of a desk is that of the report, whatever the areas say."""

from datetime import date, timedelta

import pytest

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.coverage.queries import orphan_communes, report_on
from perenne.domain.organisations.factories import new_actor
from perenne.domain.territories.factories import MEAUX_COUNTRY, PLACES
from perenne.kit.actors import Role
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.segments import Segment

TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("areas", "fewer"),
    [
        ([], False),
        ([{"commune_id": "77284"}], True),
        ([{"commune_id": "77284"}, {"epci_id": MEAUX_COUNTRY[0]}], True),
        ([{"department_code": "77"}], True),
        ([{"commune_id": "77284", "since": TODAY + DAY}], False),
        ([{"commune_id": "77284", "until": TODAY - DAY}], False),
        ([{"commune_id": "77284", "until": TODAY}], True),
        ([{"commune_id": "77284", "segments": [next(iter(Segment)).value]}], False),
    ],
)
def test_the_desk_counts_what_the_report_lists(coordination, north, areas, fewer):
    for area in areas:
        new_coverage(north, **area)
    counted = orphan_communes(on=TODAY, seen_by=coordination)
    assert counted == len(report_on(TODAY, seen_by=coordination).orphans)
    assert (counted < len(PLACES)) == fewer


def test_an_area_of_one_buyer_or_of_a_body_not_verified_covers_nothing(coordination, north):
    before = orphan_communes(on=TODAY, seen_by=coordination)
    buyer = new_actor(Role.BUYER)
    new_coverage(north, commune_id="77284", buyer_id=buyer.organisation_id)
    new_coverage(new_actor(Role.FACILITATOR, state="declared"), department_code="77")
    assert orphan_communes(on=TODAY, seen_by=coordination) == before
    assert len(report_on(TODAY, seen_by=coordination).orphans) == before


def test_it_is_the_coordination_s(north):
    with pytest.raises((NotFound, Refused)):
        orphan_communes(on=TODAY, seen_by=north)
