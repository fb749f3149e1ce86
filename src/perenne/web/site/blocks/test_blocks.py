"""Blocks say what the rules say that day; the rate of accessibility is counted and never typed."""

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.library.queries import Block
from perenne.rules.thresholds import thresholds
from perenne.values import Share
from perenne.web.site.blocks.accessibility import CRITERIA, FILE, Conformity, audit, counted
from perenne.web.site.blocks.filling import html_of_block
from perenne.web.site.blocks.thresholds import thresholds_on


@pytest.mark.django_db
@pytest.mark.parametrize("block", Block)
def test_every_block_can_be_shown_and_has_no_heading_of_its_own(block):
    html = html_of_block(block)
    assert len(html) > 50
    assert "<h" not in html.replace("<hr", "")


@pytest.mark.parametrize(
    ("day", "amounts"),
    [
        (
            date(2025, 12, 31),
            ["143\u202f000", "221\u202f000", "443\u202f000", "5\u202f538\u202f000"],
        ),
        (date(2026, 1, 1), ["140\u202f000", "216\u202f000", "432\u202f000", "5\u202f404\u202f000"]),
    ],
)
def test_thresholds_are_those_of_the_day(day, amounts):
    assert [
        str(amount).removesuffix("\u00a0€") for *_, amount in thresholds_on(day)["rows"]
    ] == amounts
    assert thresholds_on(day)["is_past"] is False


def test_thresholds_grown_old_say_so():
    assert thresholds_on(date(2028, 1, 1))["is_past"] is True
    assert callable(thresholds)


def test_the_audit_has_the_hundred_and_six_criteria_and_a_proof_for_each_one_that_conforms():
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len({row["critère"] for row in rows}) == len(rows) == CRITERIA
    assert [r["critère"] for r in rows if r["état"] == Conformity.YES and not r["preuve"]] == []
    whole = audit()
    total = whole.conforming + whole.failing + whole.without_object + whole.not_looked_at
    print(f"{whole.conforming} of {whole.applicable} criteria: {whole.rate}, {whole.state}")
    assert total == CRITERIA


@given(some.lists(some.sampled_from(list(Conformity)), min_size=1, max_size=CRITERIA))
def test_a_criterion_that_nobody_looked_at_never_raises_the_rate(states):
    values = [state.value for state in states]
    looked_at = [Conformity.YES if it is Conformity.NOT_LOOKED_AT else it for it in states]
    assert counted(values).rate <= counted([state.value for state in looked_at]).rate
    assert Share(0) <= counted(values).rate <= Share.percent(100)


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["conforme"], "totalement conforme"),
        (["conforme", "non conforme"], "partiellement conforme"),
        (["conforme", "non audité", "non audité"], "non conforme"),
        (["conforme", "non applicable"], "totalement conforme"),
    ],
)
def test_the_state_is_one_of_the_three_of_the_decree(states, said):
    assert counted(states).state == said
