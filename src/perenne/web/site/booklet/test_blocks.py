"""What a text says on the page, it says on paper: its words, and its live blocks."""

import re
from datetime import date
from html import unescape

import pytest

from perenne.domain.library.queries import Block, originals
from perenne.kit.markdown import html_of, printed
from perenne.kit.markdown.test_printing import words_in
from perenne.rules.eligibility import PUBLICS
from perenne.rules.hirings import MODALITIES
from perenne.rules.segments import SEGMENTS
from perenne.values import fold
from perenne.web.site.blocks.filling import html_of_block
from perenne.web.site.booklet.blocks import NOT_PRINTED, printed_block
from perenne.web.site.booklet.making import edition_of
from perenne.web.site.booklet.parts import in_french

DAY = date(2026, 11, 26)
LEAST = {Block.SEGMENTS: 0.7}
"""The trades of the longest segment are not all printed: how many others there are is said."""


def said_in(fact):
    """Every text of the parts."""
    match fact:
        case str():
            yield fact
        case dict():
            for value in fact.values():
                yield from said_in(value)
        case list():
            for value in fact:
                yield from said_in(value)


@pytest.mark.parametrize("text", originals(), ids=lambda text: text.slug)
def test_no_word_of_a_text_is_lost(text):
    on_the_page = unescape(re.sub(r"<[^>]+>", "", html_of(text.said.body)))
    on_paper = "".join(words_in(printed(text.said.body)))
    assert "".join(on_paper.split()) == "".join(on_the_page.split())


@pytest.mark.django_db
@pytest.mark.parametrize("block", [block for block in Block if block not in NOT_PRINTED])
def test_a_live_block_says_on_paper_what_it_says_on_the_page(block):
    on_paper = set(fold(" ".join(said_in(printed_block(block, DAY)))).split())
    on_the_page = fold(re.sub(r"<[^>]+>", " ", str(html_of_block(block)))).split()
    told = [word for word in on_the_page if len(word) > 4]
    found = sum(word in on_paper for word in told) / len(told)
    print(f"{block.value}: {found:.0%} of {len(told)} words")
    assert found > LEAST.get(block, 0.85)


@pytest.mark.parametrize("block", sorted(NOT_PRINTED))
def test_what_changes_every_day_is_not_printed(block):
    assert printed_block(block, DAY) == []


@pytest.mark.parametrize(
    ("block", "rows"),
    [(Block.SEGMENTS, SEGMENTS), (Block.PUBLICS, PUBLICS), (Block.MODALITIES, MODALITIES)],
)
def test_every_row_of_the_rules_is_there(block, rows):
    said = fold(" ".join(said_in(in_french(printed_block(block, DAY)))))
    assert [row.label for row in rows if fold(row.label) not in said] == []


def test_an_edition_changes_with_anything_that_is_said_and_with_nothing_else():
    facts = {"a": ["un", {"b": "deux"}], "c": "trois"}
    assert edition_of(facts) == edition_of({"c": "trois", "a": ["un", {"b": "deux"}]})
    assert edition_of(facts) != edition_of(facts | {"c": "quatre"})
