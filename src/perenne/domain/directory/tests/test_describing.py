"""Who says what of a structure, what becomes of it, and the lists that people keep."""

from datetime import timedelta

import pytest

from perenne.domain.directory.actions import (
    Area,
    Offer,
    confirm_structure,
    describe_structure,
    drop_list,
    enlist,
    hide_structure,
    make_list,
    present_structure,
    rename_list,
    save_structure,
    show_structure,
    take_out,
)
from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import Capacity, SavedList, SavedStructure, Structure
from perenne.domain.directory.queries.structures import structure_card, structure_of
from perenne.domain.directory.states import HIDDEN, WorkMode
from perenne.domain.directory.tests.conftest import TODAY
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once
from perenne.rules.directory import Freshness
from perenne.values import Hours

OFFER = Offer(
    {"painting": 120 * 60, "tiling": None},
    (Area(commune="77284"), Area(epci="247700131"), Area(department="77")),
    about="Peinture et sols.",
    phone="01 60 00 00 00",
    modes=(WorkMode.SERVICE,),
)
LONG_AGO = TODAY - timedelta(days=120)


@pytest.fixture
def structure(coordination):
    """Its people; what it once said is old."""
    actor = new_actor(
        Role.INCLUSION_STRUCTURE, structure_kind="etti", name="Intérim du Grand Morin"
    )
    new_structure(
        name="Intérim du Grand Morin", kind="etti", organisation_id=actor.organisation_id,
        said_on=LONG_AGO, trades={"masonry": 50},
    )  # fmt: skip
    return actor


def its(actor):
    return structure_of(actor.organisation_id)


def card(actor, seen_by=None, on=TODAY):
    return structure_card(its(actor), seen_by=seen_by or actor, on=on)


def test_its_people_say_what_it_can_do_and_it_is_fresh_again(structure):
    assert card(structure).freshness is Freshness.STALE
    describe_structure(structure_id=its(structure), offer=OFFER, by=structure, today=TODAY)
    told = card(structure)
    assert told.freshness is Freshness.FRESH
    assert [(one.code, one.hours) for one in told.trades] == [
        ("tiling", None), ("painting", Hours.of(120)),
    ]  # fmt: skip
    assert [one.label for one in told.areas] == [
        "Meaux (77)", "CA Melun Val de Seine", "Département (77)",
    ]  # fmt: skip
    assert told.modes == (WorkMode.SERVICE,)
    assert Structure.objects.get().own == ["about", "areas", "modes", "phone", "trades"]
    assert not Capacity.objects.filter(trade="masonry").exists()
    entry = Entry.objects.filter(act="structure.describe").get()
    assert entry.facts["minutes_per_month"] == {"painting": 7200, "tiling": None}
    assert "01 60" not in f"{entry.facts} {entry.changes}"


def test_that_nothing_changed_is_said_in_one_act(structure):
    confirm_structure(structure_id=its(structure), by=structure, today=TODAY)
    (line,) = card(structure).trades
    assert (line.hours, line.said_on, line.freshness) == (Hours.of(50), TODAY, Freshness.FRESH)


@pytest.mark.parametrize(("role", "own"), [(Role.FACILITATOR, False), (Role.COORDINATION, False)])
def test_others_may_say_it_for_the_structure_and_a_newer_file_may_then_correct_them(
    structure, role, own
):
    other = new_actor(role)
    describe_structure(structure_id=its(structure), offer=OFFER, by=other, today=TODAY)
    row = Structure.objects.get()
    assert (row.own, row.told_on, row.source) == ([], TODAY, "coordination")


@pytest.mark.parametrize("role", [Role.COMPANY, Role.BUYER, Role.INCLUSION_STRUCTURE])
def test_a_stranger_says_nothing_of_it(structure, role):
    stranger = new_actor(role)
    with pytest.raises(Refused):
        describe_structure(structure_id=its(structure), offer=OFFER, by=stranger, today=TODAY)
    with pytest.raises(Refused):
        hide_structure(structure_id=its(structure), by=stranger)


