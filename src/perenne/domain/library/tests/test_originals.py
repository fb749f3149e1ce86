"""The texts that are shipped: whole, well formed, dated, and answering for themselves."""

from datetime import date

import pytest

from perenne.domain.library.models import Block, Kind, Section, Word
from perenne.domain.library.queries import originals
from perenne.domain.library.queries.originals import read_original
from perenne.kit.markdown import objections

SHIPPED = originals()


def named(original):
    return f"{original.kind.value}/{original.slug}"


def test_there_is_a_front_page_for_everybody_but_the_lawyer():
    pages = {it.slug for it in SHIPPED if it.kind is Kind.PAGE}
    assert {section.slug for section in Section if section is not Section.LEGAL} <= pages


def test_every_live_block_is_somewhere_in_the_texts():
    bodies = "\n".join(it.said.body for it in SHIPPED)
    elsewhere = {Block.PUBLICS}  # the page of the publics searches in it
    assert {block for block in Block if f"[[{block.value}]]" not in bodies} == elsewhere
    assert all(f"[[{word.value}]]" in bodies for word in Word)


@pytest.mark.parametrize("original", SHIPPED, ids=named)
def test_it_could_be_saved_as_it_is(original):
    assert objections(original.said.body, blocks=set(Block), words=set(Word)) == []
    assert len(original.said.title) <= 120
    assert "'" not in original.said.title + original.said.body


@pytest.mark.parametrize("original", SHIPPED, ids=named)
def test_it_is_dated_and_somebody_answers_for_it(original):
    said = original.said
    assert date(2019, 1, 1) <= said.valid_since <= said.checked_on
    assert said.responsible


@pytest.mark.parametrize("original", [it for it in SHIPPED if it.kind is not Kind.PAGE], ids=named)
def test_an_answer_leads_somewhere(original):
    assert "](/" in original.said.body


def test_a_file_that_is_not_whole_is_refused_by_its_name(tmp_path):
    path = tmp_path / "texte.md"
    path.write_text("---\ntitre: Un titre\n---\nUn texte.\n")
    with pytest.raises(ValueError, match=r"texte.md: the front matter does not say 'section'"):
        read_original(Kind.PAGE, path)
