import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.french import typeset
from perenne.rules.wording.pieces import (
    DOTS,
    Blank,
    Grid,
    Listing,
    Piece,
    PieceCode,
    Section,
    listing,
    section,
)

NARROW, FIXED = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'acheteur d'Avon", "l’acheteur d’Avon"),
        ("Oui ; non", f"Oui{NARROW}; non"),
        ("Qui ?", f"Qui{NARROW}?"),
        ("Note : rien", f"Note{FIXED}: rien"),
        ("« mot »", f"«{FIXED}mot{FIXED}»"),
        ("24 mois", f"24{FIXED}mois"),
        ("article 10.4 du CCAP", f"article{FIXED}10.4 du CCAP"),
        ("L. 2112-2", f"L.{FIXED}2112-2"),
        ("o'brien@site.example", "o'brien@site.example"),
        ("https://site.example/l'avis", "https://site.example/l'avis"),
        ("à 12:30", "à 12:30"),
    ],
)
def test_french_is_printed_as_the_french_print_it(typed, printed):
    assert typeset(typed) == printed


@given(some.text())
def test_typesetting_twice_changes_nothing_more(text):
    assert typeset(typeset(text)) == typeset(text)


@given(some.text())
def test_typesetting_only_touches_spaces_and_apostrophes(text):
    def bare(words):
        return "".join(words.split()).replace("'", "’")

    assert bare(typeset(text)) == bare(text)


def test_a_list_is_punctuated_to_its_end():
    assert listing("un", "deux", "trois").items == ("un ;", "deux ;", "trois.")


def test_a_section_is_typeset_wherever_words_are():
    made = section(
        "L'objet",
        "C'est : ceci",
        listing("l'un"),
        Blank("L'adresse", "l'indiquer"),
        Grid(("L'en-tête",), (("l'heure",),), "L'ensemble"),
        number="3.1",
    )

    assert made == Section(
        "L’objet",
        (
            f"C’est{FIXED}: ceci",
            Listing(("l’un.",)),
            Blank("L’adresse", "l’indiquer"),
            Grid(("L’en-tête",), (("l’heure",),), "L’ensemble"),
        ),
        "3.1",
    )


def test_the_plain_text_of_a_piece_keeps_every_part_in_order():
    piece = Piece(
        PieceCode.AE,
        "Annexe",
        (
            section("Engagement", "Une phrase.", listing("un", "deux"), number="1"),
            section("Signature", Blank("Le"), Grid(("Nom", "Heures"), (("A", ""),), "Table")),
        ),
        ("Vérifiez ceci.",),
    )

    assert piece.as_text().split("\n") == [
        "Annexe",
        "",
        "1 – Engagement",
        "",
        "Une phrase.",
        "",
        f"– un{NARROW};",
        "– deux.",
        "",
        "Signature",
        "",
        f"Le{FIXED}: {DOTS}",
        "",
        "Table",
        "Nom | Heures",
        f"A | {DOTS}",
        "",
    ]
