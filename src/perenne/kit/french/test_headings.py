from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french import Column, Headings, Tax, find_headings
from perenne.kit.french.aliases import EXACT, KEYS, NAMES, key
from perenne.kit.french.likeness import exact, likenesses
from perenne.kit.sheets.dialects import read_table
from perenne.kit.sheets.workbook import LIMITS

PROGRAMME = Path(__file__).parent / "examples" / "programme-acheteur.csv"
LINES = (
    ("Entretien des espaces verts des écoles", "50 000", "4 ans", "77310000-6", "mars 2027"),
    ("Nettoyage des locaux municipaux", "150 000", "36 mois", "90911200-8", "T2 2027"),
    ("Travaux de peinture dans les gymnases", "1 200 000", "1 an", "45442100-8", "01/09/2027"),
)
BUYER = ("n_operation;intitule_operation;n_marche_ou_lot;intitule_lot;acheteur_siret;"
    "service_technique;contact;segment;cpv;procedure;montant_estime_ht;duree_mois;reconductions;"
    "date_publication_prevue;date_notification_prevue;lieu_execution_commune_insee;"
    "clause_envisagee;heures_souhaitees;observations")  # fmt: skip


def programme() -> list[list[str]]:
    rows, _ = read_table(PROGRAMME.read_text("cp1252"), LIMITS)
    return list(rows)


def named(headings: Headings) -> dict[str, int]:
    return {column.value: index for column, index in headings.columns.items()}


def test_the_reference_programme_is_understood_without_a_question():
    headings = find_headings(programme())
    assert headings.row_number == 2
    assert headings.first_row == 3
    assert headings.title == "PROGRAMMATION DES ACHATS 2027"
    assert headings.year == 2027
    assert headings.tax is Tax.HT
    assert headings.certain
    assert (headings.ignored, headings.doubts) == ((), ())
    assert named(headings) == {
        "department": 0, "object": 1, "amount": 2, "cpv": 3,
        "duration": 4, "launch": 5, "place": 6,
    }  # fmt: skip


def test_the_columns_of_the_proposed_template_are_all_known():
    headings = find_headings([BUYER.split(";")])
    assert headings.certain
    assert [heading.text for heading in headings.ignored] == ["acheteur_siret"]
    assert headings.columns[Column.OBJECT] == 3
    assert headings.columns[Column.OPERATION] == 1
    assert headings.unit_factor == {Column.DURATION: 1}
    assert len(headings.columns) == 18


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Objet du marché", Column.OBJECT),
        ("OBJETS DES MARCHÉS", Column.OBJECT),
        ("Intitulé de la consultation", Column.OBJECT),
        ("Montant estimé € HT", Column.AMOUNT),
        ("Montant (k€ HT)", Column.AMOUNT),
        ("Estimation financière 2027", Column.AMOUNT),
        ("Montant mini HT", Column.AMOUNT_LOW),
        ("Maximum (€)", Column.AMOUNT_HIGH),
        ("Codes CPV", Column.CPV),
        ("Durée (en mois)", Column.DURATION),
        ("Nombre de reconductions", Column.RENEWALS),
        ("Date prévisionnelle de lancement de la consultation", Column.LAUNCH),
        ("Date de notification", Column.NOTIFICATION),
        ("Lieu d'exécution", Column.PLACE),
        ("N° de lot", Column.LOT),
        ("N°", Column.NUMBER),
        ("Nº marché", Column.NUMBER),
        ("Direction / Service", Column.DEPARTMENT),
        ("Type de marché", Column.KIND),
        ("Mode de passation", Column.PROCEDURE),
        ("Référent", Column.CONTACT),
        ("Famille d'achats", Column.SEGMENT),
        ("Clause sociale (oui/non)", Column.CLAUSE),
        ("Nb d'heures d'insertion", Column.HOURS),
        ("Commentaires", Column.NOTES),
        ("Intitulé de l’opération", Column.OPERATION),
    ],
)
def test_a_usual_heading_names_its_column(text, column):
    assert exact(text) is column


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Libelé du marchè", Column.OBJECT),
        ("Montants prévisionnels globaux", Column.AMOUNT),
        ("Durée prévisionnelle du marché", Column.DURATION),
        ("Dte de lancement", Column.LAUNCH),
        ("Objet synthétique du besoin", Column.OBJECT),
    ],
)
def test_a_heading_close_to_a_usual_one_is_recognised(text, column):
    found = likenesses(text)
    assert max(found, key=lambda other: found[other]) is column


