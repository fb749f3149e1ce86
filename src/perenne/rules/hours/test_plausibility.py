from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.hours import (
    PLAUSIBILITY,
    DeclaredMonth,
    DoubtCode,
    Severity,
    doubts,
    unanswered,
)
from perenne.rules.hours.choices import CONTRACT_TOLERANCE, MONTH_LIMIT
from perenne.rules.hours.plausibility import severity_of
from perenne.rules.practice import USUAL
from perenne.rules.working_days import Territory
from perenne.values import Hours, Period, Share

YEAR = (date(2026, 1, 1), date(2027, 1, 1))
BLOCKING = {
    DoubtCode.NEGATIVE,
    DoubtCode.MONTH_TO_COME,
    DoubtCode.DAY_TO_COME,
    DoubtCode.BEFORE_GREEN_LIGHT,
    DoubtCode.OUTSIDE_EMPLOYMENT,
    DoubtCode.OUTSIDE_PERFORMANCE,
    DoubtCode.FULL_DAY,
}
OF_THE_LAW = {
    DoubtCode.LONG_DAY,
    DoubtCode.DAY_BEYOND_AGREEMENT,
    DoubtCode.LONG_WEEK,
    DoubtCode.YOUNG_DAY,
    DoubtCode.YOUNG_WEEK,
}


def by_day(days):
    return {day: Hours.of(str(hours)) for day, hours in days.items()}


def declared_in(case):
    return DeclaredMonth(
        case.get("mois", date(2026, 3, 1)),
        Hours.of(str(case.get("heures", 140))),
        employment=Period(*case.get("contrat", YEAR)),
        performance=Period(*case.get("marché", YEAR)),
        on=case.get("demandé", date(2026, 4, 5)),
        days=by_day(case.get("jours", {})),
        elsewhere=by_day(case.get("ailleurs", {})),
        born_on=case.get("née"),
        counts_from=case.get("feu_vert"),
        weekly=known(case.get("hebdo")),
        before=known(case.get("mois_précédent")),
        other_employers=frozenset(case.get("autres_employeurs", ())),
        off=frozenset(case.get("chômés", ())),
        territory=Territory(case.get("lieu", "metropole")),
    )


def known(hours):
    return None if hours is None else Hours.of(str(hours))


def codes(case):
    practice = USUAL
    if "limite" in case:
        practice = practice.choosing(MONTH_LIMIT, Hours.of(case["limite"]))
    if "dépassement" in case:
        practice = practice.choosing(CONTRACT_TOLERANCE, Share.percent(case["dépassement"]))
    return [doubt.code for doubt in doubts(declared_in(case), practice=practice)]


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("plausibility"))
def test_a_lawyer_reads_what_calls_for_a_question(code, expected, case):
    assert (code in codes(case)) is expected


def test_an_ordinary_month_calls_for_no_question():
    assert codes({}) == []
    assert codes({"jours": {date(2026, 3, 2): 7, date(2026, 3, 3): 7}}) == []


def test_doubts_are_told_in_the_order_of_the_table():
    odd = {"heures": 300, "demandé": date(2026, 2, 1), "contrat": (date(2026, 4, 1), YEAR[1])}
    assert codes(odd) == [
        DoubtCode.MONTH_TO_COME,
        DoubtCode.OUTSIDE_EMPLOYMENT,
        DoubtCode.LONG_MONTH,
    ]


@pytest.mark.parametrize("doubt", PLAUSIBILITY.rows, ids=lambda doubt: doubt.code)
def test_each_doubt_is_a_question_and_some_close_the_door(doubt):
    assert "\u202f?" in doubt.question
    assert "'" not in doubt.question
    assert (doubt.severity is Severity.BLOCK) is (doubt.code in BLOCKING)


@pytest.mark.parametrize("doubt", PLAUSIBILITY.rows, ids=lambda doubt: doubt.code)
def test_a_committee_tunes_what_the_law_leaves_free_and_nothing_else(doubt):
    if doubt.code in BLOCKING:
        assert doubt.held is None
        return
    free = set(Severity) - ({Severity.INFO} if doubt.code in OF_THE_LAW else set())
    assert set(doubt.held.choices) == free
    for severity in free:
        practice = USUAL.choosing(doubt.held, severity)
        assert severity_of(doubt, practice) is severity
    if doubt.code in OF_THE_LAW:
        with pytest.raises(ValueError, match="choisissez parmi"):
            USUAL.choosing(doubt.held, Severity.INFO)


