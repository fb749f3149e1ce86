from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.french import in_full, typeset
from perenne.rules.practice import USUAL
from perenne.rules.retention import (
    NOTICE_DAYS,
    Event,
    Holding,
    Notice,
    RecordKind,
    due_for_notice,
    expires_on,
)
from perenne.rules.retention.notices import WARNED
from perenne.rules.retention.spans import ACCOUNT_MONTHS

ACCOUNT = Holding(RecordKind.ACCOUNT, {Event.LAST_SIGN_IN: date(2024, 11, 25)})


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (date(2026, 10, 25), False),
        (date(2026, 10, 26), True),
        (date(2026, 11, 25), True),
        (date(2026, 11, 26), False),
    ],
)
def test_a_warning_is_given_in_the_last_thirty_days(day, warned):
    assert (due_for_notice(ACCOUNT, day) is not None) is warned


def test_a_warning_says_until_when_one_may_act():
    assert due_for_notice(ACCOUNT, date(2026, 11, 1)) == Notice(
        date(2026, 11, 25),
        typeset(
            f"Compte : la conservation finit le {in_full(date(2026, 11, 25))}. "
            "Reprenez contact ou exportez avant ce jour."
        ),
    )


def test_a_committee_may_warn_earlier():
    practice = USUAL.choosing(NOTICE_DAYS, 90)
    assert due_for_notice(ACCOUNT, date(2026, 8, 27), practice) is not None
    assert due_for_notice(ACCOUNT, date(2026, 8, 26), practice) is None


def test_a_longer_period_is_warned_of_later():
    practice = USUAL.choosing(ACCOUNT_MONTHS, 36)
    assert due_for_notice(ACCOUNT, date(2026, 11, 25), practice) is None
    assert due_for_notice(ACCOUNT, date(2027, 11, 25), practice) is not None


def test_nobody_is_warned_of_an_end_that_is_not_known():
    assert due_for_notice(Holding(RecordKind.ACCOUNT), date(2026, 11, 25)) is None


def test_those_who_come_back_or_answer_for_a_contract_are_warned():
    assert {kind.value for kind in WARNED} == {
        "person_file",
        "hours_statement",
        "contract_file",
        "penalty_file",
        "programme_contact",
        "account",
    }


@given(
    some.sampled_from(RecordKind),
    some.fixed_dictionaries(dict.fromkeys(Event, some.dates(date(2010, 1, 1), date(2100, 1, 1)))),
)
def test_only_what_somebody_could_still_need_is_warned_of(kind, events):
    holding = Holding(kind, events)
    last = expires_on(holding).last
    assert last is not None
    assert (due_for_notice(holding, last) is not None) is (kind in WARNED)
