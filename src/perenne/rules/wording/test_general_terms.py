import pytest
from tests.golden import rows_of

from perenne.rules.law import Confidence
from perenne.rules.wording import Ccag
from perenne.rules.wording.general_terms import GENERAL_TERMS


@pytest.mark.parametrize(("code", "expected", "article"), rows_of("general_terms"))
def test_the_insertion_clause_of_each_ccag_has_its_article(code, expected, article):
    assert (GENERAL_TERMS[code].article == article) is expected


def test_every_ccag_is_known_and_a_number_that_is_not_sure_enough_is_not_printed():
    assert [row.code for row in GENERAL_TERMS] == list(Ccag)
    assert {row.code for row in GENERAL_TERMS if not row.is_printed} == {Ccag.MI, Ccag.MOE}
    assert {row.code for row in GENERAL_TERMS if row.confidence is Confidence.SURE} == {
        Ccag.FCS,
        Ccag.TIC,
    }


@pytest.mark.parametrize("row", GENERAL_TERMS.rows, ids=lambda row: row.code)
def test_the_source_of_each_names_the_same_text_and_article(row):
    assert row.source.text.startswith(f"{row.label} du")
    assert row.source.article.startswith(f"article {row.article}")
