"""Who answers: a table of examples, and what holds for any areas, absences and loads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.coverage.queries.deciding import (
    Area,
    Away,
    Case,
    Level,
    Responsible,
    Why,
    decide,
    equals,
)
from perenne.domain.coverage.queries.telling import day, labels, reason, span, why_not
from perenne.domain.territories.queries import CommuneCard

TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)
COMMUNE, EPCI, DEPARTMENT = Level
PLACES = {COMMUNE: "77284", EPCI: "247700594", DEPARTMENT: "77"}
MEAUX = CommuneCard("77284", "Meaux", "meaux", "77", ("77100",), PLACES[EPCI], "CA d’ici")
CASE = Case("77284", PLACES[EPCI], "77", TODAY, "works", 9)
A, B, C = (Responsible(number, name) for number, name in enumerate("ABC", start=1))


def area(number, body, level=EPCI, **facts):
    return Area(number, body, level, PLACES[level], **facts)


def away(body, backup=None, since=TODAY, until=None):
    return Away(body.id, since, until, backup)


WORKS, CLEANING = frozenset({"works"}), frozenset({"cleaning"})


@pytest.mark.parametrize(
    ("areas", "aways", "loads", "who", "why_others"),
    [
        ([], [], {}, None, {}),
        ([area(1, A)], [], {}, A, {}),
        # the nearest
        ([area(1, A), area(2, B, COMMUNE)], [], {}, B, {A: Why.LEVEL}),
        ([area(1, A, DEPARTMENT), area(2, B)], [], {}, B, {A: Why.LEVEL}),
        # the buyer before the nearest
        ([area(1, A, COMMUNE), area(2, B, DEPARTMENT, buyer_id=9)], [], {}, B, {A: Why.BUYER}),
        ([area(1, A), area(2, B, COMMUNE, buyer_id=8)], [], {}, A, {B: Why.OTHER_BUYER}),
        # the segment before all segments, but after the nearest
        ([area(1, A), area(2, B, segments=WORKS)], [], {}, B, {A: Why.SEGMENT}),
        ([area(1, A, COMMUNE), area(2, B, segments=WORKS)], [], {}, A, {B: Why.LEVEL}),
        ([area(1, A), area(2, B, COMMUNE, segments=CLEANING)], [], {}, A, {B: Why.OTHER_SEGMENT}),
        # the least loaded, then the oldest
        ([area(1, A), area(2, B)], [], {1: 5, 2: 4}, B, {A: Why.LOAD}),
        ([area(1, A), area(2, B)], [], {1: 4, 2: 5}, A, {B: Why.LOAD}),
        ([area(2, A), area(1, B)], [], {1: 5, 2: 5}, B, {A: Why.AGE}),
        ([area(1, A, since=TODAY), area(2, B, since=TODAY - DAY)], [], {}, B, {A: Why.AGE}),
        ([area(1, A, since=TODAY), area(2, B)], [], {}, B, {A: Why.AGE}),
        # the load does not count between unequals
        ([area(1, A, COMMUNE), area(2, B)], [], {1: 50}, A, {B: Why.LEVEL}),
        # days
        ([area(1, A, until=TODAY)], [], {}, A, {}),
        ([area(1, A, until=TODAY - DAY)], [], {}, None, {}),
        ([area(1, A, since=TODAY + DAY)], [], {}, None, {}),
        # away: the backup, else the next one, else nobody
        ([area(1, A), area(2, B, DEPARTMENT)], [away(A, C)], {}, C, {B: Why.LEVEL}),
        ([area(1, A), area(2, B, DEPARTMENT)], [away(A, B)], {}, B, {}),
        ([area(1, A), area(2, B, DEPARTMENT)], [away(A)], {}, B, {A: Why.AWAY}),
        ([area(1, A), area(2, B, DEPARTMENT)], [away(A, C), away(C)], {}, B, {A: Why.AWAY}),
        ([area(1, A)], [away(A)], {}, None, {A: Why.AWAY}),
        ([area(1, A)], [away(A, C), away(C)], {}, None, {A: Why.AWAY}),
        ([area(1, A)], [away(A, C, since=TODAY + DAY)], {}, A, {}),
        ([area(1, A)], [away(A, C, TODAY - 2 * DAY, TODAY - DAY)], {}, A, {}),
        # a body is told of once
        ([area(1, A), area(2, A, COMMUNE)], [], {}, A, {}),
        ([area(1, B), area(2, A, COMMUNE), area(3, B, DEPARTMENT)], [], {}, A, {B: Why.LEVEL}),
        # elsewhere
        ([Area(1, A, COMMUNE, "77288")], [], {}, None, {}),
    ],
)
def test_who_answers(areas, aways, loads, who, why_others):
    decision = decide(CASE, areas, aways, loads)
    assert decision.who == who
    assert {other.area.body: other.why for other in decision.rejected} == why_others
    sentence = reason(decision, MEAUX, loads)
    assert sentence.endswith(".")
    assert all(why_not(other, decision, MEAUX, loads) for other in decision.rejected)


def test_an_area_without_a_place_covers_nothing():
    case = Case("77284", "", "", TODAY)
    assert decide(case, [Area(1, A, EPCI, ""), Area(2, B, DEPARTMENT, "")], [], {}).who is None


def test_equals_are_told_when_nothing_but_load_and_age_decides():
    general = Case("77284", PLACES[EPCI], "77", TODAY)
    found = equals(general, [area(3, B), area(1, A), area(2, A), area(4, C, DEPARTMENT)])
    assert [one.body for one in found] == [A, B]
    assert equals(general, []) == ()
    assert equals(general, [area(1, A, segments=WORKS)]) == ()


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (TODAY, TODAY + DAY, "du 1er au 2\u00a0mars 2027"),
        (TODAY - DAY, TODAY, "du 28\u00a0février au 1er\u00a0mars 2027"),
        (date(2026, 12, 31), TODAY, "du 31\u00a0décembre 2026 au 1er\u00a0mars 2027"),
        (TODAY, TODAY, "le 1er\u00a0mars 2027"),
        (TODAY, None, "à partir du 1er\u00a0mars 2027"),
        (None, TODAY + DAY, "jusqu’au 2\u00a0mars 2027"),
        (None, None, ""),
    ],
)
def test_days_are_said_as_people_say_them(since, until, said):
    assert span(since, until) == said


def test_segments_are_named_in_the_order_of_the_list():
    assert labels(frozenset({"cleaning", "works"})) == (
        "Bâtiment et travaux publics, Nettoyage des locaux"
    )
    assert day(date(2026, 12, 31)) == "31\u00a0décembre 2026"


BODIES = [Responsible(number, f"Organisme {number}") for number in range(1, 6)]
days = some.none() | some.integers(-3, 3).map(lambda n: TODAY + n * DAY)


@some.composite
def areas(draw):
    level = draw(some.sampled_from(Level))
    return Area(
        id=draw(some.integers(1, 10_000)),
        body=draw(some.sampled_from(BODIES)),
        level=level,
        place=draw(some.sampled_from([PLACES[level], "elsewhere"])),
        segments=draw(some.sampled_from([frozenset(), WORKS, CLEANING])),
        buyer_id=draw(some.sampled_from([None, 8, 9])),
        since=draw(days),
        until=draw(days),
    )


@some.composite
def absences(draw):
    body = draw(some.sampled_from(BODIES))
    backup = draw(some.none() | some.sampled_from([b for b in BODIES if b != body]))
    return Away(body.id, TODAY - draw(some.integers(-1, 2)) * DAY, draw(days), backup)


worlds = some.tuples(
    some.lists(areas(), max_size=8, unique_by=lambda one: one.id),
    some.lists(absences(), max_size=3, unique_by=lambda one: one.body_id),
    some.dictionaries(some.integers(1, 5), some.integers(0, 3)),
)
cases = some.builds(
    replace, some.just(CASE), segment=some.sampled_from(["", "works", "cleaning"]),
    buyer_id=some.sampled_from([None, 8, 9]),
)  # fmt: skip


def absent_in(aways):
    return {one.body_id for one in aways if one.holds(TODAY)}


def open_to(case, known):
    """The areas that the case may be given to, written otherwise than in the rule."""
    return [
        one
        for one in known
        if one.place in {case.commune, case.epci, case.department}
        and (one.since is None or one.since <= case.on)
        and (one.until is None or one.until >= case.on)
        and one.buyer_id in {None, case.buyer_id}
        and (not one.segments or case.segment in one.segments)
    ]


@given(worlds, cases)
def test_there_is_exactly_one_answer_or_the_coordination(world, case):
    known, aways, loads = world
    decision = decide(case, known, aways, loads)
    absent = absent_in(aways)
    able = [one for one in open_to(case, known) if one.body.id not in absent]
    backed = [
        one
        for one in open_to(case, known)
        for leave in aways
        if leave.holds(TODAY) and leave.body_id == one.body.id
        and leave.backup and leave.backup.id not in absent
    ]  # fmt: skip
    assert (decision.who is not None) == bool(able or backed)
    assert (decision.area is None) == (decision.who is None)
    assert reason(decision, MEAUX, loads).endswith(".")


@given(worlds, cases)
def test_who_is_away_never_answers(world, case):
    known, aways, loads = world
    who = decide(case, known, aways, loads).who
    assert who is None or who.id not in absent_in(aways)


@given(worlds, cases, some.randoms())
def test_the_order_of_the_rows_changes_nothing(world, case, chance):
    known, aways, loads = world
    shuffled = chance.sample(known, len(known)), chance.sample(aways, len(aways))
    assert decide(case, *shuffled, loads) == decide(case, known, aways, loads)


@given(worlds, cases, absences())
def test_one_absence_more_moves_only_what_that_body_had(world, case, more):
    known, aways, loads = world
    if more.body_id in {one.body_id for one in aways}:
        return  # the database holds one absence of a body at a time
    before = decide(case, known, aways, loads).who
    after = decide(case, known, [*aways, more], loads).who
    if before != after:
        assert before is not None
        assert before.id == more.body_id


@given(worlds, cases)
def test_nobody_is_both_chosen_and_rejected_and_nobody_twice(world, case):
    decision = decide(case, *world)
    told = [other.area.body.id for other in decision.rejected]
    assert len(told) == len(set(told))
    assert decision.who is None or decision.who.id not in told
