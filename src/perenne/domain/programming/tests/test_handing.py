"""Purchases change hands: by the coordination, and while a facilitator is away."""

from datetime import date, timedelta

import pytest

from perenne.domain.coverage.models import Absence
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming import actions
from perenne.domain.programming.factories import new_programme, new_purchase
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import HOUSE, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused

TODAY = date(2026, 11, 26)
pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    roles = {"coordination": Role.COORDINATION, "buyer": Role.BUYER, "away": Role.FACILITATOR,
             "backup": Role.FACILITATOR, "third": Role.FACILITATOR}  # fmt: skip
    return {name: new_actor(role) for name, role in roles.items()}


@pytest.fixture
def make(people):
    programme = new_programme(people["buyer"], state=ProgrammeState.SENT)

    def received(state=PurchaseState.RECEIVED):
        return new_purchase(programme, facilitator=people["away"], state=state)

    return received


def absent(who, *, backup=None, since=TODAY, days=10):
    return Absence.objects.create(
        facilitator_id=who.organisation_id, since=since, until=since + timedelta(days),
        backup_id=backup.organisation_id if backup else None,
    )  # fmt: skip


def holder(row, people):
    row.refresh_from_db()
    return next(
        (name for name, actor in people.items() if actor.organisation_id == row.facilitator_id),
        None,
    )


def test_what_waits_goes_to_the_backup_and_comes_back(people, make):
    received, kept = make(), make(PurchaseState.KEPT)
    absent(people["away"], backup=people["backup"])
    days = [TODAY - timedelta(1), TODAY, TODAY, TODAY + timedelta(10), TODAY + timedelta(11)]
    found = []
    for day in days:
        moved = actions.cover_absences(by=HOUSE, today=day)
        found.append((moved, holder(received, people), holder(kept, people)))
    assert found == [
        (0, "away", "away"), (1, "backup", "away"), (0, "backup", "away"), (0, "backup", "away"),
        (1, "away", "away"),
    ]  # fmt: skip
    acts = Entry.objects.filter(subject_id=str(received.pk)).values_list("act", flat=True)
    assert sorted(acts) == ["purchase.cover", "purchase.give_back"]


def test_what_the_backup_decided_stays_decided(people, make):
    row = make()
    absent(people["away"], backup=people["backup"])
    actions.cover_absences(by=HOUSE, today=TODAY)
    actions.keep_purchase(purchase_id=row.pk, by=people["backup"])
    actions.cover_absences(by=HOUSE, today=TODAY + timedelta(60))
    assert holder(row, people) == "backup"


def test_without_a_backup_whoever_answers_for_the_place_takes_over(people, make):
    row = make()
    absent(people["away"])
    actions.cover_absences(by=HOUSE, today=TODAY)
    assert holder(row, people) == "coordination"


def test_a_backup_who_leaves_in_turn_passes_it_on_and_it_goes_back_to_the_first(people, make):
    row = make()
    absent(people["away"], backup=people["backup"])
    absent(people["backup"], backup=people["third"], since=TODAY + timedelta(2), days=3)
    days = (TODAY, TODAY + timedelta(2), TODAY + timedelta(11))
    found = []
    for day in days:
        actions.cover_absences(by=HOUSE, today=day)
        found.append(holder(row, people))
    assert found == ["backup", "third", "away"]


def test_an_absence_called_off_gives_back_at_once(people, make):
    row = make()
    away = absent(people["away"], backup=people["backup"])
    actions.cover_absences(by=HOUSE, today=TODAY)
    away.delete()
    actions.cover_absences(by=HOUSE, today=TODAY)
    assert holder(row, people) == "away"


def test_the_coordination_gives_it_to_another_and_says_why(people, make):
    row = make()
    third = people["third"].organisation_id
    for refused in ({"reason": "  "}, {"facilitator_id": people["buyer"].organisation_id},
                    {"facilitator_id": people["away"].organisation_id}):  # fmt: skip
        asked = {"facilitator_id": third, "reason": "Charge trop lourde.", **refused}
        with pytest.raises(Refused):
            actions.reassign_purchase(purchase_id=row.pk, by=people["coordination"], **asked)
    asked = {"facilitator_id": third, "reason": "Charge trop lourde."}
    with pytest.raises(Refused):
        actions.reassign_purchase(purchase_id=row.pk, by=people["away"], **asked)
    actions.reassign_purchase(purchase_id=row.pk, by=people["coordination"], **asked)
    assert holder(row, people) == "third"
    assert row.routing_reason == "Confié par la coordination : Charge trop lourde."
    assert Entry.objects.get(act="purchase.reassign").reason == "Charge trop lourde."


def test_a_purchase_reassigned_while_covered_stays_where_it_was_put(people, make):
    row = make()
    absent(people["away"], backup=people["backup"])
    actions.cover_absences(by=HOUSE, today=TODAY)
    actions.reassign_purchase(
        purchase_id=row.pk, facilitator_id=people["third"].organisation_id,
        reason="Spécialiste du bâtiment.", by=people["coordination"],
    )  # fmt: skip
    actions.cover_absences(by=HOUSE, today=TODAY + timedelta(60))
    assert holder(row, people) == "third"
