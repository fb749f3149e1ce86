"""A clause on a lot that was never programmed, or whose purchase became a lot."""

import pytest

from perenne.domain.clauses.actions import calibrate_clause, open_clause_on_lot
from perenne.domain.clauses.factories import MILLION, new_clause
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.queries import clause_card, clauses_of
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.programming.factories import TODAY
from perenne.kit.refusals import Refused
from perenne.values import Euros


@pytest.fixture
def consultation(facilitator, buyer):
    return new_consultation(buyer=buyer, facilitator=facilitator, object="Groupe scolaire")


def test_a_lot_that_nobody_programmed_has_its_clause(consultation, facilitator, buyer):
    lot = new_lot(consultation, object="Gros œuvre", number="1", amount_cents=100_000_000)
    new_lot(consultation, number="2", amount_cents=50_000_000)
    clause_id = open_clause_on_lot(lot_id=lot.pk, months=14, by=facilitator)
    card = clause_card(clause_id, seen_by=facilitator)
    assert (card.object, card.operation, card.lot) == ("Gros œuvre", "Groupe scolaire", "1")
    assert (card.need.amount, card.need.whole_amount) == (Euros.of(1_000_000), Euros.of(1_500_000))
    assert (card.need.months, card.buyer, card.programme_id) == (14, "Ville de Meaux", None)
    assert [row.object for row in clauses_of(seen_by=facilitator).items] == ["Gros œuvre"]
    with pytest.raises(Refused, match="déjà sa clause"):
        open_clause_on_lot(lot_id=lot.pk, months=14, by=facilitator)


def test_a_clause_finds_the_lot_that_its_purchase_became(consultation, facilitator, buyer):
    clause = new_clause(facilitator, buyer=buyer)
    lot = new_lot(consultation, purchase=clause.purchase, object="Maçonnerie")
    calibrate_clause(clause_id=clause.pk, hypotheses=MILLION, by=facilitator, on=TODAY)
    card = clause_card(clause.pk, seen_by=facilitator)
    assert (card.lot_id, card.object) == (lot.pk, "Maçonnerie")
    assert card.need.amount == Euros(clause.purchase.amount_cents)
    assert Clause.objects.get().purchase_id == clause.purchase_id
