"""What may be asked of programmes: the answers, and that they cost the same for 10 rows or 200."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import (
    PASSER_BY,
    PURCHASE,
    csv_of,
    file_of_purchases,
    new_programme,
    new_purchase,
    received,
    sent,
)
from perenne.domain.programming.models import SourceLine
from perenne.domain.programming.queries import (
    Sieve,
    every_purchase_in,
    lines_set_aside,
    page_with,
    programme_card,
    programmes_of,
    purchase_card,
    purchase_is_seen,
    purchases_in,
    recipients_of,
)
from perenne.domain.programming.queries.purchases import LINE_KINDS
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Role
from perenne.kit.french import Fate, LineKind
from perenne.kit.refusals import NotFound
from perenne.values import Euros, Hours

pytestmark = pytest.mark.django_db
SMALL = replace(PURCHASE, amount=Euros.of(1_000), amount_high=Euros.of(1_000))
UNPRICED = replace(PURCHASE, amount=None, amount_high=None)


@pytest.fixture
def buyer():
    return new_actor(Role.BUYER, name="Ville de Meaux")


@pytest.fixture
def facilitator():
    return new_actor(Role.FACILITATOR, name="Plateforme Nord")


@pytest.fixture
def programme(buyer, facilitator):
    """Sent: one purchase worth a clause, one too small, one without amount, one set aside."""
    programme = new_programme(buyer, state=ProgrammeState.SENT, title="Achats 2027")
    of = {"facilitator": facilitator, "state": PurchaseState.RECEIVED}
    new_purchase(programme, **of)
    new_purchase(programme, facts=SMALL, **of)
    new_purchase(programme, facts=UNPRICED, **of)
    new_purchase(programme, **{**of, "state": PurchaseState.LEFT_ASIDE})
    return programme


def queries_of(ask):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        ask()
    return len(captured)


def test_a_programme_is_told_with_its_counts(programme, buyer):
    card = programme_card(programme.pk, seen_by=buyer)
    counts = card.counts
    assert (card.title, card.buyer_name, card.state) == (
        "Achats 2027",
        "Ville de Meaux",
        ProgrammeState.SENT,
    )
    assert (counts.purchases, counts.to_treat, counts.left_aside, counts.kept) == (4, 3, 1, 0)
    assert (counts.recommended, counts.undecided, counts.doubtful) == (2, 1, 1)
    assert (
        counts.recommended + counts.to_study + counts.not_advised + counts.undecided
        == counts.purchases
    )
    assert counts.amount == Euros.of(1_201_000)
    assert counts.hours == Hours(2 * new_hours(programme))
    assert counts.first_deadline == min(
        purchase.next_on for purchase in every_purchase_in(programme.pk, seen_by=buyer)
    )


def new_hours(programme):
    return programme.purchases.first().minutes


def test_a_facilitator_counts_only_what_is_theirs(programme, facilitator):
    new_purchase(programme, facilitator=new_actor(Role.FACILITATOR), state=PurchaseState.RECEIVED)
    assert programme_card(programme.pk, seen_by=facilitator).counts.purchases == 4
    assert programmes_of(seen_by=facilitator).items[0].purchases == 4


def test_the_lines_add_up(buyer):
    content = csv_of(("Objet", "Montant HT"), ("Peinture", "9 000"), ("", ""), ("Gaz", "8 000"))
    card = programme_card(received(content, by=buyer), seen_by=buyer)
    assert (card.lines_total, card.lines_set_aside, card.lines_kept) == (4, 2, 2)


@pytest.mark.parametrize(
    ("sieve", "number"),
    [
        (Sieve.ALL, 4),
        (Sieve.DOUBTFUL, 1),
        (Sieve.RECOMMENDED, 2),
        (Sieve.UNDER_DUTY, 2),
        (Sieve.TO_TREAT, 3),
    ],
)
def test_a_sieve_keeps_what_it_says(programme, buyer, sieve, number):
    assert purchases_in(programme.pk, seen_by=buyer, sieve=sieve).total == number


def test_purchases_come_in_the_order_of_the_file(buyer):
    programme_id = received(file_of_purchases(60), by=buyer)
    first, second = (purchases_in(programme_id, seen_by=buyer, page=page) for page in (1, 2))
    told = [card.object for card in (*first.items, *second.items)]
    assert told == [f"Nettoyage du site {n}" for n in range(1, 61)]
    assert told == [card.object for card in every_purchase_in(programme_id, seen_by=buyer)]
    assert [card.line_number for card in first.items[:2]] == [2, 3]


@pytest.mark.parametrize(("number", "page"), [(1, 1), (50, 1), (51, 2), (60, 2)])
def test_a_purchase_knows_the_page_on_which_it_stands(buyer, number, page):
    programme_id = received(file_of_purchases(60), by=buyer)
    card = every_purchase_in(programme_id, seen_by=buyer)[number - 1]
    assert page_with(card, seen_by=buyer) == page
    assert card in purchases_in(programme_id, seen_by=buyer, page=page).items


def test_a_purchase_says_everything_of_itself(programme, buyer):
    card = purchase_card(programme.purchases.first().pk, seen_by=buyer)
    assert (card.object, card.amount, card.months) == (PURCHASE.object, PURCHASE.amount, 48)
    assert (card.launch_on, card.facilitator) == (date(2027, 9, 1), "Plateforme Nord")
    assert (card.commune, card.state) == ("", PurchaseState.RECEIVED)
    assert not card.is_doubtful
    assert card.hours == Hours(new_hours(programme))


def test_those_who_will_receive_it_are_named_once(programme, buyer):
    other = new_actor(Role.FACILITATOR, name="Agence du Sud")
    new_purchase(programme, facilitator=other, state=PurchaseState.RECEIVED)
    new_purchase(programme, state=PurchaseState.RECEIVED)
    assert recipients_of(programme.pk, seen_by=buyer) == ("Agence du Sud", "Plateforme Nord")


def test_programmes_come_newest_first_with_what_is_to_do(programme, facilitator, buyer):
    later = sent(file_of_purchases(2), by=buyer)
    rows = programmes_of(seen_by=buyer).items
    assert [row.id for row in rows] == [later, programme.pk]
    assert (rows[1].purchases, rows[1].to_treat, rows[1].recommended) == (4, 3, 2)
    assert (rows[1].doubtful, rows[1].buyer_name) == (1, "Ville de Meaux")
    assert [row.id for row in programmes_of(seen_by=facilitator).items] == [programme.pk]


def test_a_programme_without_purchase_counts_nothing():
    new_programme(PASSER_BY, state=ProgrammeState.ASKING)
    (row,) = programmes_of(seen_by=PASSER_BY).items
    assert (row.purchases, row.hours, row.first_deadline) == (0, Hours(0), None)
    card = programme_card(row.id, seen_by=PASSER_BY)
    assert (card.buyer_name, card.counts.hours, card.counts.amount) == ("", Hours(0), Euros(0))


def test_strangers_find_nothing(programme):
    stranger = new_actor(Role.BUYER)
    purchase = programme.purchases.first()
    for ask in (
        lambda: programme_card(programme.pk, seen_by=stranger),
        lambda: purchase_card(purchase.pk, seen_by=stranger),
        lambda: lines_set_aside(programme.pk, seen_by=stranger),
        lambda: programme_card(uuid4(), seen_by=stranger),
    ):
        with pytest.raises(NotFound):
            ask()
    assert purchases_in(programme.pk, seen_by=stranger).total == 0
    assert every_purchase_in(programme.pk, seen_by=stranger) == ()
    assert recipients_of(programme.pk, seen_by=stranger) == ()
    assert programmes_of(seen_by=stranger).total == 0
    assert not purchase_is_seen(purchase.pk, by=stranger)


def test_a_purchase_is_seen_by_its_buyer(programme, buyer):
    assert purchase_is_seen(programme.purchases.first().pk, by=buyer)


@pytest.mark.parametrize(
    ("ask", "number"),
    [
        (lambda pk, who: programme_card(pk, seen_by=who), 2),
        (lambda pk, who: purchases_in(pk, seen_by=who), 2),
        (lambda pk, who: every_purchase_in(pk, seen_by=who), 1),
        (lambda pk, who: lines_set_aside(pk, seen_by=who), 2),
        (lambda pk, who: recipients_of(pk, seen_by=who), 1),
        (lambda pk, who: programmes_of(seen_by=who), 2),
    ],
    ids=["card", "page", "all", "lines set aside", "recipients", "programmes"],
)
def test_an_answer_costs_the_same_for_ten_purchases_or_two_hundred(buyer, ask, number):
    few, many = (received(file_of_purchases(size), by=buyer) for size in (10, 200))
    assert queries_of(lambda: ask(few, buyer)) == queries_of(lambda: ask(many, buyer)) == number


def test_the_list_costs_the_same_for_two_programmes_or_ten(buyer):
    for _ in range(2):
        new_purchase(new_programme(buyer))
    two = queries_of(lambda: programmes_of(seen_by=buyer))
    for _ in range(8):
        new_purchase(new_programme(buyer))
    assert queries_of(lambda: programmes_of(seen_by=buyer)) == two


def test_every_kind_of_line_has_a_french_name():
    assert LINE_KINDS.keys() == set(LineKind)
    assert len({kind.value for kind in LineKind}) == len(set(LINE_KINDS.values()))


def test_states_have_a_french_name():
    for states in (ProgrammeState, PurchaseState):
        assert len({state.label for state in states}) == len(states)


def test_rows_say_what_they_are(programme):
    line = SourceLine.objects.first()
    assert str(line) == f"programme {line.number}"
    assert str(programme.purchases.first()) == PURCHASE.object
    assert Fate(line.fate) is Fate.KEPT
