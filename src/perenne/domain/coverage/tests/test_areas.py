"""Areas: who may say them, what is refused, what the coordination reads of them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from perenne.domain.coverage.actions import (
    Limits,
    Place,
    amend_coverage,
    cover,
    end_coverage,
)
from perenne.domain.coverage.factories import new_coverage
from perenne.domain.coverage.models import Coverage
from perenne.domain.coverage.queries import (
    area_card,
    areas_by_body,
    backups_for,
    bodies,
    buyers,
    report_on,
)
from perenne.domain.organisations.factories import new_actor
from perenne.domain.territories.factories import MEAUX_COUNTRY, PLACES, load_places
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once
from perenne.rules.segments import Segment

TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)
HERE = Place(commune="77284")


def test_covering_the_same_place_twice_is_said_once(coordination, north):
    body = north.organisation_id
    for _ in range(2):
        for place in (Place(epci=MEAUX_COUNTRY[0]), Place(commune="77288"), Place(department="77")):
            cover(facilitator_id=body, place=place, by=coordination)
    assert sorted(str(coverage) for coverage in Coverage.objects.all()) == sorted(
        f"{body}: {place}" for place in (MEAUX_COUNTRY[0], "77288", "77")
    )
    assert Entry.objects.filter(act="coverage.cover").count() == 3


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"epci_id": MEAUX_COUNTRY[0], "commune_id": "77284"},
        {"epci_id": MEAUX_COUNTRY[0], "department_code": "77"},
        {"commune_id": "77284", "department_code": "77"},
        {"epci_id": MEAUX_COUNTRY[0], "commune_id": "77284", "department_code": "77"},
    ],
)
def test_a_coverage_is_of_exactly_one_place(north, place):
    with pytest.raises(IntegrityError, match="coverage_is_of_one_place"), transaction.atomic():
        new_coverage(north, **place)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"segments": ["gardening"]}, "coverage_segments_are_known"),
        ({"since": TODAY, "until": TODAY - DAY}, "coverage_ends_after_it_begins"),
    ],
)
def test_limits_that_make_no_sense_are_refused_by_the_database(north, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        new_coverage(north, commune_id="77284", **facts)


def test_only_the_coordination_says_who_answers_where(north):
    with pytest.raises(Refused):
        cover(facilitator_id=north.organisation_id, place=HERE, by=north)
    assert not Coverage.objects.exists()


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (Limits(since=TODAY, until=TODAY - DAY), "Le dernier jour vient avant le premier"),
        (Limits(buyer_id=0), "Choisissez un acheteur de la liste"),
    ],
)
def test_wrong_limits_are_refused(coordination, north, limits, sentence):
    with pytest.raises(Refused, match=sentence):
        cover(facilitator_id=north.organisation_id, place=HERE, by=coordination, limits=limits)
    row = new_coverage(north, commune_id="77284")
    with pytest.raises(Refused, match=sentence):
        amend_coverage(coverage_id=row.pk, limits=limits, by=coordination)


def test_only_who_answers_for_places_may_cover_one(coordination):
    buyer = new_actor(Role.BUYER)
    with pytest.raises(Refused, match="Choisissez un organisme facilitateur"):
        cover(facilitator_id=buyer.organisation_id, place=HERE, by=coordination)


def test_an_area_is_amended_and_the_journal_says_before_and_after(coordination, north):
    row = new_coverage(north, commune_id="77284")
    limits = Limits(segments=(Segment.WORKS,), since=TODAY, until=TODAY + DAY)
    amend_coverage(coverage_id=row.pk, limits=limits, by=coordination)
    card = area_card(row.pk, seen_by=north)
    assert (card.place, card.level_label, card.segments_said) == (
        "Meaux", "Commune", "Bâtiment et travaux publics",
    )  # fmt: skip
    assert card.limits_said == "Bâtiment et travaux publics · du 1er au 2\u00a0mars 2027"
    facts = Entry.objects.get(act="coverage.amend").facts
    assert (facts["before"]["segments"], facts["after"]["segments"]) == ([], ["works"])
    with pytest.raises(Refused, match="n’est pas à vous"):
        amend_coverage(coverage_id=row.pk, limits=limits, by=north)


def test_an_area_is_not_amended_into_another_one(coordination, north):
    new_coverage(north, commune_id="77284")
    row = new_coverage(north, commune_id="77284", segments=["works"])
    with pytest.raises(Refused, match="déjà exactement cette zone"):
        amend_coverage(coverage_id=row.pk, limits=Limits(), by=coordination)


def test_an_area_that_ends_answers_until_yesterday_and_one_to_come_never_was(coordination, north):
    old = new_coverage(north, commune_id="77284", since=TODAY - DAY)
    never = new_coverage(north, commune_id="77288", since=TODAY)
    for row in (old, never):
        end_coverage(coverage_id=row.pk, by=coordination, on=TODAY)
    assert Coverage.objects.get().until == TODAY - DAY
    assert areas_by_body(seen_by=coordination, on=TODAY) == ()
    assert Entry.objects.filter(act="coverage.end").count() == 2


def test_each_body_sees_its_areas_and_the_coordination_all(coordination, north, south):
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_coverage(north, commune_id="77475")
    new_coverage(south, department_code="77")
    seen = {
        who: [(body.name, [area.place for area in body.areas]) for body in found]
        for who, found in (
            ("north", areas_by_body(seen_by=north, on=TODAY)),
            ("all", areas_by_body(seen_by=coordination, on=TODAY)),
        )
    }
    assert seen["north"] == [("Nord", ["Trilport", "CA du Pays de Meaux"])]
    assert seen["all"] == [*seen["north"], ("Sud", ["77"])]
    with pytest.raises(NotFound):
        areas_by_body(seen_by=new_actor(Role.BUYER), on=TODAY)
    with pytest.raises(NotFound):
        area_card(Coverage.objects.first().pk, seen_by=south)


def test_who_answers_for_places_and_who_buys_are_listed(coordination, north):
    buyer = new_actor(Role.BUYER, name="Ville")
    assert [body.name for body in bodies()] == ["Nord", "Coordination"]
    assert [body.id for body in buyers()] == [buyer.organisation_id]
    assert [body.name for body in backups_for(north.organisation_id)] == ["Coordination"]


def test_the_report_tells_orphans_and_what_nothing_sets_apart(coordination, north, south):
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_coverage(south, epci_id=MEAUX_COUNTRY[0])
    new_coverage(south, commune_id="77288")
    report = report_on(TODAY, seen_by=coordination)
    assert len(report.communes) == report.resolved == len(PLACES)
    assert {row.commune.name for row in report.shared} == {
        "Meaux", "Nanteuil-lès-Meaux", "Trilport",
    }  # fmt: skip
    assert report.shared[0].twins == ("Nord", "Sud")
    assert len(report.orphans) == len(PLACES) - 4
    assert report.by_body == {"Nord": 3, "Sud": 1, "Coordination": len(PLACES) - 4}
    new_coverage(coordination, department_code="77")
    report = report_on(TODAY, seen_by=coordination)
    assert (len(report.orphans), len(report.backed)) == (0, len(PLACES) - 4)
    assert sum(report.counts.values()) == len(PLACES)
    with pytest.raises(NotFound):
        report_on(TODAY, seen_by=north)


@pytest.mark.usefixtures("real_commits")
def test_the_same_area_said_at_once_is_said_once():
    load_places()
    coordination, north = new_actor(Role.COORDINATION), new_actor(Role.FACILITATOR)
    body = north.organisation_id
    at_once(*[lambda: cover(facilitator_id=body, place=HERE, by=coordination)] * 2)
    assert Coverage.objects.count() == 1