def test_no_name_belongs_to_two_columns():
    for column, names in KEYS.items():
        assert {EXACT[name] for name in names} == {column}
    assert set(NAMES) == set(Column)


def table(*headings: str) -> list[tuple[str, ...]]:
    return [headings, *(line[: len(headings)] for line in LINES)]


def test_columns_are_found_in_any_order():
    rows = [tuple(reversed(row)) for row in table("Objet", "Montant HT", "Durée", "CPV", "Date")]
    headings = find_headings(rows)
    assert named(headings) == {"object": 4, "amount": 3, "duration": 2, "cpv": 1, "launch": 0}
    assert headings.certain


def test_without_headings_the_cells_speak_and_everything_is_asked():
    headings = find_headings(LINES)
    assert headings.row_number is None
    assert headings.first_row == 1
    assert named(headings) == {"object": 0, "amount": 1, "duration": 2, "cpv": 3, "launch": 4}
    assert not headings.certain
    assert [doubt.heading_text for doubt in headings.doubts] == [
        f"Colonne {letter}" for letter in "ABCDE"
    ]
    assert headings.doubts[0].samples[0] == LINES[0][0]


def test_unknown_headings_are_seen_by_their_shape_and_asked():
    headings = find_headings(table("Machin", "Bidule", "Chose"))
    assert headings.row_number == 1
    assert headings.doubts[1].candidates[0] is Column.AMOUNT
    assert headings.doubts[1].question.endswith("?")
    assert "Bidule" in headings.doubts[1].question


def test_an_answer_is_remembered_for_the_next_file():
    answers = {"machin": Column.OBJECT, "bidule": Column.AMOUNT, "chose": None}
    headings = find_headings(table("Machin", "BIDULE", "Chose"), remembered=answers)
    assert headings.certain
    assert named(headings) == {"object": 0, "amount": 1}
    assert [heading.text for heading in headings.ignored] == ["Chose"]


def test_an_answer_wins_over_a_usual_name():
    headings = find_headings(
        table("Objet", "Montant HT", "Durée"), remembered={"objet": Column.NOTES}
    )
    assert headings.columns[Column.NOTES] == 0
    assert Column.OBJECT not in headings.columns
    assert not headings.certain


def test_headings_on_two_rows_are_put_together():
    rows = [
        ("PROGRAMME 2028", "", "", ""),
        ("Désignation du besoin", "Montant", "", "Planning"),
        ("", "mini k€ HT", "maxi k€ HT", ""),
        ("Entretien des espaces verts des écoles", "50", "200", "T1 2028"),
        ("Travaux de peinture dans les gymnases", "150", "300", "T2 2028"),
    ]
    headings = find_headings(rows)
    assert (headings.row_number, headings.first_row) == (2, 4)
    assert named(headings) == {"object": 0, "amount_low": 1, "amount_high": 2, "launch": 3}
    assert headings.unit_factor == {Column.AMOUNT_LOW: 1_000, Column.AMOUNT_HIGH: 1_000}
    assert headings.certain


