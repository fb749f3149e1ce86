"""What is counted of the hours to come, and what is never published."""

from dataclasses import replace
from datetime import date

import pytest

from perenne.domain.assessments import actions
from perenne.domain.assessments.queries import last_edition
from perenne.domain.assessments.queries.forecast import content_on, foreseen, quarters_from
from perenne.domain.clauses.actions import Volume, calibrate_clause, open_clause
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import hide_purchase
from perenne.domain.programming.factories import PURCHASE, new_programme, new_purchase
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.kit.actors import HOUSE, Role
from perenne.kit.refusals import Refused
from perenne.rules.calibration import Hypotheses
from perenne.values import Euros, Hours, Share

TODAY = date(2026, 11, 26)
LAUNCH = date(2027, 2, 1)
MEAUX = OfficialCommune("77284", "Meaux", "77", ("77100",), "200072130", "CA du Pays de Meaux")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(db):
    load_communes([MEAUX])


@pytest.fixture
def facilitator():
    return new_actor(Role.FACILITATOR)


def planned(facilitator, buyer=None, state=PurchaseState.RECEIVED, **facts):
    buyer = buyer or new_actor(Role.BUYER)
    programme = new_programme(buyer, state=ProgrammeState.SENT)
    said = {"launch_on": LAUNCH, "place": "Meaux", **facts}
    row = new_purchase(
        programme, facts=replace(PURCHASE, **said), facilitator=facilitator, state=state
    )
    return buyer, row


def test_quarters_follow_one_another():
    assert quarters_from(date(2026, 12, 31), 3) == ("2026-T4", "2027-T1", "2027-T2")


@pytest.mark.parametrize(
    ("state", "facts", "counted"),
    [
        (PurchaseState.RECEIVED, {}, True),
        (PurchaseState.KEPT, {}, True),
        (PurchaseState.LEFT_ASIDE, {}, False),
        (PurchaseState.RECEIVED, {"launch_on": date(2026, 10, 1)}, False),
        (PurchaseState.RECEIVED, {"launch_on": None}, False),
        (PurchaseState.RECEIVED, {"amount": Euros.of(9_000), "amount_high": None}, False),
        (PurchaseState.SCREENED, {}, False),
    ],
)
def test_what_counts(facilitator, state, facts, counted):
    planned(facilitator, state=state, **facts)
    assert bool(foreseen(TODAY)) is counted


def test_a_clause_that_is_calibrated_counts_for_its_own_hours(facilitator):
    _, row = planned(facilitator)
    clause = open_clause(purchase_id=row.pk, by=facilitator)
    assert [one.minutes for one in foreseen(TODAY)] == [row.minutes]
    calibrate_clause(
        clause_id=clause, hypotheses=Hypotheses(Euros.of(10**6), Share.percent(50),
        Share.percent(5), Euros.of(30)),
        volume=Volume(due=Hours.of(777), reason="Accord de l’acheteur."),
        by=facilitator, on=TODAY,
    )  # fmt: skip
    assert [one.minutes for one in foreseen(TODAY)] == [777 * 60]


def test_a_purchase_that_its_buyer_hides_is_nowhere(facilitator):
    buyer, row = planned(facilitator)
    hide_purchase(purchase_id=row.pk, by=buyer)
    assert foreseen(TODAY) == []


@pytest.mark.parametrize(("buyers", "shown"), [(1, False), (2, False), (3, True), (4, True)])
def test_a_figure_rests_on_three_buyers_or_is_not_published(facilitator, buyers, shown):
    rows = [planned(facilitator)[1] for _ in range(buyers)]
    content = content_on(TODAY)
    (segment,) = content["segments"]
    expected = sum(Hours(row.minutes).whole for row in rows) if shown else None
    assert (segment["hours"][1], segment["total"]) == (expected, expected)
    assert content["totals"][-1] == expected
    (place,) = content["epcis"]
    assert (place["label"], place["total"]) == ("CA du Pays de Meaux", expected)
    assert [one["number"] for one in content["expected"]] == [buyers]


def test_one_buyer_who_makes_nearly_all_of_it_is_not_published(facilitator):
    planned(facilitator, amount=Euros.of(20 * 10**6), amount_high=None)
    for _ in range(3):
        planned(facilitator)
    assert content_on(TODAY)["segments"][0]["total"] is None


def test_nothing_published_names_a_buyer_an_object_or_an_amount(facilitator):
    _, row = planned(facilitator)
    said = str(content_on(TODAY))
    assert row.object not in said
    assert str(row.amount_cents) not in said
    assert str(row.pk) not in said.split()
    assert "buyer" not in said


def test_one_edition_a_month_by_the_house_alone(facilitator):
    planned(facilitator)
    with pytest.raises(Refused):
        actions.publish_forecast(by=facilitator, today=TODAY)
    days = (TODAY, date(2026, 11, 30), date(2026, 12, 1))
    made = [actions.publish_forecast(by=HOUSE, today=day) is not None for day in days]
    assert made == [True, False, True]
    assert last_edition().made_on == date(2026, 12, 1)
