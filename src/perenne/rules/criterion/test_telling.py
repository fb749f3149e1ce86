import pytest
from tests.golden import rows_of

from perenne.rules.criterion import SUB_CRITERIA, TELLING_WORDS, oversteps_in
from perenne.rules.legal_bases import CLAUSE_LIMITS


@pytest.mark.parametrize(("code", "is_crossed", "text"), rows_of("telling_words"))
def test_a_word_tells_what_a_lawyer_wrote(code, is_crossed, text):
    assert (code in {over.code for over in oversteps_in(text)}) is is_crossed


def test_each_row_leads_to_a_limit_of_the_clause_with_what_to_write_instead():
    assert {row.code for row in TELLING_WORDS} <= {row.code for row in CLAUSE_LIMITS}
    (over,) = oversteps_in("Nombre de femmes")
    assert over.label == CLAUSE_LIMITS["SEXE"].label
    assert over.instead.startswith("Prévoyez des actions")


def test_our_own_sub_criteria_overstep_nothing():
    said = [
        text for row in SUB_CRITERIA.values() for text in (row.label, row.looked_at, *row.questions)
    ]
    assert [oversteps_in(text) for text in said] == [()] * len(said)
