"""A doubt is settled: the facts change, and the verdict and the facilitator with them."""

from dataclasses import fields, replace
from datetime import date

import pytest

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions import correct_purchase
from perenne.domain.programming.actions.correcting import Correction
from perenne.domain.programming.factories import (
    PASSER_BY,
    PURCHASE,
    TODAY,
    csv_of,
    new_programme,
    new_purchase,
    received,
)
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.queries import Question, purchase_card
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.domain.territories.factories import MEAUX_COUNTRY, MELUN_VALLEY, load_places
from perenne.kit.actors import Role
from perenne.kit.refusals import Refused
from perenne.rules.screening import Advice
from perenne.rules.thresholds import DutyVerdict
from perenne.values import Euros

pytestmark = pytest.mark.django_db
SAME = Correction(**{field.name: getattr(PURCHASE, field.name) for field in fields(Correction)})


@pytest.fixture
def buyer():
    return new_actor(Role.BUYER)


@pytest.fixture
def draft(buyer):
    return new_programme(buyer)


def corrected(row, by, **facts):
    correct_purchase(purchase_id=row.pk, correction=replace(SAME, **facts), by=by, today=TODAY)
    return purchase_card(row.pk, seen_by=by)


def test_every_fact_is_taken_as_said(buyer, draft):
    row = new_purchase(draft)
    card = corrected(
        row,
        buyer,
        object="Entretien des espaces verts",
        amount=Euros.of(90_000),
        months=12,
        cpv="77310000",
        launch_on=date(2027, 2, 1),
        place="Meaux",
    )
    assert card.object == "Entretien des espaces verts"
    assert (card.amount, card.amount_high) == (Euros.of(90_000), Euros.of(90_000))
    assert (card.months, card.cpv, card.place) == (12, "77310000", "Meaux")
    assert card.launch_on == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("amount", "advice", "duty"),
    [
        (600_000, Advice.RECOMMENDED, DutyVerdict.MUST),
        (30_000, Advice.TO_STUDY, DutyVerdict.MAY),
        (None, Advice.UNDECIDED, DutyVerdict.UNKNOWN),
        (0, Advice.UNDECIDED, DutyVerdict.UNKNOWN),
    ],
)
def test_the_verdict_follows_the_facts(buyer, draft, amount, advice, duty):
    row = new_purchase(draft)
    card = corrected(row, buyer, amount=None if amount is None else Euros.of(amount))
    assert (card.verdict.advice, card.verdict.duty) == (advice, duty)


def test_a_doubt_that_is_settled_is_not_asked_again(buyer, draft):
    doubt = Question("months", "Quelle est la durée totale, en mois ?")
    row = new_purchase(draft, facts=replace(PURCHASE, months=None, questions=(doubt,)))
    assert purchase_card(row.pk, seen_by=buyer).is_doubtful
    assert not corrected(row, buyer, months=48).is_doubtful


@pytest.mark.parametrize("amount", [None, Euros(0)])
def test_what_is_still_unknown_is_asked_again(buyer, draft, amount):
    card = corrected(new_purchase(draft), buyer, amount=amount)
    assert [question.field for question in card.questions] == ["amount"]
    assert card.amount == amount


def test_a_range_stays_one_while_its_low_end_is_not_touched(buyer, draft):
    row = new_purchase(draft, facts=replace(PURCHASE, amount_high=Euros.of(900_000)))
    assert corrected(row, buyer, months=24).amount_high == Euros.of(900_000)
    assert corrected(row, buyer, amount=Euros.of(500_000)).amount_high == Euros.of(500_000)


def test_a_corrected_place_changes_the_facilitator(buyer, draft):
    load_places()
    north, south = (new_actor(Role.FACILITATOR, name=name) for name in ("Nord", "Sud"))
    new_coverage(north, epci_id=MEAUX_COUNTRY[0])
    new_coverage(south, epci_id=MELUN_VALLEY[0])
    row = new_purchase(draft, facts=replace(PURCHASE, place="Meaux"))
    assert purchase_card(row.pk, seen_by=buyer).facilitator == "Nord"

    card = corrected(row, buyer, place="Melun")
    assert (card.commune, card.facilitator, card.facilitator_id) == (
        "Melun",
        "Sud",
        south.organisation_id,
    )
    assert card.routing_reason.startswith("L’achat est situé à Melun : Sud couvre")


def test_a_reason_longer_than_its_column_does_not_stop_anything(buyer, draft):
    load_places()
    new_coverage(new_actor(Role.FACILITATOR, name="F" * 200), epci_id=MEAUX_COUNTRY[0])
    row = new_purchase(draft, facts=replace(PURCHASE, place="x" * 200))
    draft.buyer.commune_id = "77284"
    draft.buyer.name = "B" * 200
    draft.buyer.save()
    assert len(corrected(row, buyer, place="y" * 200).routing_reason) == 500


def test_a_facilitator_settles_a_doubt_on_what_was_sent_to_them():
    facilitator = new_actor(Role.FACILITATOR)
    sent = new_programme(new_actor(Role.BUYER), state=ProgrammeState.SENT)
    received_row = new_purchase(sent, facilitator=facilitator, state=PurchaseState.RECEIVED)
    correct_purchase(
        purchase_id=received_row.pk,
        correction=replace(SAME, amount=Euros.of(1)),
        by=facilitator,
        today=TODAY,
    )
    received_row.refresh_from_db()
    assert (received_row.amount_cents, received_row.state) == (100, PurchaseState.RECEIVED)


@pytest.mark.parametrize("state", [PurchaseState.RECEIVED, PurchaseState.KEPT])
def test_a_buyer_no_longer_touches_what_is_sent(buyer, state):
    sent = new_programme(buyer, state=ProgrammeState.SENT)
    row = new_purchase(sent, state=state)
    with pytest.raises(Refused, match="a changé d’étape"):
        corrected(row, buyer, amount=Euros.of(1))
    assert PlannedPurchase.objects.get().amount_cents == 60_000_000


def test_a_visitor_settles_the_doubts_of_their_own_draft():
    content = csv_of(("Objet", "Montant HT"), ("Gardiennage", "à définir"), ("Peinture", "9 k€"))
    received(content, by=PASSER_BY)
    row = PlannedPurchase.objects.get(object="Gardiennage")
    card = corrected(row, PASSER_BY, object="Gardiennage", amount=Euros.of(300_000))
    assert card.questions == ()
    assert card.hours is not None
