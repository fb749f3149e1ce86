"""The facts of a purchase, read from its cells: what is sure, what is assumed, what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.domain.programming.queries.facts import (
    KINDS,
    LONELY_LOT,
    PurchaseFacts,
    Question,
    facts_of,
    kind_in,
    operations_in,
)
from perenne.kit.french import Column, Headings, LineKind
from perenne.kit.french.headings import find_headings
from perenne.kit.french.lines import sort_lines
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.values import Euros

HEADS = ("N° opération", "Objet", "Estimation € HT", "Durée", "Lieu")
SCHOOL = ("1", "Construction du groupe scolaire", "", "", "Meaux")
FRAME = ("1", "Lot 1 - Charpente", "310 000 €", "6 mois", "Meaux")
PAINT = ("1", "Lot 2 - Peinture", "130 000 €", "6 mois", "Meaux")
UNPRICED = ("1", "Lot 3 - Ascenseur", "à définir", "6 mois", "Meaux")
GLASS = ("2", "Vitrerie en hauteur", "38 000", "4 ans", "Meaux")


def told(*rows, heads=HEADS):
    """The facts of each purchase of a sheet, in order."""
    table = [heads, *rows]
    headings = find_headings(table)
    lines = sort_lines(table, headings)
    operations = operations_in(lines, headings)
    return [
        facts_of(line, headings, operations=operations)
        for line in lines
        if line.kind is LineKind.PURCHASE
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Travaux", ContractKind.WORKS),
        ("MARCHÉ DE TRAVAUX", ContractKind.WORKS),
        ("Services", ContractKind.SERVICES),
        ("Prestations intellectuelles", ContractKind.SERVICES),
        ("Fournitures courantes", ContractKind.SUPPLIES),
        ("Fournitures et services", ContractKind.SUPPLIES),
        ("Concession", ContractKind.CONCESSION),
        ("Concession de travaux", ContractKind.CONCESSION),
        ("Délégation de service public", ContractKind.CONCESSION),
        ("DSP", ContractKind.CONCESSION),
        ("", None),
        ("à préciser", None),
    ],
)
def test_the_kind_of_contract_is_read_from_a_word(text, kind):
    assert kind_in(text) is kind


@given(some.text(), some.sampled_from(KINDS))
def test_a_word_that_tells_the_kind_is_found_wherever_it_stands(around, known):
    word, _ = known
    assert kind_in(f"{around} {word} {around}") is not None


def test_a_lot_knows_its_operation_and_what_its_lots_come_to():
    frame, paint, glass = told(SCHOOL, FRAME, PAINT, GLASS)
    for lot in (frame, paint):
        assert lot.operation == "Construction du groupe scolaire"
        assert lot.whole_amount == Euros.of(440_000)
        assert LONELY_LOT not in lot.hypotheses
    assert (glass.operation, glass.whole_amount) == ("", None)


def test_a_lot_without_amount_adds_nothing_to_its_operation():
    frame, _, unpriced = told(SCHOOL, FRAME, PAINT, UNPRICED)
    assert frame.whole_amount == unpriced.whole_amount == Euros.of(440_000)
    assert unpriced.amount is None


def test_a_lot_whose_operation_is_not_in_the_file_says_so():
    lot, other = told(("", "Lot 2 - Peinture", "130 000 €", "6 mois", "Meaux"), GLASS)
    assert lot.hypotheses.count(LONELY_LOT) == 1
    assert (lot.operation, lot.whole_amount) == ("", None)
    assert LONELY_LOT not in other.hypotheses


def test_a_number_of_lot_in_its_own_column_is_kept():
    heads = ("Objet", "Lot", "Montant HT", "Service", "Nature")
    (facts,) = told(("Peinture", "2", "130 000 €", "Bâtiments", "Travaux"), heads=heads)
    assert (facts.lot, facts.department) == ("2", "Bâtiments")
    assert facts.contract_kind is ContractKind.WORKS
    assert LONELY_LOT in facts.hypotheses


def test_what_cannot_be_read_is_asked_under_the_name_of_its_fact():
    heads = ("Objet", "Montant HT", "Durée", "Lancement", "CPV")
    (facts,) = told(("Peinture", "cher", "longtemps", "bientôt", "beaucoup"), heads=heads)
    assert [question.field for question in facts.questions] == [
        "amount",
        "months",
        "launch_on",
        "cpv",
    ]
    assert all(isinstance(question, Question) for question in facts.questions)
    assert facts.launch_text == "bientôt"


def test_an_empty_cell_asks_for_the_amount_alone():
    heads = ("Objet", "Montant HT", "Durée", "Lancement", "CPV")
    whole = ("Peinture", "9 000", "12", "mai 2027", "45442100")
    _, facts, _ = told(whole, ("Gaz", "", "12", "", ""), whole, heads=heads)
    assert [question.field for question in facts.questions] == ["amount"]


def test_the_object_is_that_of_the_operation_when_it_stands_alone():
    heads = ("Opération", "Montant HT", "Lieu")
    (facts,) = told(("Piscine intercommunale", "9 000 000", "Meaux"), heads=heads)
    assert facts.object == "Piscine intercommunale"


def test_what_is_too_long_for_its_column_is_cut():
    heads = ("Objet", "Lot", "Montant HT", "Service", "Lieu", "Lancement")
    (facts,) = told(("Peinture", *["9" * 300] * 5), heads=heads)
    assert len(facts.lot) <= 100
    assert len(facts.launch_text) <= 100
    assert max(len(facts.department), len(facts.place)) <= 200


def test_the_need_says_the_same_as_the_facts():
    facts = PurchaseFacts("Peinture", amount=Euros.of(9), cpv="", months=12)
    need = facts.need(BuyerKind.STATE)
    assert (need.object, need.amount, need.months) == ("Peinture", Euros.of(9), 12)
    assert (need.cpv, need.buyer, need.kind) == (None, BuyerKind.STATE, None)


cells = some.text(max_size=30)
tables = some.lists(some.tuples(cells, cells, cells, cells), max_size=8)
EVERY_COLUMN = Headings(
    row_number=None,
    title=None,
    columns={Column.OBJECT: 0, Column.AMOUNT: 1, Column.LOT: 2, Column.PLACE: 3},
)


@given(tables)
def test_any_cells_give_facts_and_no_amount_is_lost_in_operations(rows):
    lines = sort_lines(rows, EVERY_COLUMN)
    operations = operations_in(lines, EVERY_COLUMN)
    for line in lines:
        facts = facts_of(line, EVERY_COLUMN, operations=operations)
        operation = operations.get(line.parent or 0)
        assert facts.whole_amount == (operation.amount if operation else None)
        assert facts.amount is None or facts.amount.cents >= 0
    assert operations.keys() <= {line.parent for line in lines}
