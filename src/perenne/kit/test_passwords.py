"""Fifteen characters are not enough when everybody here would try them first."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as some

from perenne.kit.passwords import CONTEXT, OWN, TOO_KNOWN, TOO_REGULAR, VARIETY, ContextValidator

CAMILLE = SimpleNamespace(full_name="Camille Martin-Dubois", email="c.martin@initiatives77.org")


def refusals(password, user=CAMILLE):
    try:
        validate_password(password, user)
    except ValidationError as refused:
        return refused.messages
    return []


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("initiatives77-77", TOO_KNOWN),
        ("Clause-Insertion-2027", TOO_KNOWN),
        ("CLAUSE SOCIALE D’INSERTION", TOO_KNOWN),
        ("Seine-et-Marne 77 2026", TOO_KNOWN),
        ("perenneperenneperenne", TOO_REGULAR),
        ("Pérenne Facilitatrice 1", TOO_KNOWN),
        ("motdepasse-perenne-1", TOO_KNOWN),
        ("camillemartin77!!", TOO_KNOWN),
        ("Martin.Dubois.1974", TOO_KNOWN),
        ("aaaaaaaaaaaaaaaaaa", TOO_REGULAR),
        ("121212121212121212", TOO_REGULAR),
    ],
)
def test_what_everybody_would_try_is_refused_with_a_sentence(password, sentence):
    assert sentence in refusals(password)


@pytest.mark.parametrize("short", ["", "court", "quatorze lettr"])
def test_what_is_short_is_refused(short):
    assert any("15 caractères" in one.replace("\u00a0", " ") for one in refusals(short))


def test_the_most_common_of_the_long_ones_are_refused():
    common = [one for one in CommonPasswordValidator().passwords if len(one) >= 15]
    assert common
    assert [one for one in common if not refusals(one)] == []


@pytest.mark.parametrize(
    "password",
    [
        "une longue phrase de passe",
        "le chat dort sur le toit",
        "azurvertjaunerouge",  # one case, no digit, no sign: nothing is asked of composition
        "pérenne comme un vieux chêne",
        "x" * 3 + "ghtreplmvc" * 12,  # 123 characters
    ],
)
def test_a_phrase_of_ones_own_is_taken_whatever_its_signs(password):
    assert refusals(password) == []


@example(["sociale", "sociale", "sociale", "sociales"], "")
@given(
    some.lists(some.sampled_from(CONTEXT), min_size=2, max_size=8), some.text("!?-_ .", max_size=9)
)
def test_words_of_the_place_alone_never_make_a_password(words, signs):
    with pytest.raises(ValidationError):
        ContextValidator().validate(signs.join(words))


@given(some.text("bfghjkqvwxz", min_size=OWN + 7, max_size=64))
def test_what_holds_none_of_their_letters_is_judged_on_its_variety_alone(password):
    if len(set(password)) >= VARIETY:
        ContextValidator().validate(password)
        return
    with pytest.raises(ValidationError) as refused:
        ContextValidator().validate(password)
    assert refused.value.messages == [TOO_REGULAR]
