"""What is doubted, and why: a table of examples, and what holds of any message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.domain.enquiries.queries.suspicion import (
    LEAST_SECONDS,
    Signs,
    fingerprint_of,
    suspicions,
)


@pytest.mark.parametrize(
    ("signs", "reasons"),
    [
        (Signs("Bonjour", seconds=40), 0),
        (Signs("Voir https://a.test, http://b.test et www.c.test", seconds=40), 0),
        (Signs("https://a https://b https://c https://d", seconds=40), 1),
        (Signs('<a href="https://a"> [url=b] www.c', seconds=40), 1),
        (Signs("Bonjour", trap="x", seconds=40), 1),
        (Signs("Bonjour", seconds=2.9), 1),
        (Signs("Bonjour", seconds=3), 0),
        (Signs("Bonjour", seconds=None), 1),
        (Signs("Bonjour", seconds=40, twins=1), 0),
        (Signs("Bonjour", seconds=40, twins=2), 1),
        (Signs("www." * 9, trap="x", seconds=0, twins=9), 4),
    ],
)
def test_each_sign_is_a_reason_in_french(signs, reasons):
    assert len(suspicions(signs)) == reasons


@given(st.text(), st.text(max_size=5), st.none() | st.floats(0, 1e6), st.integers(0, 50), st.text())
def test_a_sign_more_never_takes_a_doubt_away(text, trap, seconds, twins, more):
    doubts = set(suspicions(Signs(text, trap, seconds, twins)))
    assert len(suspicions(Signs(text, trap or "x", None, max(twins, 2)))) >= min(len(doubts), 3)
    assert not suspicions(Signs("Bonjour", "", LEAST_SECONDS + abs(seconds or 0), 0))
    if not doubts:
        assert suspicions(Signs(text, trap + "x", seconds, twins))


@given(st.text(), st.text())
def test_a_fingerprint_forgets_case_and_spaces_and_nothing_else(one, other):
    assert fingerprint_of("a", f" {one.upper()} ") == fingerprint_of("a", one.upper())
    if one.isascii() and one.isalnum() and other.isascii() and other.isalnum():
        same = fingerprint_of("a", one) == fingerprint_of("a", other)
        assert same == (one.lower() == other.lower())