@pytest.mark.parametrize(
    ("offer", "sentence"),
    [
        (Offer({"juggling": 60}), "pas dans la liste"),
        (Offer({"painting": -1}), "de 0 à 100 000"),
        (Offer({"painting": 10**9}), "de 0 à 100 000"),
        (Offer({}, tuple(Area(department=str(n)) for n in range(101))), "100 lieux au plus"),
        (Offer({}, (Area(commune="77284", department="77"),)), "dans la liste"),
    ],
)
def test_an_offer_that_makes_no_sense_is_refused(structure, offer, sentence):
    with pytest.raises(Refused, match=sentence):
        describe_structure(structure_id=its(structure), offer=offer, by=structure, today=TODAY)
    assert [one.code for one in card(structure).trades] == ["masonry"]


def test_a_hidden_structure_is_seen_by_its_people_and_the_coordination_alone(
    structure, coordination
):
    hide_structure(structure_id=its(structure), by=coordination)
    assert card(structure).is_hidden
    assert card(structure, coordination).is_hidden
    for stranger in (VISITOR, new_actor(Role.FACILITATOR)):
        with pytest.raises(NotFound):
            card(structure, stranger)
    show_structure(structure_id=its(structure), by=coordination)
    assert card(structure, VISITOR).phone == ""


def test_spaces_enter_the_directory_at_night_and_leave_it(coordination):
    actors = [new_actor(Role.INCLUSION_STRUCTURE), new_actor(Role.PRESCRIBER)]
    waiting = new_actor(Role.PRESCRIBER, state="declared")
    assert [enlist(by=HOUSE, on=TODAY), enlist(by=HOUSE, on=TODAY)] == [2, 0]
    assert [card(actor).kind for actor in actors] == ["ei", "mission_locale"]
    assert its(waiting) is None
    with pytest.raises(Refused, match="pas encore vérifié"):
        present_structure(by=waiting, today=TODAY)
    spaces = Organisation.objects.filter(pk__in=[actor.organisation_id for actor in actors])
    spaces.update(state="suspended", reason="Motif de test")
    enlist(by=HOUSE, on=TODAY)
    assert set(Structure.objects.values_list("state", flat=True)) == {HIDDEN}


def test_one_structure_for_one_space_however_many_ask_at_once(real_commits):
    load_places()
    actor = new_actor(Role.INCLUSION_STRUCTURE)
    made = at_once(*(lambda: present_structure(by=actor, today=TODAY) for _ in range(3)))
    assert len(set(made)) == Structure.objects.count() == 1
    offers = [Offer({"painting": hours * 60}) for hours in (10, 20, 30)]
    at_once(
        *(
            lambda offer=offer: describe_structure(
                structure_id=made[0], offer=offer, by=actor, today=TODAY
            )
            for offer in offers
        )
    )
    assert Capacity.objects.get().minutes_per_month in {600, 1200, 1800}


def test_a_list_is_of_its_organisation_and_of_nobody_else(structure):
    buyer, other = new_actor(Role.BUYER), new_actor(Role.BUYER)
    kept = make_list(name="  Peintres  du Nord ", by=buyer)
    for _ in range(2):
        save_structure(list_id=kept, structure_id=its(structure), by=buyer)
    assert SavedStructure.objects.count() == 1
    assert SavedList.objects.get().name == "Peintres du Nord"
    with pytest.raises(Refused, match="déjà ce nom"):
        make_list(name="peintres du nord", by=buyer)
    make_list(name="peintres du nord", by=other)
    with pytest.raises(Refused, match="un nom"):
        rename_list(list_id=kept, name=" ", by=buyer)
    for act in (
        lambda: save_structure(list_id=kept, structure_id=its(structure), by=other),
        lambda: rename_list(list_id=kept, name="Autre", by=other),
        lambda: drop_list(list_id=kept, by=other),
        lambda: make_list(name="Rien", by=VISITOR),
    ):
        with pytest.raises(Refused):
            act()
    take_out(list_id=kept, structure_id=its(structure), by=buyer)
    rename_list(list_id=kept, name="Peintres", by=buyer)
    drop_list(list_id=kept, by=buyer)
    assert SavedList.objects.count() == 1
