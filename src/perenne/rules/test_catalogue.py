"""What is asked of every rule, every number and every table, wherever it stands in `rules`."""

import re
from collections import Counter

import pytest
from tests.golden import read

from perenne.rules.catalogue import CHAPTERS, chapters, held_by, parameters, standing
from perenne.rules.law import Confidence, Default

FOUNDATIONS = {"law", "practice", "texts", "french", "needs", "catalogue"}
LATER = re.compile(r"\bto[ -]?do\b|\bà compléter\b|\bà vérifier plus tard\b|\?\?", re.IGNORECASE)


HELD = chapters()
RULINGS = [pytest.param(it, id=it.name) for chapter in HELD for it in chapter.rulings]
NUMBERS = [pytest.param(it, id=it.name) for chapter in HELD for it in chapter.numbers]
TABLES = [pytest.param(it, id=it.code) for chapter in HELD for it in chapter.tables]


def test_every_module_of_the_rules_is_a_chapter_or_a_foundation():
    assert standing() == FOUNDATIONS | set(CHAPTERS)
    assert not FOUNDATIONS & set(CHAPTERS)


def test_the_walk_finds_what_is_there():
    names = {ruling.name.rpartition(".")[2] for chapter in HELD for ruling in chapter.rulings}
    assert {"screen", "duty", "calibrate", "find_segment", "plan", "protect", "assess"} <= names
    assert "globalisation.longest_months" in parameters()
    assert "segments.painting.labour_share" in parameters()
    assert all(chapter.rulings for chapter in HELD)


@pytest.mark.parametrize("ruling", RULINGS)
def test_every_rule_answers_a_question_and_names_its_texts(ruling):
    assert ruling.says.endswith("?")
    assert ruling.sources
    assert all(source.text and source.article for source in ruling.sources)
    assert ruling.confidence in Confidence


@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_says_what_it_is_and_where_it_comes_from(number):
    assert number.held.meaning
    assert str(number.held.source)
    assert not LATER.search(f"{number.held.meaning} {number.held.source}")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_practice_fixes_is_a_parameter_of_the_committee(number):
    if isinstance(number.held, Default) and number.held.confidence is Confidence.VARIES:
        assert number.held.code, "no committee may hold it otherwise"
        assert number.held.choices or number.held.low < number.held.high
        assert number.held.choices or number.held.low <= number.held.value <= number.held.high


def test_a_parameter_has_one_code_and_is_found_by_it():
    ours = {
        id(it)
        for chapter in HELD
        for it in (
            *(number.held for number in chapter.numbers),
            *(it for table in chapter.tables for row in table for it in held_by(row)),
        )
        if isinstance(it, Default) and it.code
    }
    found = parameters()
    assert len(found) == len(ours)
    assert all(held.code == code for code, held in found.items())


def test_a_table_has_one_code():
    codes = Counter(table.code for chapter in HELD for table in chapter.tables)
    assert [code for code, times in codes.items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_label_a_source_an_example_and_a_counter_example(table):
    assert all(row.label and str(row.source) and row.confidence in Confidence for row in table)
    assert not any(LATER.search(f"{row.label} {row.source}") for row in table)
    cases = read(table.code)
    assert {str(row.code) for row in table} == set(cases)
    for code, answers in cases.items():
        assert answers["oui"], f"{code} has no example"
        assert answers["non"], f"{code} has no counter-example"
