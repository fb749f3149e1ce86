import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_published_clause
from perenne.domain.clauses.models import Clause, Commitment
from perenne.domain.procurement.factories import new_contract, new_party
from perenne.domain.procurement.states import SIGNED
from perenne.web.tests.browser import error_on, summary_of, text_of, title_of, typed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def contract(committee):
    clause = new_published_clause(committee.facilitator, committee.buyer)
    signed = new_contract(lot=clause.lot, state=SIGNED, months=12, signed_on=None)
    new_party(signed, company=committee.company)
    return signed


@pytest.fixture
def url(contract):
    return reverse("clauses:start", args=[contract.pk])


@pytest.fixture
def said():
    return {"notified_on": f"{localdate():%d/%m/%Y}", "starts_on": "01/02/2040", "due": ""}


def test_one_form_notifies_starts_and_tells(client_of, committee, url, said):
    browser = client_of(committee.buyer)
    assert title_of(browser.get(url)) == "Notifier le marché"
    page = browser.post(url, said, follow=True)
    assert page.redirect_chain == [
        (reverse("clauses:commitment", args=[Commitment.objects.get().pk]), 302)
    ]
    assert "sont prévenus" in text_of(page)
    assert Clause.objects.get().state == "in_execution"
    assert browser.get(url).status_code == 404  # already done


def test_what_is_wrong_is_told_and_what_was_typed_stays(client_of, committee, url, said):
    browser = client_of(committee.facilitator)
    page = browser.post(url, said | {"starts_on": "01/02/2001"})
    assert "au plus tôt le jour de la notification" in summary_of(page)[0]
    assert typed_in(page)["starts_on"] == "01/02/2001"
    assert error_on(browser.post(url, said | {"notified_on": ""}), "notified_on")
    Clause.objects.update(state="worded")
    assert "doit être publiée" in summary_of(browser.post(url, said))[0]


def test_a_contract_without_a_clause_goes_back_to_the_desk(client_of, committee, said):
    alone = new_contract(
        buyer=committee.buyer, facilitator=committee.facilitator, state=SIGNED, signed_on=None
    )
    new_party(alone)
    page = client_of(committee.buyer).post(
        reverse("clauses:start", args=[alone.pk]), said, follow=True
    )
    assert "ne porte pas de clause" in text_of(page)


@pytest.mark.parametrize("who", ["company", "structure", "other_buyer", "coordination"])
def test_nobody_else_notifies(client_of, committee, url, said, who):
    browser = client_of(getattr(committee, who))
    assert browser.get(url).status_code == browser.post(url, said).status_code == 404
    assert not Commitment.objects.exists()
