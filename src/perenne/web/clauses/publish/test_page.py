import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import approve_clause
from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.queries import clause_card
from perenne.domain.clauses.states import ClauseState
from perenne.domain.procurement.actions import find_lot_unsuccessful
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.procurement.models import Lot
from perenne.domain.programming.factories import TODAY
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation(committee, submitted):
    row = new_consultation(buyer=committee.buyer, facilitator=committee.facilitator)
    new_lot(row, number="1", purchase=Clause.objects.get(pk=submitted).purchase)
    new_lot(row, number="2", object="Lot sans clause")
    return row


@pytest.fixture
def url(consultation):
    return reverse("clauses:publish", args=[consultation.pk])


def test_a_clause_that_is_not_approved_holds_the_consultation_back(browser, url, submitted):
    assert "ne peut pas encore être publiée" in text_of(browser.get(url))
    page = browser.post(url, {"on": "01/12/2026"})
    (told,) = summary_of(page)
    assert "Soumise à l’acheteur" in told
    assert "doit d’abord être validée" in told
    assert typed_in(page)["on"] == "01/12/2026"


def test_lots_and_clauses_are_published_together(buyer, committee, url, submitted, consultation):
    approve_clause(clause_id=submitted, number=1, by=committee.buyer, on=TODAY)
    assert "sans clause" in text_of(buyer.get(url))
    assert error_on(buyer.post(url, {"on": "hier"}), "on")
    page = buyer.post(url, {"on": "01/12/2026"}, follow=True)
    assert "ses clauses sont figées" in text_of(page)
    card = clause_card(submitted, seen_by=committee.buyer)
    assert (card.state, card.consultation_id) == (ClauseState.PUBLISHED, consultation.pk)
    assert buyer.get(reverse("clauses:lots_bundle", args=[consultation.pk])).status_code == 200


def test_a_lot_without_an_award_is_prepared_again(buyer, committee, url, submitted, consultation):
    approve_clause(clause_id=submitted, number=1, by=committee.buyer, on=TODAY)
    buyer.post(url, {"on": "01/12/2026"})
    lot = Lot.objects.get(number="1")
    again = reverse("clauses:prepare_again", args=[lot.pk])
    assert "Vous ne pouvez pas" in text_of(buyer.post(again, follow=True))
    find_lot_unsuccessful(lot_id=lot.pk, reason="Aucune offre.", by=committee.buyer)
    shown = buyer.get(reverse("procurement:consultation", args=[consultation.pk]))
    assert "Reprendre le lot" in text_of(shown)
    assert "revient en préparation" in text_of(buyer.post(again, follow=True))
    assert clause_card(submitted, seen_by=committee.buyer).state is ClauseState.WORDED


@pytest.mark.parametrize(
    ("who", "status"), [("coordination", 404), ("other_buyer", 404), ("visitor", 302)]
)
def test_nobody_else_publishes(client_of, committee, url, who, status):
    assert client_of(getattr(committee, who)).get(url).status_code == status


def test_it_asks_as_little_for_many_lots(browser, url, consultation):
    few = sql_for(browser, url)
    for number in range(3, 30):
        new_lot(consultation, number=str(number))
    assert sql_for(browser, url) == few <= 9
