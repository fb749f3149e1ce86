"""Whatever the register writes, what comes out is short, plain, and of the number asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.sirene import NATURES, Answer, nature_label
from perenne.kit.sirene.reading import LONGEST, read_answer
from perenne.kit.sirene.tests.server import PLACE, SIRET, UNIT, payload
from perenne.values import Siret

ASKED = Siret(SIRET)
anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda deeper: some.lists(deeper) | some.dictionaries(some.text(), deeper),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("BÂTI  BRIE\n", "BÂTI BRIE"),
        ("A\u0000B\u202e", "A B"),
        ("x" * 500, "x" * LONGEST),
        ("[NON-DIFFUSIBLE]", ""),
        ("[ND]", ""),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        (12, ""),
        (None, ""),
        (["BÂTI"], ""),
    ],
)
def test_a_name_is_one_short_line_of_visible_characters(written, read):
    unit = UNIT | {"nom_raison_sociale": written, "nom_complet": None}
    assert read_answer(payload(unit), ASKED).establishment.name == read


def test_the_usual_name_stands_in_for_the_legal_one():
    unit = UNIT | {"nom_raison_sociale": None}
    assert read_answer(payload(unit), ASKED).establishment.name == "bâti brie"


@pytest.mark.parametrize("code", ["77284; DROP", "7728", "77284\n", 77284, "２７284"])
def test_a_commune_or_a_nature_that_is_no_code_is_left_out(code):
    place = PLACE | {"commune": code}
    unit = UNIT | {"matching_etablissements": [place], "nature_juridique": "9999x"}
    found = read_answer(payload(unit), ASKED).establishment
    assert found.commune_code in {"", "77284"}
    assert found.legal_nature == ""


@given(anything)
def test_no_json_at_all_breaks_the_reading(written):
    try:
        answer = read_answer(written, ASKED)
    except ValueError:
        return
    assert isinstance(answer, Answer)


@given(some.lists(anything), some.dictionaries(some.sampled_from(sorted(UNIT)), anything))
def test_what_is_read_is_always_of_the_number_asked_for(units, odd):
    answer = read_answer(payload(*units, UNIT | odd, UNIT), ASKED)
    found = answer.establishment
    assert found is not None
    assert found.siret == ASKED
    for text in (found.name, found.address, found.commune_name):
        assert len(text) <= LONGEST
        assert text.isprintable()


def test_legal_natures_are_those_of_insee():
    assert nature_label("5710").startswith("SAS")
    assert nature_label("0001") == ""
    assert len(NATURES) > 250
