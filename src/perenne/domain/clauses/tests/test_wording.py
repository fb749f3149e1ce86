"""The legal basis and the terms of a clause, and the documents that follow from them."""

from dataclasses import replace

import pytest

from perenne.domain.clauses.actions import word_clause
from perenne.domain.clauses.factories import TERMS, new_clause
from perenne.domain.clauses.queries import basis_decision, clause_card, pieces_of
from perenne.domain.clauses.queries.wording import regime_of
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import PURCHASE
from perenne.domain.programming.models import Programme
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.rules.deadlines import Monitoring
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, PieceCode, Publics, Regime, ReservedTo
from perenne.values import Euros, Share

CONCESSION = replace(PURCHASE, contract_kind=ContractKind.CONCESSION)


@pytest.fixture
def clause(facilitator):
    return new_clause(facilitator, state=ClauseState.CALIBRATED)


def worded(clause, by, **terms):
    word_clause(clause_id=clause.pk, terms=replace(TERMS, **terms), by=by)
    return clause_card(clause.pk, seen_by=by)


def text_of(card):
    """Everything that the pieces say, with plain spaces."""
    return str(pieces_of(card)).replace("\\xa0", " ").replace("\\u202f", " ")


def of_a_private_buyer(clause):
    Programme.objects.update(buyer_kind=BuyerKind.PRIVATE)
    return clause


def test_the_terms_are_kept_as_they_were_settled(clause, facilitator):
    said = {
        "basis": LegalBasis.CONDITION_AND_CRITERION,
        "ccag": Ccag.TRAVAUX,
        "publics": Publics.URBAN_RENEWAL,
        "globalisation": Globalisation.REFUSED,
        "penalty": Tariff(formula=Formula.PER_HOUR, rate=Euros.of(60), under_ccag=True),
        "monitoring": Monitoring(statement_day=5),
        "ccap_article": 14,
        "criterion_weight": Share.percent(10),
    }
    card = worded(clause, facilitator, **said)
    assert card.is_worded
    assert {name: getattr(card.terms, name) for name in said} == said


@pytest.mark.parametrize(
    "said",
    [
        {"ccag": None, "penalty": None, "criterion_weight": None, "reserved_to": None},
        {"basis": LegalBasis.RESERVED_INCLUSION, "reserved_to": ReservedTo.INCLUSION},
    ],
)
def test_what_may_stay_unsaid_stays_so(clause, facilitator, said):
    card = worded(clause, facilitator, **said)
    assert {name: getattr(card.terms, name) for name in said} == said


@pytest.mark.parametrize("basis", LegalBasis)
def test_each_basis_has_its_pieces(clause, facilitator, basis):
    pieces = pieces_of(worded(clause, facilitator, basis=basis))
    codes = [piece.code for piece in pieces]
    assert PieceCode.CCAP in codes
    assert len(codes) == len(set(codes))
    assert all(piece.sections for piece in pieces)


def test_the_pieces_name_the_parties_and_the_volume(facilitator, buyer):
    clause = new_clause(facilitator, buyer=buyer, state=ClauseState.WORDED)
    card = clause_card(clause.pk, seen_by=facilitator)
    text = text_of(card)
    assert "Ville de Meaux" in text
    assert "833" in text
    assert card.facilitator.name in text
    assert PURCHASE.object in text


def test_a_lot_is_named_after_its_operation(facilitator):
    lot = replace(PURCHASE, object="Lot 2 - Nettoyage", operation="Nouveau groupe scolaire")
    clause = new_clause(facilitator, facts=lot, state=ClauseState.WORDED)
    text = text_of(clause_card(clause.pk, seen_by=facilitator))
    assert "Nouveau groupe scolaire" in text
    assert "Lot 2 - Nettoyage" in text


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"penalty": Tariff(formula=Formula.PER_HOUR, rate=Euros(0))},
            "Indiquez une pénalité supérieure à zéro",
        ),
        ({"ccap_article": 0}, "numéro d’article"),
        ({"criterion_weight": Share(0)}, "une pondération du critère comprise"),
        ({"criterion_weight": Share.percent(101)}, "une pondération du critère comprise"),
    ],
)
def test_terms_that_cannot_be_written_are_refused_and_nothing_is_kept(
    clause, facilitator, said, sentence
):
    with pytest.raises(Refused, match=sentence):
        worded(clause, facilitator, **said)
    clause.refresh_from_db()
    assert clause.state == ClauseState.CALIBRATED


@pytest.mark.parametrize("basis", [LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_SOCIAL_ECONOMY])
def test_a_basis_that_a_concession_does_not_know_is_refused(facilitator, basis):
    clause = new_clause(facilitator, facts=CONCESSION, state=ClauseState.CALIBRATED)
    with pytest.raises(Refused, match="Pour une concession"):
        worded(clause, facilitator, basis=basis)


def test_a_private_buyer_knows_the_condition_alone(clause, facilitator):
    of_a_private_buyer(clause)
    with pytest.raises(Refused, match="Pour un acheteur privé"):
        worded(clause, facilitator, basis=LegalBasis.CONDITION_AND_CRITERION)
    assert worded(clause, facilitator).is_worded


def test_the_law_of_the_contract_follows_from_who_buys_and_what(facilitator, clause):
    concession = new_clause(facilitator, facts=CONCESSION)
    cards = [clause_card(row.pk, seen_by=facilitator) for row in (clause, concession)]
    assert [regime_of(card) for card in cards] == [Regime.PUBLIC_CONTRACT, Regime.CONCESSION]

    of_a_private_buyer(clause)
    assert regime_of(clause_card(clause.pk, seen_by=facilitator)) is Regime.PRIVATE


def test_the_rules_propose_a_basis_and_say_why_not_the_others(clause, facilitator):
    decision = basis_decision(clause_card(clause.pk, seen_by=facilitator))
    assert decision.reasons
    assert {decision.proposed, *(no.basis for no in decision.rejected)} <= set(LegalBasis)
    assert all(no.reason for no in decision.rejected)


def test_a_draft_is_calibrated_before_it_is_worded(facilitator):
    with pytest.raises(Refused):
        worded(new_clause(facilitator), facilitator)


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.BUYER, Role.COORDINATION])
def test_nobody_else_words_it(clause, role):
    with pytest.raises(Refused, match="Vous ne pouvez pas"):
        word_clause(clause_id=clause.pk, terms=TERMS, by=new_actor(role))
