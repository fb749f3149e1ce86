import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.segments.matching import Expression, Rank, expressions, stems


@pytest.mark.parametrize(
    ("written", "stemmed"),
    [
        ("Travaux", "traval"),
        ("locaux communaux", "local communal"),
        ("réseaux", "reseau"),
        ("espaces vertes", "espac vert"),
        ("L’entretien de la voirie", "entretien voiri"),
        ("TCE", "tce"),
        ("bus", "bus"),
        ("lot n° 2027", "lot 2027"),
        ("", ""),
    ],
)
def test_plurals_feminines_and_empty_words_are_taken_off(written, stemmed):
    assert stems(written) == stemmed


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("espaces verts", "Entretien d’un espace vert", True),
        ("espaces verts", "espaces publics verts", False),
        ("repérage … amiante", "repérage de matériaux contenant de l’amiante", True),
        ("repérage … amiante", "repérage amiante", True),
        ("repérage … amiante", "amiante : repérage", False),
        ("pont", "ponton", False),
    ],
)
def test_an_expression_is_whole_words_in_their_order(words, text, found):
    assert bool(Expression.of(words, Rank.STRONG).pattern.search(stems(text))) is found


def test_a_list_of_words_becomes_expressions_of_one_rank():
    found = expressions("tonte, élagage, ", Rank.STRONG)
    assert [(each.words, each.rank) for each in found] == [
        ("tonte", Rank.STRONG),
        ("élagage", Rank.STRONG),
    ]


@given(some.text())
def test_an_object_is_found_in_itself_whatever_its_signs(text):
    if stems(text):
        words = text.replace("…", " ")
        assert Expression.of(words, Rank.WEAK).pattern.search(stems(words))
