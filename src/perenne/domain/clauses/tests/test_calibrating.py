"""The volume of a clause: what the rules compute, what the contract asks, what the base refuses."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from perenne.domain.clauses.actions import Volume, calibrate_clause
from perenne.domain.clauses.factories import MILLION, new_clause
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.queries import clause_card, estimate_of
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import PURCHASE, TODAY
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.rules.calibration import Hypotheses, calibrate
from perenne.rules.needs import BuyerKind
from perenne.values import Euros, Hours, Share


@pytest.fixture
def clause(facilitator):
    return new_clause(facilitator)


def calibrated(clause, by, *, hypotheses=MILLION, due=None, reason="", on=TODAY):
    calibrate_clause(
        clause_id=clause.pk, hypotheses=hypotheses, volume=Volume(due, reason), by=by, on=on
    )
    clause.refresh_from_db()
    return clause


def test_the_published_example_gives_833_hours(clause, facilitator):
    calibrated(clause, facilitator)
    assert clause.computed_minutes == calibrate(MILLION).hours.minutes == 50_000
    assert clause.due_minutes == 833 * 60
    assert clause_card(clause.pk, seen_by=facilitator).hours_due == Hours.of(833)


def test_a_calibration_has_its_day_and_its_version(clause, facilitator):
    calibrated(clause, facilitator, reason="  Coût constaté.  ", on=date(2026, 12, 1))
    assert (clause.state, clause.version) == (ClauseState.CALIBRATED, 1)
    assert (clause.calibrated_on, clause.reason) == (date(2026, 12, 1), "Coût constaté.")
    assert calibrated(clause, facilitator, on=date(2026, 12, 2)).version == 2


def test_the_facilitator_may_ask_for_another_volume(clause, facilitator):
    calibrated(clause, facilitator, due=Hours.of(800), reason="Arrondi avec l’acheteur.")
    assert (clause.due_minutes, clause.computed_minutes) == (48_000, 50_000)


@pytest.mark.parametrize(
    ("hypotheses", "due"),
    [
        (replace(MILLION, amount=Euros.of(0)), None),
        (replace(MILLION, effort_rate=Share(0)), None),
        (replace(MILLION, amount=Euros.of(1_150)), None),
        (MILLION, Hours(0)),
    ],
)
def test_a_clause_of_less_than_an_hour_is_refused(clause, facilitator, hypotheses, due):
    with pytest.raises(Refused, match="moins d’une heure"):
        calibrated(clause, facilitator, hypotheses=hypotheses, due=due)
    clause.refresh_from_db()
    assert (clause.state, clause.version) == (ClauseState.DRAFT, 0)


def test_calibrating_again_a_worded_clause_sends_it_back_to_its_wording(facilitator):
    clause = new_clause(facilitator, state=ClauseState.WORDED)
    assert calibrated(clause, facilitator).state == ClauseState.CALIBRATED


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.BUYER, Role.COORDINATION])
def test_nobody_else_calibrates_it(clause, role):
    with pytest.raises(Refused, match="Vous ne pouvez pas"):
        calibrated(clause, new_actor(role))


@pytest.mark.parametrize(
    "change",
    [
        "computed_minutes = computed_minutes + 1",
        "computed_minutes = 0",
        "amount_cents = amount_cents + 100000",
        "labour_share_bp = 4900",
        "effort_rate_bp = 501",
        "hourly_cost_cents = 2999",
        "amount_cents = amount_cents * 2, computed_minutes = computed_minutes * 2 + 1",
    ],
)
def test_the_database_refuses_hours_that_do_not_follow_from_the_hypotheses(
    clause, facilitator, change
):
    calibrated(clause, facilitator)
    with (
        pytest.raises(IntegrityError, match="clause_hours_follow_from_its_hypotheses"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE clauses_clause SET {change}")
    assert Clause.objects.get().computed_minutes == 50_000


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"state": "signed"}, "keeps_to_its_moves"),
        ({"labour_share_bp": 10_001}, "clause_h"),
        ({"version": 0}, "clause_past_draft_has_hours_a_day_and_a_version"),
        ({"due_minutes": 0}, "clause_past_draft_has_hours_a_day_and_a_version"),
        ({"calibrated_on": None}, "clause_past_draft_has_hours_a_day_and_a_version"),
        ({"basis": "habit"}, "clause_worded_stands_on_a_basis"),
        ({"basis": "", "state": "worded"}, "clause_worded_stands_on_a_basis"),
        ({"ccag": "autre"}, "clause_terms_are_known"),
        ({"publics": "everybody"}, "clause_terms_are_known"),
        ({"globalisation": "perhaps"}, "clause_terms_are_known"),
        ({"reserved_to": "friends"}, "clause_terms_are_known"),
        ({"statement_day": 29}, "clause_terms_are_known"),
        ({"statement_day": 0}, "clause_terms_are_known"),
        ({"ccap_article": 0}, "clause_terms_are_known"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_by_the_database(
    clause, facilitator, facts, constraint
):
    calibrated(clause, facilitator)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Clause.objects.update(**facts)


hypotheses = some.builds(
    Hypotheses,
    amount=some.integers(0, 10**13).map(Euros),
    labour_share=some.integers(0, 10_000).map(Share),
    effort_rate=some.integers(0, 10_000).map(Share),
    hourly_cost=some.integers(1, 50_000).map(Euros),
)


@given(hypotheses)
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_database_computes_as_the_rule_does(clause, given_hypotheses):
    """The constraint is the same arithmetic written twice: they agree to the minute."""
    Clause.objects.filter(pk=clause.pk).update(
        amount_cents=given_hypotheses.amount.cents,
        labour_share_bp=given_hypotheses.labour_share.basis_points,
        effort_rate_bp=given_hypotheses.effort_rate.basis_points,
        hourly_cost_cents=given_hypotheses.hourly_cost.cents,
        computed_minutes=calibrate(given_hypotheses).hours.minutes,
    )
    assert Clause.objects.filter(pk=clause.pk, amount_cents=given_hypotheses.amount.cents).exists()


def test_an_estimate_tells_the_figure_its_factors_and_what_it_means(facilitator, clause):
    card = clause_card(clause.pk, seen_by=facilitator)
    estimate = estimate_of(card.need, MILLION)

    assert (estimate.hours, estimate.due) == (Hours(50_000), Hours.of(833))
    assert estimate.insertion_share == f"{estimate.calibration.share_of_amount} du marché"
    assert [factor.name for factor in estimate.factors] == [
        "labour_share",
        "effort_rate",
        "hourly_cost",
    ]
    assert [equivalent.label for equivalent in estimate.fte] == [
        "Équivalent temps plein (base 1607 h)",
        "Équivalent temps plein (base 1820 h)",
    ]
    assert estimate.people
    assert estimate_of(card.need, MILLION, due=Hours.of(900)).due == Hours.of(900)


def test_a_factor_says_whether_it_is_the_usual_one_and_where_it_comes_from(facilitator, clause):
    card = clause_card(clause.pk, seen_by=facilitator)
    odd = replace(card.hypotheses, hourly_cost=Euros.of(315))
    usual, changed = (estimate_of(card.need, kept).factors[2] for kept in (card.hypotheses, odd))

    assert usual.is_usual
    assert not changed.is_usual
    assert changed.source == "Valeur du facilitateur"
    assert changed.confidence == "valeur fixée par le facilitateur"
    assert usual.hint == changed.hint
    assert usual.hint.startswith(f"Valeur usuelle : {usual.value}")


@given(hypotheses)
def test_every_estimate_is_whole(given_hypotheses):
    estimate = estimate_of(PURCHASE.need(BuyerKind.LOCAL_AUTHORITY), given_hypotheses)
    assert Hours(0) <= estimate.due <= estimate.hours
    assert estimate.due.minutes % 60 == 0
    assert len(estimate.factors) == 3
