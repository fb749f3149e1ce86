import pytest
from django.urls import reverse

from perenne.rules.legal_bases import LegalBasis
from perenne.web.tests.browser import error_on, sql_for, text_of, tree_of, typed_in
from perenne.web.tools.devices import DEVICES

RESULT = "//*[@id='resultat']"


@pytest.fixture
def url():
    return reverse("tools:clauses")


def found(page):
    return [" ".join(it.text_content().split()) for it in tree_of(page).xpath(f"{RESULT}//li//h3")]


def test_the_five_possibilities_are_there_with_their_articles(visitor, url):
    page = visitor.get(url)
    assert [device.basis for device in DEVICES] == list(LegalBasis)
    assert found(page) == [device.label for device in DEVICES]
    said = text_of(page, RESULT)
    assert "Code de la commande publique, articles L2112-2, L2152-7 et R2152-7" in said
    assert "Non : l’offre qui la refuse est irrégulière" in said


def test_a_device_and_a_segment_are_chosen(visitor, url):
    page = visitor.get(url, {"fondement": "condition-et-critere", "segment": "espaces-verts"})
    assert found(page) == ["Condition d’exécution et critère d’attribution"]
    (link,) = tree_of(page).xpath(f"{RESULT}//a[contains(@class, 'button')]/@href")
    assert link == reverse("tools:clause", args=["condition-et-critere"]) + "?segment=espaces-verts"
    assert "segment d’achat : Espaces verts" in text_of(visitor.get(link))


@pytest.mark.parametrize("words", ["pénalités", "penalite", "PÉNALITÉ", "  pénalités  "])
def test_words_are_found_in_the_articles_whatever_accents_and_plurals(visitor, url, words):
    page = visitor.get(url, {"mots": words})
    assert len(found(page)) == 5
    links = tree_of(page).xpath(f"{RESULT}//a[contains(., 'Pénalités')]/@href")
    assert len(links) == 5
    assert all(link.endswith("#piece-ccap") for link in links)
    first = visitor.get(links[0].partition("#")[0])
    assert tree_of(first).xpath("//*[@id='piece-ccap']")


def test_words_narrow_to_the_devices_that_hold_them(visitor, url):
    assert found(visitor.get(url, {"mots": "critère pondéré"})) == [
        "Condition d’exécution et critère d’attribution"
    ]
    assert found(visitor.get(url, {"mots": "procédure adaptée"})) == [
        "Marché de services d’insertion et de qualification"
    ]


@pytest.mark.parametrize(
    ("words", "segment", "slug"),
    [
        ("cantine", "Restauration collective et traiteur", "restauration-collective-et-traiteur"),
        ("peinture", "Bâtiment et travaux publics", "batiment-et-travaux-publics"),
        ("tonte des pelouses", "Espaces verts", "espaces-verts"),
    ],
)
def test_a_trade_is_understood_and_taken_to_the_text(visitor, url, words, segment, slug):
    page = visitor.get(url, {"mots": words})
    assert f"relève du segment {segment}" in text_of(page, RESULT)
    links = tree_of(page).xpath(f"{RESULT}//a[contains(@class, 'button')]/@href")
    assert len(links) == 5
    assert all(link.endswith(f"?segment={slug}") for link in links)


def test_nothing_found_says_what_to_do_and_keeps_the_words(visitor, url):
    page = visitor.get(url, {"mots": "xylophone"})
    assert "Aucune clause trouvée" in text_of(page, RESULT)
    assert "Essayez un autre mot" in text_of(page, RESULT)
    assert typed_in(page)["mots"] == "xylophone"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("fondement", "troc", "Choisissez une réponse de la liste."),
        ("segment", "troc", "Choisissez une réponse de la liste."),
        ("mots", "x" * 200, "Raccourcissez ce texte : 200 caractères, et 150 au plus."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(visitor, url, name, typed, sentence):
    assert error_on(visitor.get(url, {name: typed}), name) == sentence


def test_the_database_is_asked_nothing(visitor, url):
    assert sql_for(visitor, f"{url}?mots=handicap") == 0
