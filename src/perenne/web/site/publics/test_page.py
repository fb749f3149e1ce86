import pytest

from perenne.kit.actors import VISITOR
from perenne.rules.eligibility import PUBLICS
from perenne.web.site.blocks.publics import publics_like
from perenne.web.tests.browser import plain, text_of, tree_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client_of, texts):
    return lambda path: client_of(VISITOR).get(path)


def test_the_whole_list_of_the_rules_is_there_with_its_proofs(read):
    page = read("/entreprises/publics-eligibles/")
    said = text_of(page)
    assert [row.label for row in PUBLICS if plain(row.label) not in said] == []
    assert f"{len(PUBLICS)} publics" in said
    assert "Vérifié avant l’embauche" in said
    assert "ttestation de la CAF ou de la MSA" in said


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("RSA", "RSA"),
        ("rsa caf", "RSA"),
        ("chômeur", "DELD"),
        ("chomage", "DETLD"),
        ("handicap", "TH"),
        ("handicapé", "TH"),
        ("quartier", "QPV"),
        ("quartié prioritaire", "QPV"),
        ("refugié", "REFUGIE"),
        ("ETTI", "IAE_ETTI"),
        ("senior", "SENIOR"),
        ("prison", "PPSMJ"),
        ("mission locale", "JEUNE_NQ"),
        ("jeune 26", "JEUNE_NQ"),
    ],
)
def test_a_situation_is_found_by_the_words_of_people(asked, code):
    found = [row.code for row in publics_like(asked)]
    assert code in found
    assert len(found) < len(PUBLICS)


@pytest.mark.parametrize("asked", ["", "  ", "de la"])
def test_words_that_say_nothing_give_the_whole_list(asked):
    assert len(publics_like(asked)) == len(PUBLICS)


def test_what_is_not_found_says_what_to_do(read):
    said = text_of(read("/entreprises/publics-eligibles/?q=zzzzqqqq"))
    assert "Aucune situation de la liste ne ressemble à ces mots" in said


def test_a_search_keeps_what_was_typed(read):
    page = read("/entreprises/publics-eligibles/?q=RSA")
    assert tree_of(page).xpath("//input[@name='q']/@value") == ["RSA"]
