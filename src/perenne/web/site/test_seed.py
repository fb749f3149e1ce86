"""Every information of the site that this project started from has its place here.

`docs/guide/seed.md` says which page answers which sentence; the sentences are kept here, as the
seed wrote them, so that a row cannot go away with its page.
"""

import re
from pathlib import Path

import pytest

from perenne.kit.actors import VISITOR
from perenne.values import fold
from perenne.web.tests.browser import tree_of

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parents[4] / "docs" / "guide" / "seed.md"
ROW = re.compile(r"^\| (.+?) \| (.+?) \| (/\S*) \| (.+?) \|$", re.MULTILINE)
SEED = Path(__file__).with_name("seed.txt")
"""The seed, word for word: what it says without saying anything is listed below."""

PLACED = ROW.findall(TABLE.read_text(encoding="utf-8"))
SAYS_NOTHING = {
    "j agis", "je suis acheteur", "notre offre de service", "faq", "je suis une entreprise",
    "les facilitateurs de la clause sociale vous accompagnent pour", "vous accompagnent pour",
    "il faut determiner au prealable", "la liste des publics eligibles", "je contribue a",
    "la reussite d une clause sociale depend", "telecharger notre plaquette",
}  # fmt: skip
"""Headings, menus and beginnings of sentences that a row holds whole."""


def pieces():
    """The sentences of the seed, as they are compared."""
    text = SEED.read_text(encoding="utf-8").replace("’", "'")
    for part in re.split(r"(?<=[.:])\s|\n|•", text):
        said = fold(part)
        if said and said not in SAYS_NOTHING:
            yield said


def answered(said, told):
    """Nearly all of its words are in one row: some rows hold a sentence cut, or mended."""
    words = set(said.split())
    return any(len(words & row) >= 0.75 * len(words) for row in told)


def test_every_sentence_of_the_seed_is_a_row_of_the_table():
    told = [
        set(fold(f"{sentence} {phrase} {name}").split()) for sentence, name, _, phrase in PLACED
    ]
    lost = sorted({said for said in pieces() if not answered(said, told)})
    print(
        f"{len(set(pieces()))} pieces of the seed, {len(PLACED)} rows, {len(lost)} without a place"
    )
    assert lost == []


def test_a_sentence_that_is_nowhere_would_be_seen():
    told = [set(fold(sentence).split()) for sentence, *_ in PLACED]
    assert not answered("le comite offre un velo a chaque nouvel adherent du departement", told)


@pytest.mark.parametrize("path", sorted({path for _, _, path, _ in PLACED}))
def test_the_page_says_what_the_table_promises(client_of, texts, path):
    (main,) = tree_of(client_of(VISITOR).get(path)).xpath("//main")
    said = fold_words(" ".join(main.itertext()))
    missing = [
        phrase
        for _, _, address, phrase in PLACED
        if address == path and fold_words(phrase) not in said
    ]
    assert missing == []


def fold_words(text):
    return f" {fold(text)} "