@pytest.mark.parametrize(
    ("text", "factor", "tax", "per_year"),
    [
        ("Montant (k€ HT)", 1_000, Tax.HT, False),
        ("Montant en milliers d'euros", 1_000, Tax.UNSAID, False),
        ("Montant M€", 1_000_000, Tax.UNSAID, False),
        ("Montant annuel TTC", None, Tax.TTC, True),
        ("Montant estimé / an (€ H.T.)", None, Tax.HT, True),
        ("Montant du marché", None, Tax.UNSAID, False),
    ],
)
def test_a_heading_says_the_unit_the_tax_and_the_period(text, factor, tax, per_year):
    headings = find_headings(table("Objet", text))
    assert headings.columns.get(Column.AMOUNT) == 1
    assert headings.unit_factor.get(Column.AMOUNT) == factor
    assert (headings.tax, headings.per_year) == (tax, per_year)


def test_a_duration_in_years_is_twelve_months():
    assert find_headings(table("Objet", "Montant", "Durée (années)")).unit_factor == {
        Column.DURATION: 12
    }


def test_of_two_amounts_the_one_before_tax_is_kept_and_the_other_mentioned():
    rows = [("Objet", "Montant TTC", "Montant HT"), *((a, b, b) for a, b, *_ in LINES)]
    headings = find_headings(rows)
    assert headings.columns[Column.AMOUNT] == 2
    assert [heading.text for heading in headings.ignored] == ["Montant TTC"]
    assert headings.doubts == ()


def test_of_two_amounts_alike_the_second_is_asked_about():
    rows = [("Objet", "Montant HT", "Budget"), *((a, b, b) for a, b, *_ in LINES)]
    headings = find_headings(rows)
    assert [doubt.heading_text for doubt in headings.doubts] == ["Budget"]
    assert "Une autre colonne donne déjà" in headings.doubts[0].question


def test_a_column_of_no_use_is_mentioned():
    rows = [(*row, "vert") for row in table("Objet", "Montant")]
    rows[0] = ("Objet", "Montant", "Couleur du dossier")
    assert [heading.text for heading in find_headings(rows).ignored] == ["Couleur du dossier"]


def test_a_name_that_its_cells_contradict_is_asked_about():
    rows = [("Objet", "Montant HT", "Code CPV"), *((a, b, "bâtiment") for a, b, *_ in LINES)]
    headings = find_headings(rows)
    assert not headings.certain
    assert [doubt.heading_text for doubt in headings.doubts] == ["Code CPV"]


@pytest.mark.parametrize("rows", [[], [[]], [["", ""]], [["seul"]]])
def test_an_empty_table_has_no_headings(rows):
    headings = find_headings(rows)
    assert headings.row_number is None
    assert not headings.certain


WORDS = st.sampled_from(
    ["", "Objet", "Montant", "Montant k€", "CPV", "Durée", "T1 2027", "48 mois", "150 000 €",
     "45233140-2", "Travaux de voirie communale", "Total", "Lot 1", "x", "12"]
)  # fmt: skip


@given(st.lists(st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=6), max_size=8))
def test_any_rows_have_headings_whose_columns_are_told_apart(rows):
    headings = find_headings(rows)
    indexes = list(headings.columns.values())
    assert len(indexes) == len(set(indexes))
    assert 1 <= headings.first_row <= len(rows) + 1
    asked = {doubt.index for doubt in headings.doubts}
    left = {heading.index for heading in headings.ignored}
    width = max((len(row) for row in rows), default=0)
    assert not left & (asked | set(indexes))
    assert {*indexes, *asked, *left} <= set(range(width))
    below = rows[headings.first_row - 1 :]
    filled = {index for row in below for index, text in enumerate(row) if text}
    assert filled <= {*indexes, *asked, *left}


@given(st.permutations(["Objet", "Montant HT", "CPV", "Durée", "Lancement prévu", "Lieu"]))
def test_the_order_of_the_columns_changes_nothing(texts):
    headings = find_headings([texts])
    assert headings.certain
    assert [texts[index] for index in sorted(headings.columns.values())] == list(texts)


def test_the_key_of_a_heading_forgets_accents_plurals_and_small_words():
    assert key("Dates de lancement (2027)") == key("date lancement") == "date lancement"
