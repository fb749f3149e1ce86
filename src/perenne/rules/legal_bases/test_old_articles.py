from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.legal_bases import OLD_ARTICLES, LegalBasis, read_old_article


@pytest.mark.parametrize(("code", "read", "case"), rows_of("old_articles"))
def test_an_old_number_is_read_as_the_lawyer_wrote(code, read, case):
    row = read_old_article(case["texte"]).row
    assert (row is not None and row.code == code) is read


def test_each_old_article_has_its_cases():
    assert {case.values[0] for case in rows_of("old_articles")} == {
        row.code for row in OLD_ARTICLES
    }


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("article 14", LegalBasis.PERFORMANCE_CONDITION),
        ("14 + 53", LegalBasis.CONDITION_AND_CRITERION),
        ("art. 15", LegalBasis.RESERVED_INCLUSION),
        ("article 30", LegalBasis.SUBJECT_MATTER),
        ("article 53", None),
        ("article 5", None),
        ("article 36", LegalBasis.RESERVED_INCLUSION),
        ("article 37", LegalBasis.RESERVED_SOCIAL_ECONOMY),
        ("article 38", LegalBasis.PERFORMANCE_CONDITION),
        ("articles 38 et 52", LegalBasis.CONDITION_AND_CRITERION),
        ("article 52", None),
    ],
)
def test_an_old_number_is_a_possibility_of_today(text, basis):
    assert read_old_article(text).row.basis is basis


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article 14 du CMP", "aujourd’hui\u00a0: Condition d’exécution."),
        ("article 14 du CMP", "Condition d’exécution (Code des marchés publics (2006))"),
        ("article 53", "sans équivalent à lui seul."),
        ("article 12", "Aucun ancien numéro d’article n’est reconnu"),
        ("articles 14, 15", "Plusieurs possibilités sont citées (Condition d’exécution"),
        ("articles 14, 15", "aux ESAT)\u00a0: choisissez-en une."),
        ("article 14 et article 38", "Plusieurs possibilités"),
        ("articles 5 et 53", "Critère d’attribution seul (Code des marchés publics (2006))"),
        ("articles 14 et 52", "Plusieurs possibilités"),
        ("articles 5 et 52", "Critère d’attribution seul (Ordonnance n°\u00a02015-899"),
    ],
)
def test_what_was_understood_is_told(text, said):
    assert said in read_old_article(text).reason


@pytest.mark.parametrize(
    ("text", "on", "doubtful"),
    [
        ("article 14", None, False),
        ("article 14", date(2006, 8, 31), True),
        ("article 14", date(2006, 9, 1), False),
        ("article 14", date(2016, 3, 31), False),
        ("article 14", date(2016, 4, 1), True),
        ("article 38", date(2016, 3, 31), True),
        ("article 38", date(2016, 4, 1), False),
        ("article 38", date(2019, 3, 31), False),
        ("article 38", date(2019, 4, 1), True),
    ],
)
def test_a_number_out_of_its_time_is_to_be_checked(text, on, doubtful):
    found = read_old_article(text, on=on)
    assert found.row is not None
    assert ("vérifiez la date de la consultation" in found.reason) is doubtful


def test_the_doubt_says_when_the_text_was_in_force():
    found = read_old_article("article 38", on=date(2020, 1, 1)).reason.replace("\u00a0", " ")
    assert found.endswith(
        "Ce texte valait du 1er avril 2016 au 31 mars 2019 : vérifiez la date de la consultation."
    )


@given(some.text(max_size=40))
def test_any_text_gets_an_answer(text):
    found = read_old_article(text)
    assert found.reason.endswith(".")


@given(some.sampled_from(OLD_ARTICLES.rows), some.permutations([" et ", ", ", "+", " / "]))
def test_a_number_is_read_however_it_is_joined(row, joints):
    numbers = joints[0].join(map(str, sorted(row.articles)))
    assert read_old_article(f"Article {numbers}").row == row


@given(some.integers(100, 9_999), some.integers(1, 99))
def test_an_article_of_today_is_never_an_old_one(first, second):
    assert read_old_article(f"Article L. {first}-{second}").row is None
    assert read_old_article(f"Article {first}-{second}").row is None
