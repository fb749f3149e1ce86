"""Fifteen ways of asking that people have find their answer: no accent, a typo, other words."""

import pytest

from perenne.domain.library import queries
from perenne.domain.library.actions import load_originals
from perenne.domain.library.factories import TODAY, new_text
from perenne.domain.library.models import Kind
from perenne.domain.library.queries.search import words_of
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role

pytestmark = pytest.mark.django_db
ASKED = [
    ("clause obligatoire ?", "obligation-clause"),
    ("globalisasion des heures", "globalisation-quoi"),
    ("mutualiser plusieurs marchés", "globalisation-quoi"),
    ("penalite heure manquante", "heures-manquantes"),
    ("combien dheures demander", "quel-volume"),
    ("seuil européen montant", "seuils-europeens"),
    ("marche reservé esat", "marche-reserve"),
    ("derogation", "motif-dispense"),
    ("est ce que l'adesion est gratuite", "adhesion-gratuite"),
    ("interim", "interim-classique"),
    ("apprentissage ou CDI", "parcours-durable"),
    ("habitants de la comune", "habitants-commune"),
    ("l'employeur va savoir mon handicap", "ce-que-sait-employeur"),
    ("facilitateur c'est quoi", "facilitateur-definition"),
    ("RGPD", "mes-donnees"),
]


@pytest.fixture
def texts(db):
    load_originals(on=TODAY)


def test_fifteen_questions_asked_badly_find_their_answer(texts):
    ranks = {}
    for asked, slug in ASKED:
        found = [card.slug for card in queries.search_questions(asked)]
        ranks[asked] = found.index(slug) + 1 if slug in found else 0
    first = sum(rank == 1 for rank in ranks.values())
    three = sum(0 < rank <= 3 for rank in ranks.values())
    print(f"15 searches: {first} first, {three} among the three first; {ranks}")
    assert (len(ASKED), three) == (15, 15)
    assert first >= 12


@pytest.mark.parametrize(
    "asked", ["", "   ", "?!", "zzzzqqqq", "xylophone wurtzite", "'; SELECT 1 --"]
)
def test_what_means_nothing_finds_nothing(texts, asked):
    assert queries.search_questions(asked) == []


def test_accents_and_capitals_make_no_difference(texts):
    found = [
        [card.slug for card in queries.search_questions(asked)]
        for asked in ("pénalité", "PENALITE", "Pénalité", "penalite")
    ]
    assert found[0]
    assert all(other == found[0] for other in found)


def test_one_query_whatever_is_asked(texts, django_assert_num_queries):
    for asked in ("globalisation", "un deux trois quatre cinq six sept huit neuf " * 50):
        with django_assert_num_queries(1):
            queries.search_questions(asked)


def test_drafts_are_not_found(db):
    new_text(
        new_actor(Role.COORDINATION), Kind.QUESTION, title="Anticonstitutionnel ?", published=False
    )
    assert queries.search_questions("anticonstitutionnel") == []


def test_empty_words_count_only_when_there_is_nothing_else():
    assert words_of("Comment est-ce que je fais pour globaliser ?") == ["fais", "globaliser"]
    assert words_of("ou") == ["ou"]
