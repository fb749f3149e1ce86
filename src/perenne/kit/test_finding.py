"""Words as regular expressions: accents, one fault, and nothing that was not asked."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.finding import LONG, SHORT, misspelt, words_in, written

WORDS = st.text(string.ascii_lowercase, min_size=SHORT, max_size=16)
LETTER = st.sampled_from(string.ascii_lowercase)


def begins(pattern, title):
    """As PostgreSQL reads it: `\\m` is the beginning of a word."""
    return re.search(r"\b" + pattern, title, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("typed", "title", "as_written", "at_a_fault"),
    [
        ("refection", "Réfection de la toiture", True, True),
        ("toitur", "RÉFECTION DES TOITURES", True, True),
        ("oeuvre", "Mise en œuvre", True, True),
        ("oeuvre", "Gros Oeuvre", True, True),
        ("prefectoral", "Arrêté préfectoral", True, True),
        ("ecole", "Préécole", False, False),
        ("netoyage", "Nettoyage des vitres", False, True),
        ("refecsion", "Réfection de la toiture", False, True),
        ("toiutre", "Toiture", False, True),
        ("entretient", "Entretien", False, True),
        ("voirei", "Voirie", False, True),
        ("raps", "Repas", False, False),
        ("repa", "Repas", True, True),
        ("rpas", "Repas", False, True),
        ("bar", "Bus", False, False),
        ("2026", "Marché 2025", False, False),
        ("zebre", "Réfection", False, False),
        ("vettoyage", "Nettoyage", False, False),
    ],
)
def test_what_is_found_as_it_is_written_and_at_a_fault(typed, title, as_written, at_a_fault):
    (word,) = words_in(typed)
    assert begins(written(word), title) is as_written
    assert begins(misspelt(word), title) is at_a_fault


@given(WORDS, st.integers(1, 15), LETTER, st.sampled_from(["wrong", "missing", "more"]))
def test_one_letter_wrong_missing_or_in_excess_is_forgiven_after_the_first(word, at, letter, fault):
    at = min(at, len(word) - 1)
    typed = {
        "wrong": word[:at] + letter + word[at + 1 :],
        "missing": word[:at] + word[at + 1 :],
        "more": word[:at] + letter + word[at:],
    }[fault]
    if len(typed) >= SHORT:
        assert begins(misspelt(typed), word)
    assert begins(misspelt(word), word)


@given(st.text(string.ascii_lowercase, min_size=LONG, max_size=16), st.integers(1, 14))
def test_two_letters_in_each_other_s_place_are_forgiven_in_a_long_word(word, at):
    at = min(at, len(word) - 2)
    assert begins(misspelt(word[:at] + word[at + 1] + word[at] + word[at + 2 :]), word)


@given(st.text(max_size=300))
def test_whatever_is_typed_makes_patterns_that_can_be_read(asked):
    for word in words_in(asked):
        re.compile(written(word))
        re.compile(misspelt(word))
