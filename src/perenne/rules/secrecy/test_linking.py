"""Tables that share their margins, quarters that make a year: what they hide stays hidden."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from perenne.rules.eligibility import PUBLICS
from perenne.rules.practice import USUAL
from perenne.rules.secrecy import Hiding
from perenne.rules.secrecy.attacking import LinkedAttack, Side
from perenne.rules.secrecy.auditing import Interval
from perenne.rules.secrecy.counting import (
    CROSS,
    LISTS,
    TOTAL,
    Presence,
    linked_quarter,
    linked_year,
    quarter_crowds,
)
from perenne.rules.secrecy.crowds import Crowd, Linked
from perenne.rules.secrecy.families import Family, family_of
from perenne.rules.secrecy.grounds import LEAST_PERSONS
from perenne.rules.secrecy.linking import promised, protect_linked, told

QUARTERS = tuple(f"2026-T{number}" for number in range(1, 5))
PLACES = dict.fromkeys(LISTS, "x") | {"sex": "man"}


def crowd(minutes, persons, companies=4):
    """As many companies, none of which weighs most of it."""
    share, rest = divmod(minutes, companies)
    heads, more = divmod(persons, companies)
    return Crowd(
        {f"c{at}": share + (rest if at == 0 else 0) for at in range(companies)},
        {f"c{at}": heads + (more if at == 0 else 0) for at in range(companies)},
        persons,
    )


def people(number, start=0, minutes=6_000, quarter="2026-T1", companies=4, **places):
    return [
        Presence(f"p{start + at}", f"c{at % companies}", quarter, minutes, PLACES | places)
        for at in range(number)
    ]


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (Crowd(), None),
        (crowd(60_000, 11), None),
        (crowd(60_000, 10), Hiding.FEW_PERSONS),
        (replace(crowd(60_000, 11), contributors=10), Hiding.FEW_PERSONS),
        (replace(crowd(60_000, 11), heads={"c0": 3}), Hiding.FEW_PERSONS),
        (replace(crowd(60_000, 11), heads={}), None),
        (crowd(60_000, 20, companies=2), Hiding.FEW_COMPANIES),
        (Crowd({"a": 900, "b": 50, "c": 50}, {"a": 20}, 20), Hiding.DOMINANT),
        (Crowd({"a": -900, "b": 50, "c": 50}, {"a": 20}, 20), Hiding.DOMINANT),
        (Crowd({}, {}, 3), Hiding.FEW_PERSONS),
        (Crowd({"a": 0}), None),
    ],
)
def test_a_place_is_hidden_for_its_persons_or_for_its_companies(found, why):
    assert found.hidden_for() is why


def test_the_threshold_is_the_one_that_the_committee_holds():
    assert crowd(60_000, 8).hidden_for(USUAL.choosing(LEAST_PERSONS, 8)) is None


@pytest.mark.parametrize(
    ("parts", "fault"),
    [((crowd(50, 5), crowd(40, 6)), "somme"), ((crowd(60, 5), crowd(40, 5)), "deux fois")],
)
def test_totals_that_are_not_the_sum_of_their_parts_are_refused(parts, fault):
    keys = [("q", TOTAL), ("q", "sex", "man"), ("q", "sex", "woman")]
    with pytest.raises(ValueError, match=fault):
        Linked(dict(zip(keys, (crowd(100, 11), *parts), strict=True)), (tuple(keys),))


def test_a_person_counts_once_in_each_table_where_they_worked_most():
    at_home, away = PLACES, PLACES | {"epci": "y"}
    found = quarter_crowds(
        [
            Presence("p", "a", "2026-T1", 600, at_home),
            Presence("p", "b", "2026-T1", 900, away),
            Presence("q", "a", "2026-T1", 300, at_home),
            Presence("q", "a", "2026-T1", -300, away),
        ],
        "2026-T1",
    )
    assert found["2026-T1", TOTAL] == Crowd({"a": 600, "b": 900}, {"b": 1}, 1)
    assert found["2026-T1", "epci", "x"] == Crowd({"a": 900}, {}, 2)
    assert found["2026-T1", "epci", "y"] == Crowd({"b": 900, "a": -300}, {"b": 1}, 2)
    assert found["2026-T1", "sex", "man"].persons == 1
    assert quarter_crowds([], "2026-T2") == {("2026-T2", TOTAL): Crowd()}


def test_where_nothing_is_small_everything_is_told():
    linked = linked_quarter(quarter_crowds(people(40), "2026-T1"), "2026-T1")
    assert protect_linked(linked) == {}
    assert set(told(linked, {}).values()) == {(240_000, 40)}


def test_a_small_list_silences_another_place_of_it_and_no_other_list():
    here = people(40) + people(12, 40, segment="y") + people(3, 52, segment="z")
    linked = linked_quarter(quarter_crowds(here, "2026-T1"), "2026-T1")
    hidden = protect_linked(linked)
    assert hidden == {
        ("2026-T1", "segment", "z"): Hiding.FEW_PERSONS,
        ("2026-T1", "segment", "y"): Hiding.COMPLEMENTARY,
    }
    figures = told(linked, hidden)
    assert figures["2026-T1", TOTAL] == (55 * 6_000, 55)
    assert figures["2026-T1", "segment", "z"] == (None, None)
    attack = LinkedAttack(linked, hidden)
    assert attack.interval(Side.PERSONS, ("2026-T1", "segment", "z")) == Interval(1, 14)


def year_of(by_quarter):
    """The editions of a year: places settled by quarters, then the year with them."""
    quarters, settled = {}, {}
    for quarter, here in by_quarter.items():
        quarters[quarter] = quarter_crowds(here, quarter)
        linked = linked_quarter(quarters[quarter], quarter)
        hidden = protect_linked(linked)
        settled |= {key: key not in hidden for key in linked.crowds}
    every = [one for here in by_quarter.values() for one in here]
    return linked_year(quarters, every, "2026", settled)


def test_a_year_does_not_give_back_the_quarter_that_was_hidden():
    """Three quarters are told: the total of the year minus them would be the fourth."""
    plenty = {
        quarter: people(40, quarter=quarter) + people(15, 40, quarter=quarter, segment="y")
        for quarter in QUARTERS[:3]
    }
    few = people(40, quarter=QUARTERS[3]) + people(2, 40, quarter=QUARTERS[3], segment="y")
    linked = year_of(plenty | {QUARTERS[3]: few})
    hidden = protect_linked(linked)
    assert hidden[QUARTERS[3], "segment", "y"] is Hiding.FEW_PERSONS
    assert linked.settled["2026-T1", "segment", "y"]
    assert hidden["2026", "segment", "y"] is Hiding.COMPLEMENTARY
    figures = told(linked, hidden)
    assert {key[0] for key in figures} == {"2026"}
    assert figures["2026", TOTAL] == (222 * 6_000 - 15 * 6_000, 55)


def test_in_a_cross_nothing_and_something_hidden_look_alike():
    here = {
        quarter: people(40, quarter=quarter)
        + people(20, 40, quarter=quarter, segment="y", epci="y")
        + people(2, 60, quarter=quarter, segment="y")
        for quarter in QUARTERS
    }
    linked = year_of(here)
    hidden = protect_linked(linked)
    empty, few = ("2026", CROSS, "x", "y"), ("2026", CROSS, "y", "x")
    assert linked.crowds[empty].is_empty
    assert {empty, few} <= set(hidden)
    assert not {empty, few} & set(told(linked, hidden))


def test_what_earlier_editions_gave_away_stops_no_later_one():
    """The quarters tell the hours; their sum bounds the year whatever it hides."""
    tiny = {quarter: people(12, quarter=quarter) for quarter in QUARTERS}
    linked = year_of(tiny)
    one = ("2026", "segment", "x")
    bare = replace(
        linked, crowds=linked.crowds | {one: replace(linked.crowds[one], contributors=3)}
    )
    hidden = protect_linked(bare)
    assert hidden[one] is Hiding.FEW_PERSONS
    assert LinkedAttack(bare, hidden).interval(Side.MINUTES, one) == Interval(288_000, 288_000)


def test_nothing_is_supposed_of_persons_that_is_not_true():
    """Recounted, a year may have more persons than its quarters, or fewer than one of them."""
    keys = [("2026", TOTAL), ("2026-T1", TOTAL), ("2026-T2", TOTAL)]
    for whole, first, second in ((12, 5, 2), (3, 5, 2)):
        parts = (crowd(150, whole), crowd(100, first), crowd(50, second))
        linked = Linked(dict(zip(keys, parts, strict=True)), (), (tuple(keys),))
        assert LinkedAttack(linked, keys).interval(Side.PERSONS, keys[0]).low == 1


def test_a_solver_that_fails_is_never_taken_for_safety(monkeypatch):
    linked = linked_quarter(quarter_crowds(people(20), "2026-T1"), "2026-T1")
    attack = LinkedAttack(linked, [("2026-T1", "sex", "man")])
    monkeypatch.setattr(attack.solver, "Solve", lambda: 2)
    with pytest.raises(RuntimeError, match="status 2"):
        attack.interval(Side.MINUTES, ("2026-T1", "sex", "man"))


presences = some.lists(
    some.builds(
        Presence,
        some.integers(0, 40).map(str),
        some.sampled_from("abcd"),
        some.sampled_from(QUARTERS[2:]),
        some.integers(-300, 9_000),
        some.fixed_dictionaries(
            dict.fromkeys(LISTS, some.just("x"))
            | dict.fromkeys(("segment", "epci"), some.sampled_from("xyz"))
        ),
    ),
    min_size=20, max_size=120,
)  # fmt: skip


@settings(max_examples=6, deadline=None)
@given(presences, some.sampled_from([None, "a", "b"]))
def test_whatever_is_published_every_promise_is_kept(found, reader):
    by_quarter = {it: [one for one in found if one.quarter == it] for it in QUARTERS[2:]}
    for quarter, here in by_quarter.items():
        linked = linked_quarter(quarter_crowds(here, quarter), quarter)
        hidden = protect_linked(linked)
        attack = LinkedAttack(linked, hidden, insider=reader)
        for key, its in linked.crowds.items():
            if its.hidden_for():
                assert all(one.is_kept(attack, key) for one in promised(attack, key))
            elif key not in hidden:
                assert told(linked, hidden)[key] == (its.total, its.persons)
    linked = year_of(by_quarter)
    assert {key for key, its in linked.crowds.items() if its.hidden_for()} - {
        key for key, is_told in linked.settled.items() if is_told
    } <= set(protect_linked(linked))


def test_each_ground_has_its_family_and_what_is_sensitive_has_no_name():
    families = {one.code.value: family_of(one.code.value) for one in PUBLICS}
    for one in PUBLICS:
        if one.sensitivity != "none":
            assert families[one.code.value] in {Family.OTHER, Family.ALLOWANCE}
    assert families["DELD"] is Family.UNEMPLOYED
    assert {families["TH"], families["REFUGIE"], families["PPSMJ_TRAVAIL"]} == {Family.OTHER}
    assert family_of("") is Family.UNKNOWN
    assert all(one.label for one in Family)
