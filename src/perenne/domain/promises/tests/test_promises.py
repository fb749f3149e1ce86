"""Promising more than the capacity warns both facilitators; nothing is ever blocked."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.directory.factories import new_structure
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_file
from perenne.domain.promises.actions import note_promises
from perenne.domain.promises.policy import GRANTS, PROMISES
from perenne.domain.promises.queries import net_capacity, promise_card, warnings_under
from perenne.domain.promises.queries.warnings import errands_of_promises
from perenne.domain.promises.tests.conftest import END, ON, START
from perenne.domain.sourcing.states import HIRED, WITHDRAWN
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.errands import gather
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Period, add_months

MONTH = Period(START, add_months(START, 1))


def told(actor, on=ON):
    return [
        (it.about, it.hours.whole if it.hours else None, it.due_on)
        for it in gather(errands_of_promises(actor, on))
    ]


def left(scene, span=MONTH):
    return {trade: it.whole for trade, it in net_capacity([scene.etti.pk], span=span)[
        scene.etti.pk].items()}  # fmt: skip


def test_promising_more_than_the_capacity_warns_both_facilitators_and_blocks_nothing(scene):
    scene.offer(scene.opening(scene.one), 2_400)
    assert left(scene) == {"painting": 100, "premises_cleaning": 100}
    assert told(scene.first) == told(scene.second) == []
    scene.offer(scene.opening(scene.other, starts_on=date(2027, 3, 1)), 2_400)
    for actor in (scene.first, scene.second):
        ((name, over, since),) = told(actor)
        assert (name, since) == ("Tremplin Intérim", date(2027, 3, 1))
        assert over == 439 - 300  # 2 400 h over ten months, beside 200 h a month
    ((warning,), (mirror,)) = (
        warnings_under(commitment.pk, seen_by=actor, on=ON)
        for commitment, actor in ((scene.one, scene.first), (scene.other, scene.second))
    )
    assert warning.overload == mirror.overload
    assert warning.with_whom == (scene.other.contract.facilitator.name,)
    assert mirror.with_whom == (scene.one.contract.facilitator.name,)
    assert warnings_under(scene.one.pk, seen_by=scene.company, on=ON) == ()
    assert told(new_actor(Role.FACILITATOR)) == told(scene.company) == []
    assert left(scene, Period(date(2027, 3, 1), date(2027, 4, 1)))["painting"] == 0


def test_read_once_it_waits_no_more_until_more_is_promised(scene):
    scene.offer(scene.opening(scene.one), 2_400)
    scene.offer(scene.opening(scene.other), 2_400)
    note_promises(structure_id=scene.etti.pk, by=scene.first, on=ON)
    assert told(scene.first) == []
    assert len(told(scene.second)) == 1
    assert Entry.objects.filter(act="promise.note").count() == 1
    more = scene.offer(scene.opening(new_commitment(scene.first)), 600)
    assert len(told(scene.first)) == 1
    note_promises(structure_id=scene.etti.pk, by=scene.first, on=ON)
    assert told(scene.first) == []
    more.state = WITHDRAWN
    more.save()
    scene.says(500)
    assert told(scene.second) == []
    with pytest.raises(Refused, match="ne promet plus trop"):
        note_promises(structure_id=scene.etti.pk, by=scene.second, on=ON)


def test_people_hired_there_weigh_once_and_those_of_a_kept_offer_are_in_it(scene):
    opening = scene.opening(scene.one)
    offer = scene.offer(opening, 1_200)
    file = new_file(facilitator=scene.first)
    hired = scene.candidate(opening, file, offer=offer, state=HIRED, settled_on=ON)
    there = {"employer_siret": scene.etti.siret, "starts_on": START, "counts_from": START}
    new_hiring(file.participant, scene.one, candidate=hired, **there)
    assert left(scene)["painting"] == 200  # 100 h a month, once
    spare = scene.candidate(opening, new_file(facilitator=scene.first), state=HIRED, settled_on=ON)
    new_hiring(spare.file.participant, scene.one, candidate=spare, ends_on=END, **there)
    assert left(scene)["painting"] == 48  # and 152 h of somebody whom no offer counts
    new_hiring(commitment=scene.other, facilitator=scene.second, **there)
    assert left(scene) == {"painting": 0, "premises_cleaning": 0}
    assert told(scene.first) == told(scene.second) == []  # 404 h for 400 h: not worth a word
    new_hiring(commitment=scene.other, facilitator=scene.second, **there)
    ((_, over, since),) = told(scene.second)
    assert (over, since) == (156, START)
    assert told(scene.first) == told(scene.second)


def test_each_reads_the_names_of_their_own_contracts_and_whom_to_call(scene):
    scene.offer(scene.opening(scene.one), 2_400)
    scene.offer(scene.opening(scene.other), 2_400)
    card = promise_card(scene.etti.pk, seen_by=scene.first, on=ON)
    assert [bool(row.contract) for row in card.pledges] == [True, False]
    assert [it.organisation for it in card.others] == [scene.other.contract.facilitator.name]
    assert [(it.promised.whole, it.left.whole) for it in card.months[:3]] == [
        (0, 400), (0, 400), (400, 0),
    ]  # fmt: skip
    assert card.may_note
    own = promise_card(scene.etti.pk, seen_by=scene.space, on=ON)
    assert all(row.contract and row.commitment_id is None for row in own.pledges)
    assert (own.may_note, own.others) == (False, ())
    every = promise_card(scene.etti.pk, seen_by=new_actor(Role.COORDINATION), on=ON)
    assert all(row.contract for row in every.pledges)


def test_who_may_read_promises_and_who_takes_note(scene):
    scene.offer(scene.opening(scene.one), 100)
    people = {
        "F": scene.first, "f": scene.second, "S": scene.space, "C": new_actor(Role.COORDINATION),
        "s": new_actor(Role.INCLUSION_STRUCTURE), "X": scene.company, "v": VISITOR, "H": HOUSE,
    }  # fmt: skip
    granted = {
        act: {one for one, actor in people.items() if PROMISES.allows(act, actor, scene.etti.pk)}
        for act in GRANTS
    }
    assert granted == {"promise.view": {"F", "S", "C"}, "promise.note": {"F"}}
    with pytest.raises(NotFound):
        promise_card(scene.etti.pk, seen_by=scene.second, on=ON)
    with pytest.raises(Refused, match="Vous ne pouvez pas"):
        note_promises(structure_id=scene.etti.pk, by=scene.second, on=ON)


def test_the_number_of_queries_does_not_depend_on_the_structures(scene):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            errands_of_promises(scene.first, ON)
        return len(seen)

    scene.offer(scene.opening(scene.one), 6_000)
    few = queries()
    for number in range(4):
        more = new_structure(name=f"S{number}", trades={"painting": 10})
        scene.offer(scene.opening(scene.one), 2_000, more)
    assert queries() == few == 1
    assert len(told(scene.first)) == 5
