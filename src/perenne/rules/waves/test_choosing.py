"""Few at a time, the least asked first, nobody always last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.golden import read

from perenne.rules.practice import USUAL
from perenne.rules.waves import Askable, Halt, Need, gini, ground_against, next_wave
from perenne.rules.waves.choosing import MOST_WAVES, PRESCRIBERS, STRUCTURES
from perenne.rules.working_days import working_days_after
from perenne.values import Hours

WEDNESDAY = date(2026, 12, 2)
NEED = Need(key=7, needed=Hours.of(300))
FIVE = USUAL.of(STRUCTURES)


def structures(number, **facts):
    return [Askable(id=one, **facts) for one in range(1, number + 1)]


def ids(wave):
    return {one.id for one in wave.chosen}


CASES = [
    pytest.param(code, answer == "oui", case, id=f"{code}: {case['cas']}")
    for code, answers in read("wave_grounds").items()
    for answer, cases in answers.items()
    for case in cases
]


@pytest.mark.parametrize(("code", "holds", "case"), CASES)
def test_who_is_left_aside_this_time(code, holds, case):
    one = Askable(
        1,
        has_address=case.get("adresse") != "non",
        waiting=case.get("attente", 0),
        free=Hours.of(case["libres"]) if "libres" in case else None,
        short_on=case.get("personne_le"),
        quiet_until=case.get("repos"),
    )
    ground = ground_against(one, on=WEDNESDAY)
    assert (ground is not None and ground.code == code) is holds
    wave = next_wave([one], NEED, on=WEDNESDAY)
    assert [it.ground for it in wave.aside] == ([ground] if ground else [])


@pytest.mark.parametrize(
    ("need", "day", "halt"),
    [
        pytest.param(NEED, WEDNESDAY, None, id="a first wave on a working day"),
        pytest.param(NEED, date(2026, 12, 5), Halt.DAY_OFF, id="not on a saturday"),
        pytest.param(NEED, date(2026, 12, 25), Halt.DAY_OFF, id="nor on Christmas day"),
        pytest.param(
            replace(NEED, waves=1, last_wave_on=date(2026, 12, 1)), WEDNESDAY, Halt.TOO_SOON,
            id="the day after",
        ),
        pytest.param(
            replace(NEED, waves=1, last_wave_on=date(2026, 12, 4)), date(2026, 12, 7),
            Halt.TOO_SOON, id="the weekend does not count",
        ),
        pytest.param(
            replace(NEED, waves=1, last_wave_on=date(2026, 12, 4)), date(2026, 12, 8), None,
            id="two working days later",
        ),
        pytest.param(
            replace(NEED, offered=Hours.of(300)), WEDNESDAY, Halt.ENOUGH, id="offers are enough"
        ),
        pytest.param(
            replace(NEED, offered=Hours(300 * 60 - 1)), WEDNESDAY, None, id="a minute is missing"
        ),
        pytest.param(
            replace(NEED, waves=USUAL.of(MOST_WAVES), last_wave_on=date(2026, 11, 2)), WEDNESDAY,
            Halt.ALL_WAVES, id="all waves have left",
        ),
    ],
)  # fmt: skip
def test_when_a_wave_leaves(need, day, halt):
    wave = next_wave(structures(9), need, on=day)
    assert (wave.halt, len(wave.chosen)) == (halt, 0 if halt else FIVE)
    assert wave.number == (0 if halt else need.waves + 1)
    assert halt is None or halt.sentence.endswith(".")


def test_the_least_asked_come_first_and_being_near_is_worth_a_turn_or_two():
    asked = {1: (0, 60), 2: (1, 60), 3: (2, 5), 4: (2, 20), 5: (9, 1), 6: (0, None), 7: (1, 1)}
    known = [Askable(one, asked=times, kilometres=km) for one, (times, km) in asked.items()]
    wave = next_wave(known, NEED, on=WEDNESDAY)
    # turns: 1 → 2, 2 → 3, 3 → 2, 4 → 3, 5 → 9, 6 → 1, 7 → 1
    assert [one.id for one in wave.chosen[:2]] in ([6, 7], [7, 6])
    assert ids(wave) - {2, 4} == {1, 3, 6, 7}
    assert 5 not in ids(wave)


def test_who_waited_longest_goes_first_and_the_reason_is_said_in_french():
    known = [
        Askable(1, asked=1, asked_on=date(2026, 11, 3)),
        Askable(2, asked=1, asked_on=date(2026, 6, 1), kilometres=4, free=Hours.of(120)),
    ]
    first, second = next_wave(known, NEED, on=WEDNESDAY).chosen
    assert first.because == (
        "Sollicité 1 fois en douze mois, la dernière le 1er\u00a0juin 2026, à 4 km, "
        "120\u00a0h par mois libres"
    )
    assert second.because == "Sollicité 1 fois en douze mois, la dernière le 3\u00a0novembre 2026"


def test_prescribers_are_asked_beside_structures_in_their_own_number():
    people = [Askable(100 + one, is_prescriber=True) for one in range(5)]
    wave = next_wave([*structures(9), *people], NEED, on=WEDNESDAY)
    assert len([one for one in wave.chosen if one.id >= 100]) == USUAL.of(PRESCRIBERS)
    assert len(wave.chosen) == FIVE + USUAL.of(PRESCRIBERS)


def test_nobody_is_said_when_nobody_may_be_asked():
    wave = next_wave(structures(3, has_address=False), NEED, on=WEDNESDAY)
    assert (wave.halt, len(wave.aside)) == (Halt.NOBODY, 3)


def test_ties_are_drawn_by_the_need_and_not_by_the_order_of_a_list():
    firsts = {
        next_wave(structures(30), replace(NEED, key=key), on=WEDNESDAY).chosen[0].id
        for key in range(60)
    }
    assert len(firsts) > 20
    again = [next_wave(structures(30)[::way], NEED, on=WEDNESDAY).chosen for way in (1, -1)]
    assert again[0] == again[1]


@given(
    kilometres=st.lists(st.none() | st.integers(0, 80), min_size=1, max_size=12),
    needs=st.integers(1, 40),
)
def test_whatever_their_places_nobody_is_left_more_than_three_turns_behind(kilometres, needs):
    """Needs that follow each other, one wave each: two turns of distance, one of rotation."""
    counts = [0] * len(kilometres)
    day = WEDNESDAY
    for key in range(needs):
        known = [
            Askable(one, kilometres=km, asked=counts[one]) for one, km in enumerate(kilometres)
        ]
        for chosen in next_wave(known, replace(NEED, key=key), on=day).chosen:
            counts[chosen.id] += 1
        day = working_days_after(day, 1)
    assert max(counts) - min(counts) <= 3
    assert sum(counts) == needs * min(FIVE, len(kilometres))


@given(
    st.lists(
        st.builds(
            Askable,
            id=st.integers(1, 60),
            is_prescriber=st.booleans(),
            kilometres=st.none() | st.integers(0, 90),
            asked=st.integers(0, 20),
            waiting=st.integers(0, 5),
            has_address=st.booleans(),
            free=st.none() | st.builds(Hours, st.integers(-600, 9_000)),
        ),
        max_size=25,
        unique_by=lambda one: one.id,
    ),
    st.integers(0, 8),
    st.integers(0, 25),
)
def test_a_wave_is_small_and_asks_nobody_who_is_aside(known, waves, days):
    need = replace(NEED, waves=waves, last_wave_on=WEDNESDAY if waves else None)
    wave = next_wave(known, need, on=WEDNESDAY + timedelta(days))
    assert bool(wave.chosen) is (wave.halt is None)
    assert len(ids(wave)) == len(wave.chosen) <= FIVE + USUAL.of(PRESCRIBERS)
    assert not ids(wave) & {one.id for one in wave.aside}
    skipped = [one for one in known if not one.is_prescriber and one.id not in ids(wave)]
    free = {one.id for one in skipped} - {it.id for it in wave.aside}
    taken = [one for one in known if not one.is_prescriber and one.id in ids(wave)]
    if taken and free:
        assert len(taken) == FIVE
        most = max(one.asked for one in taken)
        assert all(one.asked >= most - 2 for one in skipped if one.id in free)


@pytest.mark.parametrize(
    ("counts", "index"),
    [
        ([], "0\u00a0%"),
        ([0, 0], "0\u00a0%"),
        ([4, 4, 4, 4], "0\u00a0%"),
        ([0, 0, 0, 1], "75\u00a0%"),
        ([1, 3], "25\u00a0%"),
        ([1, 2, 3, 4], "25\u00a0%"),
        ([1, 2, 2], "13,33\u00a0%"),
    ],
)
def test_the_index_of_gini(counts, index):
    assert str(gini(counts)) == index


def test_a_count_below_zero_is_no_count():
    with pytest.raises(ValueError, match="below zero"):
        gini([-1, 2])


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40), st.integers(2, 9))
def test_the_index_is_a_share_that_neither_order_nor_scale_change(counts, times):
    index = gini(counts)
    assert 0 <= index.basis_points <= 10_000 * (len(counts) - 1) // len(counts) + 1
    assert gini(counts[::-1]) == index == gini([times * one for one in counts])
