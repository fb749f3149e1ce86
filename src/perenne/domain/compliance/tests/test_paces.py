"""The pace of commitments: what is read of it, the nightly look, who takes note of an alert."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.clauses.actions import schedule_commitment
from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.compliance.actions import look_at_alert, open_shortfall, watch_paces
from perenne.domain.compliance.models import Letter, PaceAlert
from perenne.domain.compliance.policy.paces import ALERTS, PACES
from perenne.domain.compliance.queries import exposures, pace_card, paces
from perenne.domain.compliance.queries.pace_errands import TO_CATCH_UP, errands_in_paces
from perenne.domain.compliance.queries.papers import letter_of
from perenne.domain.compliance.tests.conftest import TODAY, Scene
from perenne.domain.compliance.tests.test_policy import granted, people_of
from perenne.domain.directory.factories import new_structure
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work, validate
from perenne.domain.hours.models import Allocation
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.states import StructureKind
from perenne.kit.actors import HOUSE, Role
from perenne.kit.errands import gather
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once
from perenne.rules.pace import AlertCode, Level
from perenne.values import Euros, Hours

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def works(commitment, hours, month):
    """So many hours that count, all of one person: a month has 744."""
    hiring = new_hiring(commitment=commitment)
    sheet = new_sheet(hiring, month=month)
    work = new_work(hiring, sheet=sheet, month=month, minutes=hours * 60)
    validate(sheet)
    Allocation.objects.create(work=work, commitment=commitment, minutes=hours * 60)


def only(rows):
    (row,) = rows
    return row


def test_a_commitment_is_read_at_the_last_month_that_can_be_known(scene):
    """269 days of 365 by September 30th: 1 000 h x 269 / 365 = 736 h 59; x 50 € an hour."""
    row = only(paces(seen_by=scene.facilitator, on=TODAY))
    reading = row.pace.reading
    assert row.pace.measured_on == date(2026, 9, 30)
    assert (reading.expected, reading.counted) == (Hours(736 * 60 + 59), Hours(0))
    assert row.pace.alert.row.code is AlertCode.FAR_BEHIND
    assert row.exposure == Euros.of("36849.17")
    assert row.days_left == 39
    works(scene.commitment, 150, OCTOBER)
    row = only(paces(seen_by=scene.facilitator, on=TODAY))
    assert row.pace.measured_on == date(2026, 10, 31)
    assert row.pace.reading.counted == Hours.of(150)
    assert row.pace.reading.expected == Hours(821 * 60 + 55)
    assert row.pace.forecast is not None


def test_a_season_asks_for_nothing_out_of_it(scene):
    schedule_commitment(commitment_id=scene.commitment.pk, months=[12], by=scene.facilitator)
    row = only(paces(seen_by=scene.facilitator, on=TODAY))
    assert row.pace.reading.expected == Hours(0)
    assert row.level is Level.ON_PACE
    (exposed,) = exposures(seen_by=scene.facilitator, on=TODAY - timedelta(30))
    assert exposed.amount == Euros(0)
    with pytest.raises(Refused, match="il n’y a pas de manquement"):
        open_shortfall(
            commitment_id=scene.commitment.pk, by=scene.facilitator, on=TODAY - timedelta(30)
        )
    whole_year = {"commitment_id": scene.commitment.pk, "by": scene.facilitator}
    schedule_commitment(months=range(1, 13), **whole_year)
    scene.commitment.refresh_from_db()
    assert scene.commitment.worked_months == []
    with pytest.raises(Refused, match="de janvier à décembre"):
        schedule_commitment(months=[13], **whole_year)


def test_as_many_queries_for_one_commitment_as_for_many(scene):
    with CaptureQueriesContext(
        connection,
    ) as one:
        paces(seen_by=scene.facilitator, on=TODAY)
    works(scene.another(), 10, OCTOBER)
    with CaptureQueriesContext(connection) as many:
        assert len(paces(seen_by=scene.facilitator, on=TODAY)) == 2
    assert len(many) == len(one) == 4


def test_one_day_serves_the_follow_up_the_shortfalls_and_the_letters(scene):
    """Nothing, then 700 h of the 822 that were due by October 31st: 15 % late, under the alert."""
    for hours, is_late in ((0, True), (350, False)):
        if hours:
            works(scene.commitment, hours, SEPTEMBER)
            works(scene.commitment, hours, OCTOBER)
        row = only(paces(seen_by=scene.facilitator, on=TODAY))
        (exposed,) = exposures(seen_by=scene.facilitator, on=TODAY)
        standing, reading = exposed.standing, row.pace.reading
        assert (standing.on, standing.lacking) == (row.pace.measured_on, reading.gap)
        assert exposed.amount == row.exposure > Euros(0)
        assert standing.is_late is is_late is (row.level > Level.ON_PACE)
    pk = open_shortfall(commitment_id=scene.commitment.pk, by=scene.facilitator, on=TODAY)
    letter = Letter.objects.get(shortfall=pk)
    assert letter.measured_on == date(2026, 10, 31)
    assert letter.expected_minutes == standing.expected.minutes
    assert "Au 31 octobre 2026" in letter_of(letter).text.replace("\u00a0", " ")


def test_a_night_alerts_once_and_its_facilitator_takes_note(scene):
    assert watch_paces(by=HOUSE, on=TODAY) == 1
    assert watch_paces(by=HOUSE, on=date(2026, 11, 27)) == 0
    alert = PaceAlert.objects.get()
    assert (alert.level, alert.exposed_cents, alert.opened_on) == (2, 3_684_917, TODAY)
    errand = only(gather(errands_in_paces(scene.facilitator, TODAY)))
    assert (errand.kind, errand.hours, errand.keys) == (
        TO_CATCH_UP, Hours(736 * 60 + 59), (str(scene.commitment.pk),),
    )  # fmt: skip
    card = pace_card(scene.commitment.pk, seen_by=scene.facilitator, on=TODAY)
    assert card.may_look == alert.pk
    assert look_at_alert(alert_id=alert.pk, by=scene.facilitator, on=TODAY) == scene.commitment.pk
    assert gather(errands_in_paces(scene.facilitator, TODAY)) == ()
    with pytest.raises(Refused):
        look_at_alert(alert_id=alert.pk, by=scene.facilitator, on=TODAY)


def test_an_alert_ends_when_the_hours_come_and_another_one_may_begin(scene):
    watch_paces(by=HOUSE, on=TODAY)
    works(scene.commitment, 600, OCTOBER)
    watch_paces(by=HOUSE, on=date(2026, 11, 27))
    works(scene.commitment, 400, SEPTEMBER)
    watch_paces(by=HOUSE, on=date(2026, 11, 28))
    card = pace_card(scene.commitment.pk, seen_by=scene.facilitator, on=date(2026, 11, 28))
    told = [(one.row.level, one.opened_on.day, one.ended_on.day) for one in card.episodes]
    assert told == [(Level.ALARM, 26, 27), (Level.WATCH, 27, 28)]
    assert card.row.pace.alert.row.code is AlertCode.REACHED
    assert card.plan.missing == Hours(0)
    assert card.structures == ()


def test_a_card_draws_the_whole_and_names_who_can_help(scene):
    near = new_structure(kind=StructureKind.ETTI.value)
    new_structure(kind=StructureKind.OTHER.value)
    works(scene.commitment, 300, SEPTEMBER)
    works(scene.commitment, 300, OCTOBER)
    card = pace_card(scene.commitment.pk, seen_by=scene.company, on=TODAY)
    assert card.curve[0] == (date(2026, 1, 4), Hours(0))
    assert card.curve[-1] == (date(2027, 1, 4), Hours.of(1_000))
    assert [hours.whole for _, hours in card.done[-3:]] == [0, 300, 600]
    assert card.band[0][1:] == (Hours.of(600), Hours.of(600))
    assert [one.id for one in card.structures] == [near.pk]
    assert card.may_look is None
    with pytest.raises(NotFound):
        pace_card(scene.commitment.pk, seen_by=new_actor(Role.COMPANY), on=TODAY)


def test_who_follows_the_pace_who_takes_note_who_says_the_months(scene):
    watch_paces(by=HOUSE, on=TODAY)
    people, pk = people_of(scene), scene.commitment.pk
    assert granted(PACES, "pace.view", people, pk) == {"F", "B", "X", "C"}
    assert granted(ALERTS, "alert.look", people, PaceAlert.objects.get().pk) == {"F"}
    assert granted(COMMITMENTS, "commitment.schedule", people, pk) == {"F"}
    with pytest.raises(Refused):
        watch_paces(by=scene.facilitator, on=TODAY)


def test_two_nights_at_once_alert_once(real_commits):
    Scene()
    night = lambda: watch_paces(by=HOUSE, on=TODAY)  # noqa: E731 - the same act, four times
    assert sorted(at_once(*[night] * 4)) == [0, 0, 0, 1]
    assert PaceAlert.objects.count() == 1
