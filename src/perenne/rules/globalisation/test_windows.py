from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.globalisation import agreement_objection, window_end
from perenne.rules.globalisation.windows import LONGEST_MONTHS
from perenne.rules.practice import USUAL
from perenne.values import Period, add_months

START = date(2026, 2, 1)
days = some.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (START, 24, date(2028, 2, 1)),
        (START, 12, date(2027, 2, 1)),
        (date(2026, 8, 31), 18, date(2028, 2, 29)),
    ],
)
def test_the_window_runs_from_the_first_day_of_the_pathway(start, months, end):
    assert window_end(start, practice=USUAL.choosing(LONGEST_MONTHS, months)) == end


def test_the_window_is_of_24_months_unless_the_committee_says_less():
    assert window_end(START) == date(2028, 2, 1)
    with pytest.raises(ValueError, match="de 12\u00a0mois à 24\u00a0mois"):
        USUAL.choosing(LONGEST_MONTHS, 25)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2027, 1, 31), "moins de 12 mois : le parcours serait trop court"),
        (date(2027, 2, 1), None),
        (date(2028, 2, 1), None),
        (date(2028, 2, 2), "plus de 24 mois : ramenez sa fin au 01/02/2028"),
    ],
)
def test_an_agreement_lasts_12_to_24_months(end, said):
    found = agreement_objection(Period(START, end))
    if said is None:
        assert found is None
    else:
        assert said in found.replace("\u00a0", " ")


@given(days, some.integers(0, 1_200))
def test_an_agreement_is_objected_to_or_within_the_bounds(start, length):
    agreed = Period(start, start + timedelta(length))
    within = add_months(start, 12) <= agreed.end <= add_months(start, 24)
    assert (agreement_objection(agreed) is None) == within
