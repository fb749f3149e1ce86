from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.french import in_full, in_words, listed, month_in_full, of_month, typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("L'objet", "L’objet"),
        ("« mot »", "«\u00a0mot\u00a0»"),
        ("5 % de 30 €", "5\u00a0% de 30\u00a0€"),
        ("Ainsi : oui ; non", "Ainsi\u00a0: oui\u202f; non"),
        ("833 h en 12 mois", "833\u00a0h en 12\u00a0mois"),
        ("3 heures", "3\u00a0heures"),
        ("3 hectares", "3 hectares"),
        ("voir l'article 10 : a'b@c.fr", "voir l’article\u00a010\u00a0: a'b@c.fr"),
    ],
)
def test_a_sentence_is_printed_as_french_is(typed, printed):
    assert typeset(typed) == printed


@given(some.text())
def test_printing_twice_changes_nothing_more(text):
    assert typeset(typeset(text)) == typeset(text)


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2027, 1, 1), "1er\u00a0janvier 2027"),
        (date(2026, 8, 22), "22\u00a0août 2026"),
    ],
)
def test_a_day_is_written_in_full(day, printed):
    assert in_full(day) == printed


@pytest.mark.parametrize(
    ("number", "feminine", "written"),
    [(1, False, "un"), (1, True, "une"), (16, True, "seize"), (17, False, "17")],
)
def test_small_numbers_are_written_in_words(number, feminine, written):
    assert in_words(number, feminine=feminine) == written


def test_great_numbers_keep_their_spaces():
    assert in_words(1_820) == "1\u202f820"


@pytest.mark.parametrize(
    ("items", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (list("abc"), "a, b et c")],
)
def test_a_list_ends_with_and(items, written):
    assert listed(items) == written


@pytest.mark.parametrize(
    ("month", "named", "of_it"),
    [(3, "mars 2026", "de mars 2026"), (4, "avril 2026", "d’avril 2026"),
     (8, "août 2026", "d’août 2026"), (10, "octobre 2026", "d’octobre 2026")],
)  # fmt: skip
def test_a_month_is_named(month, named, of_it):
    day = date(2026, month, 1)
    assert (month_in_full(day), of_month(day)) == (named, of_it)
