"""Absences: who may announce them, what is refused, who is told."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from perenne.domain.coverage.actions import (
    Leave,
    Place,
    announce_absence,
    call_absence_off,
)
from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.coverage.models import Absence
from perenne.domain.coverage.queries import (
    absences_seen_by,
    absences_to_know,
    body_to_announce_for,
    facilitator_router,
    report_of,
    rerouted_without,
)
from perenne.domain.organisations.factories import new_actor
from perenne.domain.territories.factories import MEAUX_COUNTRY, load_places
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once, refusals

TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)
HERE = Place(commune="77284")


def announce(body, by, since=TODAY, until=TODAY + 5 * DAY, **facts):
    leave = Leave(since, until, **facts)
    return announce_absence(facilitator_id=body.organisation_id, leave=leave, by=by, today=TODAY)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"until": TODAY - DAY}, "absence_ends_after_it_begins"),
        ({"backup_id": "its own"}, "absence_has_another_backup"),
    ],
)
def test_an_absence_that_makes_no_sense_is_refused_by_the_database(north, facts, constraint):
    facts = {key: north.organisation_id if it == "its own" else it for key, it in facts.items()}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        new_absence(north, TODAY, **facts)


def test_the_backup_and_the_coordination_are_told_of_an_absence(coordination, north, south):
    announce(north, north, backup_id=south.organisation_id)
    told = {
        name: absences_to_know(actor, on=TODAY)
        for name, actor in (("north", north), ("south", south), ("coordination", coordination))
    }
    assert {name: len(cards) for name, cards in told.items()} == {
        "north": 1, "south": 1, "coordination": 1,
    }  # fmt: skip
    (card,) = told["south"]
    assert (card.who, card.backup, card.is_mine_to_replace, card.is_current) == (
        "Nord", "Sud", True, True,
    )  # fmt: skip
    assert card.when == "du 1er au 6\u00a0mars 2027"
    assert absences_to_know(new_actor(Role.FACILITATOR), on=TODAY) == ()
    assert absences_to_know(new_actor(Role.BUYER), on=TODAY) == ()
    entry = Entry.objects.get(act="absence.announce")
    assert entry.facts["whole_body"] is True


def test_a_desk_is_told_of_what_is_near_only(coordination, north):
    announce(north, north, since=TODAY + 60 * DAY, until=None)
    assert absences_to_know(coordination, on=TODAY) == ()
    (card,) = absences_seen_by(coordination, on=TODAY)
    assert (card.when, card.takes_over) == (
        "à partir du 30\u00a0avril 2027",
        "la zone suivante, sinon la coordination",
    )
    assert (card.is_current, card.may_call_off) == (False, True)


def test_who_is_not_its_administrator_announces_their_own_absence_only(north, colleague):
    with pytest.raises(Refused):
        announce(north, colleague)
    announce(north, colleague, person_id=colleague.person_id)
    (card,) = absences_seen_by(colleague, on=TODAY)
    assert (card.who, card.may_call_off) == ("Camille Martin (Nord)", True)
    choice = body_to_announce_for(north.organisation_id, seen_by=colleague)
    assert (choice.may_whole, choice.may_own) == (False, True)


def test_the_coordination_announces_for_a_body_and_another_body_does_not(
    coordination, north, south
):
    announce(north, coordination)
    choice = body_to_announce_for(north.organisation_id, seen_by=coordination)
    assert (choice.name, choice.may_whole, choice.may_own) == ("Nord", True, False)
    with pytest.raises(Refused):
        announce(north, south, since=TODAY + 30 * DAY, until=None)
    with pytest.raises(NotFound):
        body_to_announce_for(north.organisation_id, seen_by=south)
    with pytest.raises(NotFound):
        body_to_announce_for(0, seen_by=coordination)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"until": TODAY - DAY}, "Le dernier jour vient avant le premier"),
        ({"since": TODAY - 3 * DAY, "until": TODAY - DAY}, "Ces dates sont passées"),
        ({"backup_id": "its own"}, "un autre facilitateur, ou la coordination"),
        ({"backup_id": 0}, "un autre facilitateur, ou la coordination"),
        ({"person_id": 0}, "ne travaille pas dans cet organisme"),
    ],
)
def test_an_absence_that_makes_no_sense_is_refused(north, facts, sentence):
    facts = {key: north.organisation_id if it == "its own" else it for key, it in facts.items()}
    with pytest.raises(Refused, match=sentence):
        announce(north, north, **facts)
    assert not Absence.objects.exists()


@pytest.mark.parametrize("until", [TODAY + 5 * DAY, None])
def test_a_backup_that_is_away_itself_is_refused(north, south, until):
    new_absence(south, TODAY + 5 * DAY, until=TODAY + 9 * DAY)
    with pytest.raises(Refused, match="lui-même absent"):
        announce(north, north, until=until, backup_id=south.organisation_id)
    announce(north, north, until=TODAY + 4 * DAY, backup_id=south.organisation_id)


def test_two_absences_of_a_body_do_not_overlap(north):
    announce(north, north)
    with pytest.raises(Refused, match="déjà annoncée"):
        announce(north, north, since=TODAY + 5 * DAY, until=None)
    announce(north, north, since=TODAY + 6 * DAY, until=None)
    announce(north, north, person_id=north.person_id)


def test_an_absence_called_off_ends_yesterday_or_never_was(coordination, north, colleague, south):
    begun = new_absence(north, TODAY - 3 * DAY, until=TODAY + DAY)
    to_come = new_absence(south, TODAY + DAY)
    over = new_absence(south, TODAY - 9 * DAY, until=TODAY - DAY)
    with pytest.raises(Refused):
        call_absence_off(absence_id=begun.pk, by=colleague, today=TODAY)
    call_absence_off(absence_id=begun.pk, by=north, today=TODAY)
    call_absence_off(absence_id=to_come.pk, by=coordination, today=TODAY)
    with pytest.raises(Refused, match="déjà terminée"):
        call_absence_off(absence_id=over.pk, by=coordination, today=TODAY)
    begun.refresh_from_db()
    assert begun.until == TODAY - DAY
    assert not Absence.objects.filter(pk=to_come.pk).exists()
    assert absences_seen_by(coordination, on=TODAY) == ()


def test_a_simulated_absence_moves_what_the_body_had_and_nothing_is_written(
    coordination, north, south
):
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_coverage(south, commune_id="77288")
    router = facilitator_router(on=TODAY)
    moved = rerouted_without(router, north.organisation_id)
    assert {(row.commune.name, row.before, row.after) for row in moved} == {
        (name, "Nord", "Coordination") for name in ("Meaux", "Nanteuil-lès-Meaux", "Trilport")
    }
    assert not Absence.objects.exists()
    assert report_of(router).by_body["Nord"] == 3


@pytest.mark.usefixtures("real_commits")
def test_two_colleagues_who_announce_at_once_announce_one_absence():
    load_places()
    north = new_actor(Role.FACILITATOR)
    done = at_once(*[lambda: announce(north, north)] * 2)
    assert len(refusals(done)) == 1
    assert "déjà annoncée" in refusals(done)[0]
    assert Absence.objects.count() == 1
