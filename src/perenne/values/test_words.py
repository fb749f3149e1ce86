import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from perenne.values import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("« Œuvre – Bâti »", "oeuvre bati"),
        ("GROS-ŒUVRE", "gros oeuvre"),
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("L'HAŸ LES ROSES", "l hay les roses"),
        ("Durée  (mois)\u00a0:", "duree mois"),
        ("Straße", "strasse"),
        ("n°\u202f12", "n 12"),
        ("m²", "m2"),
        ("ﬁnition", "finition"),
        ("", ""),
        ("— … !", ""),
    ],
)
def test_two_spellings_of_one_thing_are_equal(text, folded):
    assert fold(text) == folded


@given(some.text())
@example("İ")
@example("ŉ")
@example("℀")
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(some.text())
def test_only_plain_letters_figures_and_single_spaces_remain(text):
    folded = fold(text)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded == " ".join(folded.split())


@given(some.text(alphabet="abcdefghijklmnopqrstuvwxyzéèêàçùœ -'’", max_size=40))
def test_case_never_counts(text):
    assert fold(text.upper()) == fold(text)