@pytest.mark.parametrize(
    ("severity", "explained", "is_left"),
    [
        (Severity.INFO, "", False),
        (Severity.ASK, "", True),
        (Severity.ASK, "Chantier de nuit.", False),
        (Severity.BLOCK, "Chantier de nuit.", True),
    ],
)
def test_the_severity_in_force_says_what_is_left_to_answer(severity, explained, is_left):
    held = PLAUSIBILITY[DoubtCode.SUNDAY].held
    practice = USUAL.choosing(held, severity)
    declared = declared_in({"jours": {date(2026, 3, 1): 7}})
    (raised,) = doubts(declared, practice=practice)
    assert raised.severity is severity
    assert bool(unanswered([raised], {DoubtCode.SUNDAY: explained})) is is_left


@pytest.mark.parametrize(
    ("explained", "left"),
    [
        ({}, [DoubtCode.FULL_DAY, DoubtCode.LONG_MONTH]),
        ({DoubtCode.LONG_MONTH: "  "}, [DoubtCode.FULL_DAY, DoubtCode.LONG_MONTH]),
        ({DoubtCode.LONG_MONTH: "Rattrapage."}, [DoubtCode.FULL_DAY]),
        ({DoubtCode.FULL_DAY: "Rattrapage."}, [DoubtCode.FULL_DAY, DoubtCode.LONG_MONTH]),
    ],
)
def test_a_reason_answers_a_question_and_opens_no_closed_door(explained, left):
    raised = [PLAUSIBILITY[DoubtCode.FULL_DAY], PLAUSIBILITY[DoubtCode.LONG_MONTH]]
    assert [doubt.code for doubt in unanswered(raised, explained)] == left


@given(
    some.dictionaries(
        some.dates(date(2026, 3, 1), date(2026, 3, 31)),
        some.integers(1, 8 * 60).map(Hours),
        max_size=5,
    )
)
def test_five_days_of_eight_hours_are_never_too_long(days):
    declared = DeclaredMonth(
        date(2026, 3, 1),
        sum(days.values(), Hours(0)),
        Period(*YEAR),
        Period(*YEAR),
        date(2026, 4, 5),
        days,
    )
    assert {doubt.code for doubt in doubts(declared)} <= {DoubtCode.SUNDAY}


@given(
    some.integers(0, 300 * 60),
    some.integers(0, 300 * 60),
    some.integers(1, 48 * 60),
    some.dates(date(2026, 3, 1), date(2026, 3, 31)),
)
def test_the_closer_to_the_contract_and_to_last_month_the_fewer_doubts(now, before, weekly, day):
    """What is flagged stays flagged further away; an equal month is never a sudden change."""

    def told(hours, days=()):
        facts = (Period(*YEAR), Period(*YEAR), date(2026, 4, 5), dict(days))
        found = doubts(
            DeclaredMonth(
                date(2026, 3, 1), Hours(hours), *facts, weekly=Hours(weekly), before=Hours(before)
            )
        )
        return {doubt.code for doubt in found}

    assert DoubtCode.SUDDEN_CHANGE not in told(before)
    if now > before and DoubtCode.SUDDEN_CHANGE in told(now):
        assert DoubtCode.SUDDEN_CHANGE in told(now + 60)
    if DoubtCode.BEYOND_CONTRACT in told(now):
        assert DoubtCode.BEYOND_CONTRACT in told(now + 60)
        assert now > weekly * 31 / 7
    worked = told(420, {day: Hours(420)})
    assert (DoubtCode.SUNDAY in worked) is (day.isoweekday() == 7)
    assert DoubtCode.HOLIDAY not in worked  # March has none in 2026


@given(some.integers(0, 30 * 60), some.integers(0, 30 * 60))
def test_a_day_is_told_once_by_its_length_whoever_employs(here, there):
    day = date(2026, 3, 2)
    declared = DeclaredMonth(
        date(2026, 3, 1),
        Hours(here),
        Period(*YEAR),
        Period(*YEAR),
        date(2026, 4, 5),
        {day: Hours(here)},
        {day: Hours(there)},
    )
    total, told = here + there, {doubt.code for doubt in doubts(declared)}
    expected = set()
    if here and total > 24 * 60:
        expected.add(DoubtCode.FULL_DAY)
    elif here and total > 12 * 60:
        expected.add(DoubtCode.DAY_BEYOND_AGREEMENT)
    elif here and total > 10 * 60:
        expected.add(DoubtCode.LONG_DAY)
    assert told - {DoubtCode.LONG_WEEK} == expected


def test_before_the_code_of_2008_no_limit_is_guessed():
    old = date(2008, 4, 30)
    declared = DeclaredMonth(
        date(2008, 4, 1),
        Hours.of(7),
        Period(date(2008, 1, 1), date(2009, 1, 1)),
        Period(date(2008, 1, 1), date(2009, 1, 1)),
        date(2008, 5, 5),
        {old: Hours.of(7)},
    )
    with pytest.raises(LookupError, match="L3121-18"):
        doubts(declared)
