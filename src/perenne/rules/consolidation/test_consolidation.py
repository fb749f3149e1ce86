"""Each file is a mapping that may be read alone; each row of it is accounted for."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.consolidation import CONSOLIDATIONS, About, account, mapping_on
from perenne.rules.law import Confidence

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("mapping", CONSOLIDATIONS, ids=lambda it: it.code)
def test_a_mapping_says_where_it_comes_from_and_claims_no_format_that_does_not_exist(mapping):
    assert str(mapping.source)
    assert len(set(mapping.headings)) == len(mapping.headings)
    assert len({one.fact for one in mapping.columns}) == len(mapping.columns)
    assert mapping.about.label
    if not mapping.is_official:
        assert "Format libre" in mapping.form
        assert mapping.confidence is not Confidence.SURE


def test_the_version_in_force_is_the_last_one_that_began():
    first = CONSOLIDATIONS[0]
    second = replace(first, version="2027-1", since=date(2027, 1, 1))
    both = (second, first)
    assert mapping_on(first.code, TODAY, both) is first
    assert mapping_on(first.code, date(2027, 1, 1), both) is second
    with pytest.raises(LookupError, match="Aucune version"):
        mapping_on(first.code, date(2019, 1, 1), both)


@given(some.data())
def test_every_row_is_there_and_a_row_waits_for_what_it_needs_and_lacks(data):
    mapping = data.draw(some.sampled_from(CONSOLIDATIONS))
    cell = some.one_of(some.none(), some.just(""), some.just(0), some.text(min_size=1, max_size=3))
    facts = {one.fact: cell for one in mapping.columns}
    rows = data.draw(some.lists(some.fixed_dictionaries(facts), max_size=4))
    told = account(mapping, rows)
    assert told.complete + told.incomplete == len(told.table) == len(rows)
    assert {len(row) for row in told.table} <= {len(told.headings)}
    for row, said in zip(told.rows, rows, strict=True):
        lacking = [it for it in mapping.columns if it.where and said[it.fact] in {None, ""}]
        assert list(row.missing) == lacking
        assert bool(row.state) == bool(lacking) != row.is_complete
        assert all(it.heading in row.state for it in lacking)


def test_a_fact_that_nobody_gives_is_a_fault_and_not_an_empty_cell():
    with pytest.raises(KeyError):
        account(CONSOLIDATIONS[0], [{}])
    assert {one.about for one in CONSOLIDATIONS} == set(About)
